"""Every follow-up that an answer suggests is answered when it is asked next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle

import pytest

from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Question, Session
from bot.model.knowledge import LANGS, Lang
from bot.understanding.examples import filled
from bot.understanding.subjects import GROUPS
from tests.days import TODAY

UTTERANCES_PER_INTENT = 8
NAMES_PER_GROUP = 70


def names_of(base: KnowledgeBase, group: str, lang: Lang) -> list[str]:
    """Names of a group's subjects, from all over the alphabet, those that most is known of among them."""
    members = [one.id for one in base.entities.values() if GROUPS[one.type] == group]
    known_best = sorted(members, key=lambda one: (-len(base.facts_of(one)), one))[: NAMES_PER_GROUP // 2]
    spread = members[:: max(1, len(members) // (NAMES_PER_GROUP // 2))]
    return [base.entities[one].short[lang] for one in dict.fromkeys([*known_best, *spread])]


def questions_of(base: KnowledgeBase, lang: Lang) -> Iterator[str]:
    """Example questions of every intent, and the bare name of many subjects, each slot filled with another name."""
    names: dict[str, Sequence[str]] = {group: names_of(base, group, lang) for group in sorted(set(GROUPS.values()))}
    supply = {group: cycle(found) for group, found in names.items()}
    for texts in base.utterances[lang].values():
        for text in texts[:UTTERANCES_PER_INTENT]:
            slots = {f"{group}{number}": next(found) for group, found in supply.items() for number in ("", "2")}
            yield filled(text, {**slots, "year": "2024"})
    for found in names.values():
        yield from found


def unanswered(engine: Engine, question: str) -> Iterator[str]:
    """The suggestions of the answer to a question that are not answered themselves, in words."""
    turn = engine.answer(Question(question, TODAY), Session())
    for suggestion in turn.reply.suggestions:
        reply = engine.answer(Question(suggestion, TODAY), turn.session).reply
        if reply.status != "answered":
            yield f"{question} → {suggestion} → {reply.status}: {reply.text}"


@pytest.mark.parametrize("lang", LANGS)
def test_every_suggestion_is_answered(engine: Engine, lang: Lang) -> None:
    asked = list(dict.fromkeys(questions_of(engine.knowledge, lang)))
    told = [line for question in asked for line in unanswered(engine, question)]
    assert "\n".join(told) == ""


@pytest.mark.parametrize("lang", LANGS)
def test_the_sample_of_answers_suggests_a_lot(engine: Engine, lang: Lang) -> None:
    asked = list(dict.fromkeys(questions_of(engine.knowledge, lang)))[::4]
    replies = [engine.answer(Question(question, TODAY), Session()).reply for question in asked]
    assert sum(len(reply.suggestions) for reply in replies) >= len(asked)
