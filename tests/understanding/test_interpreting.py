from __future__ import annotations

import pytest

from bot.model.understanding import Inheritance, Understanding
from bot.understanding.interpreting import Interpreter
from tests.understanding.words import TODAY

NOTHING = Inheritance()


def understood(interpreter: Interpreter, text: str) -> Understanding:
    return interpreter.interpret(interpreter.read(text, TODAY, "en"), NOTHING)


@pytest.mark.parametrize(
    "text",
    ["who leads EFED", "동부연합회 회장 누구야", "東部連合会の会長は誰ですか", "who leads the Eastern Fedration"],
)
def test_a_question_explained_to_the_end_is_chosen(interpreter: Interpreter, text: str) -> None:
    found = understood(interpreter, text)
    assert found.verdict == "chosen"
    assert found.candidates[0].interpretation.subject_ids == ("east",)


def test_a_name_that_two_go_by_is_asked_about(interpreter: Interpreter) -> None:
    found = understood(interpreter, "who leads HB")
    assert found.verdict == "ambiguous"
    assert {c.interpretation.subject_ids for c in found.candidates[:2]} == {("bureau",), ("guild",)}


def test_an_attribute_that_is_not_held_is_said_to_be(interpreter: Interpreter) -> None:
    assert understood(interpreter, "phone number of EFED").verdict == "unheld"


def test_a_question_about_something_else_is_out_of_scope(interpreter: Interpreter) -> None:
    for text in ("will it rain tomorrow", "오늘 날씨", "明日の天気", "", "???"):
        assert understood(interpreter, text).verdict == "out_of_scope", text


def test_a_name_that_is_not_held_is_no_guess_and_its_neighbours_are_offered(interpreter: Interpreter) -> None:
    found = understood(interpreter, "who leads XFED")
    assert found.verdict == "unknown_name"
    assert set(found.near_ids) == {"east", "west"}


def test_what_leaves_something_unexplained_is_not_answered(interpreter: Interpreter) -> None:
    assert understood(interpreter, "who leads EFED counterpart").verdict == "not_understood"
    assert understood(interpreter, "who leads EFED zebra crossing xylophone").verdict == "not_understood"


def test_two_bodies_of_which_one_is_not_accounted_for_are_not_answered(interpreter: Interpreter) -> None:
    assert understood(interpreter, "when was EFED founded WFED").verdict != "chosen"
