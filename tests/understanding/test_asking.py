from __future__ import annotations

import pytest

from bot.understanding.asking import FIELD, HEAVY, NEUTRAL, TALK, Asking, asking_of
from bot.understanding.interpreting import Interpreter
from tests.understanding.words import TODAY


def asked(interpreter: Interpreter, text: str) -> Asking:
    return asking_of(interpreter.read(text, TODAY, "en"))


def test_no_concept_is_both_neutral_and_heavy() -> None:
    assert not NEUTRAL & HEAVY
    assert FIELD <= TALK


def test_what_names_a_country_or_a_time_implies_it(interpreter: Interpreter) -> None:
    found = asked(interpreter, "Japanese chairman in 2024")
    assert {"country", "country_jp", "time", "head"} <= found.said
    assert found.countries == {"JP"}


def test_a_plain_question_implies_no_time(interpreter: Interpreter) -> None:
    assert not {"time", "past", "country", "ordinal", "unheld"} & asked(interpreter, "who leads EFED").said


def test_an_attribute_that_is_not_held_is_told_apart(interpreter: Interpreter) -> None:
    found = asked(interpreter, "phone number of EFED")
    assert found.attribute == "phone"
    assert "unheld" in found.said
    assert not any(concept.startswith("unheld:") for concept in found.said)


def test_neutral_words_tell_nothing(interpreter: Interpreter) -> None:
    assert asked(interpreter, "is one of the other").telling == frozenset()


@pytest.mark.parametrize(("text", "repaired"), [("who leads EFED", False), ("chairmann of EFED", True)])
def test_a_repaired_question_says_so(interpreter: Interpreter, text: str, repaired: bool) -> None:
    found = asked(interpreter, text)
    assert "head" in found.said
    assert found.is_repaired is repaired
