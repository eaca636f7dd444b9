from __future__ import annotations

import pytest

from bot.model.understanding import Candidate, Inheritance, Interpretation, Time
from bot.understanding.interpreting import Interpreter
from tests.understanding.words import TODAY

NOTHING = Inheritance()


def ranked(interpreter: Interpreter, text: str, lent: Inheritance = NOTHING) -> tuple[Candidate, ...]:
    return interpreter.interpret(interpreter.read(text, TODAY, "en"), lent).candidates


@pytest.mark.parametrize(
    ("text", "intent", "part"),
    [
        ("who leads EFED", "leader", None),
        ("EFED 회장 누구야", "leader", None),
        ("EFEDの会長は誰ですか", "leader", None),
        ("what is EFED", "body", None),
        ("when was EFED founded", "body", "founded"),
        ("EFED", "body", None),
    ],
)
def test_the_intent_whose_pattern_is_said_comes_first(
    interpreter: Interpreter, text: str, intent: str, part: str | None
) -> None:
    meant = ranked(interpreter, text)[0].interpretation
    assert (meant.intent, meant.part, meant.subject_ids) == (intent, part, ("east",))


def test_costs_are_in_order(interpreter: Interpreter) -> None:
    costs = [candidate.cost for candidate in ranked(interpreter, "what is the head of the Eastern Federation")]
    assert costs == sorted(costs)


def test_what_is_said_and_not_explained_counts_before_any_likeness(interpreter: Interpreter) -> None:
    plain, odd = ranked(interpreter, "who leads EFED")[0], ranked(interpreter, "who leads EFED counterpart")[0]
    assert plain.cost < odd.cost
    assert plain.score > odd.score


def test_an_intent_that_is_ruled_out_never_comes_before_one_that_is_not(interpreter: Interpreter) -> None:
    (first, *rest) = ranked(interpreter, "phone number of the head of EFED")
    assert first.interpretation.intent == "unheld"
    assert all(candidate.cost > first.cost for candidate in rest)


def test_a_candidate_tells_its_evidence(interpreter: Interpreter) -> None:
    (evidence, *_) = ranked(interpreter, "who leads EFED")[0].evidence
    assert (evidence.rule, evidence.detail) == ("says", "head")


def test_an_unknown_word_that_a_fact_of_the_subject_holds_is_explained(interpreter: Interpreter) -> None:
    explained, unexplained = (
        ranked(interpreter, f"what is EFED {word}")[0].cost for word in ("lighthouse", "xylophone")
    )
    assert explained < unexplained


def test_a_bare_name_after_a_question_asks_the_same(interpreter: Interpreter) -> None:
    lent = Inheritance(("east",), Interpretation("leader", ("east",)))
    meant = ranked(interpreter, "and WFED", lent)[0].interpretation
    assert (meant.intent, meant.subject_ids) == ("leader", ("west",))


def test_before_is_told_of_the_one_in_focus(interpreter: Interpreter) -> None:
    lent = Inheritance(("east", "mori"), Interpretation("leader", ("east",)), is_pointed_at=True)
    meant = ranked(interpreter, "before him", lent)[0].interpretation
    assert (meant.intent, meant.time, meant.inherited) == ("leader", Time("before"), ("subjects",))
