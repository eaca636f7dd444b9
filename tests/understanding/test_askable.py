from __future__ import annotations

from bot.knowledge.base import IntentSpec, Pattern
from bot.understanding.askable import Askable
from tests.builders import NOWHERE
from tests.understanding.words import BODY, LEADER, UNHELD

INTENTS = Askable.of_intents((BODY, LEADER, UNHELD))


def ids(*groups: str) -> list[str]:
    return [spec.id for spec, _ in INTENTS.of(groups)]


def test_an_intent_is_asked_of_the_groups_that_its_patterns_allow() -> None:
    assert ids("body") == ["body", "leader", "unheld"]
    assert ids("person") == ["leader"]


def test_the_order_of_the_groups_does_not_matter() -> None:
    assert ids("person", "body") == ids("body", "person") == ["leader"]


def test_only_the_patterns_that_allow_the_groups_come_along() -> None:
    patterns = {spec.id: patterns for spec, patterns in INTENTS.of(("person",))}
    assert patterns == {"leader": LEADER.patterns[1:]}


def test_nothing_can_be_asked_of_groups_that_no_pattern_knows() -> None:
    assert INTENTS.of(("body", "body", "body")) == ()


def test_a_bare_name_needs_no_pattern() -> None:
    bare = IntentSpec("bare", NOWHERE, patterns=(Pattern(frozenset({"what"}), ()),), default_for=frozenset({"series"}))
    assert Askable.of_intents((bare,)).of(("series",)) == ((bare, ()),)
