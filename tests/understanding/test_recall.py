from __future__ import annotations

import pytest

from bot.knowledge.base import IntentSpec
from bot.model.knowledge import Fact
from bot.model.understanding import Reading
from bot.understanding.reading import Reader
from bot.understanding.recall import INTENT, Recall
from tests.builders import NOWHERE, entity, fact, knowledge, person, wording
from tests.understanding.words import BODY, EN, JA, KO, LEADER, TODAY

FACTS: list[Fact] = [
    fact("harbour", "east", "activity", start="2019", text=wording("It opened a harbour museum together with EFED.")),
    fact("harbour-later", "east", "activity", start="2022", text=wording("It closed the harbour library in 2022.")),
    fact("mori-past", "mori", "biography", text=wording("He used to teach archery in Kyoto.")),
    fact("meeting", "west", "activity", start="2021", text=wording("At its congress Mori spoke of archery and silk.")),
]


@pytest.fixture(scope="module")
def recall() -> Recall:
    told = IntentSpec(INTENT, NOWHERE, tells={"activity": frozenset({"meeting"})})
    entities = [
        entity("east", wording("EFED"), kind="federation"),
        entity("west", wording("WFED"), country="KR", kind="federation"),
        person("mori", wording("Mori")),
    ]
    return Recall.of(knowledge(entities, FACTS, intents=[LEADER, BODY, told], lexicons=[EN, KO, JA]))


def read(recall: Recall, text: str) -> Reading:
    return Reader.of(recall.knowledge).read(text, TODAY, "en")


def recalled(recall: Recall, text: str) -> tuple[str, ...]:
    found = recall.recalled(read(recall, text))
    return found.interpretation.fact_ids if found is not None else ()


def test_a_fact_whose_words_cover_the_question_is_recalled(recall: Recall) -> None:
    assert recalled(recall, "EFED harbour museum") == ("harbour",)
    assert recalled(recall, "EFED harbour libraries") == ("harbour-later",)


def test_a_word_that_no_fact_says_leaves_the_question_open(recall: Recall) -> None:
    assert recalled(recall, "EFED harbour aquarium") == ()


def test_a_year_that_was_said_is_the_facts_own(recall: Recall) -> None:
    assert recalled(recall, "EFED harbour museum in 2019") == ("harbour",)
    assert recalled(recall, "EFED harbour museum in 2021") == ()


def test_a_fact_of_somebody_else_must_say_more_than_one_word(recall: Recall) -> None:
    assert recalled(recall, "Mori archery") == ("mori-past",)
    assert recalled(recall, "Mori silk") == ()
    assert recalled(recall, "Mori silk congress") == ("meeting",)


def test_what_lies_between_facts_is_never_recalled(recall: Recall) -> None:
    assert recalled(recall, "before EFED harbour museum") == ()


def test_nothing_is_recalled_about_nobody(recall: Recall) -> None:
    assert recalled(recall, "harbour museum") == ()
