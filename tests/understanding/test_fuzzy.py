from __future__ import annotations

from random import Random

import pytest
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.knowledge.base import KnowledgeBase
from bot.model.understanding import Mention
from bot.understanding.fuzzy import build_speller, nearest_acronyms
from bot.understanding.interpreting import Interpreter
from bot.understanding.reading import Reader
from bot.understanding.vocabulary import build_vocabulary
from tests.builders import entity, knowledge, wording
from tests.understanding.words import EN, JA, KO, TODAY, field_of_six

SPELLER = build_speller(build_vocabulary(field_of_six()))


def mentions(interpreter: Interpreter, text: str) -> tuple[Mention, ...]:
    return interpreter.read(text, TODAY, "en").mentions


@pytest.mark.parametrize(
    ("text", "wrong", "id_"),
    [
        ("who leads the Eastern Fedration", "Eastern Fedration", "east"),
        ("who leads the Easetrn Federation", "Easetrn Federation", "east"),
        ("서부연합희 회장", "서부연합희", "west"),
        ("西部蓮合会の会長", "西部蓮合会", "west"),
    ],
)
def test_a_long_name_with_a_slip_is_recognised(interpreter: Interpreter, text: str, wrong: str, id_: str) -> None:
    (mention,) = mentions(interpreter, text)
    assert (mention.entity_ids, mention.text, mention.rule) == ((id_,), wrong, "misspelt")
    assert mention.score < 1


@pytest.mark.parametrize("text", ["who leads EFEB", "EFEX 회장", "XFEDの会長"])
def test_an_acronym_is_matched_as_it_is_or_not_at_all(interpreter: Interpreter, text: str) -> None:
    assert mentions(interpreter, text) == ()


def test_the_acronyms_near_an_unknown_one_are_offered() -> None:
    near = nearest_acronyms("xfed", SPELLER.vocabulary)
    assert sorted(use.entity_id for entry in near for use in entry.uses) == ["east", "west"]
    assert nearest_acronyms("federation", SPELLER.vocabulary) == ()


def test_short_words_are_never_respelt() -> None:
    assert SPELLER.respellings("whp") == ()
    assert SPELLER.respellings("hed") == ()


def test_the_nearest_respelling_comes_first() -> None:
    assert SPELLER.respellings("easternn")[0] == ("eastern", 1)


def test_a_name_one_edit_from_two_others_is_asked_about() -> None:
    north, south = (
        entity("a", wording("Balt Union", "남강연합회", "甲乙丙丁")),
        entity("b", wording("Bolt Union", "담강연합회", "甲乙丙戊")),
    )
    reader = Reader.of(knowledge((north, south), lexicons=(EN, KO, JA)))
    for text in ("감강연합회 회장", "甲乙丙己の会長"):
        (mention,) = reader.read(text, TODAY).mentions
        assert set(mention.entity_ids) == {"a", "b"}, text


def test_a_short_hangul_name_is_not_guessed() -> None:
    reader = Reader.of(knowledge((entity("a", wording("Xyz", "상의", "商議")),), lexicons=(EN, KO, JA)))
    assert reader.read("상위 회장", TODAY).mentions == ()
    assert reader.read("商義の会長", TODAY).mentions == ()


def test_only_words_of_like_length_are_looked_at_and_none_is_missed(shipped_base: KnowledgeBase) -> None:
    """The search by length finds what a search among all words does."""
    speller = build_speller(build_vocabulary(shipped_base))
    chance = Random(1965)
    for word in chance.sample([word for word in speller.words if len(word) > 6], 300):
        gone = chance.randrange(len(word))
        slip = word[:gone] + word[gone + 1 :]
        limit = 1 if len(slip) < 9 else 2
        near = process.extract(slip, speller.words, scorer=OSA.distance, score_cutoff=limit, limit=6)
        found = speller.respellings(slip)
        assert set(found) <= {(meant, int(edits)) for meant, edits, _ in near}
        assert {meant for meant, _ in found} >= {meant for meant, edits, _ in near if edits == 1}
