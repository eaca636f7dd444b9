from __future__ import annotations

import re
from datetime import date

import pytest

from bot.evaluation.judge import run_case, run_suite, unmet
from bot.evaluation.suite import Ask, Case, Expectation, Suite
from bot.model.conversation import Question, Reply, Session, Status, Turn
from bot.model.knowledge import Location
from tests.answerers import echo, reply

HERE = Location("suite.yaml", 3)
TODAY = date(2026, 11, 25)


def expecting(**given: object) -> Expectation:
    patterns = {
        name: tuple(re.compile(each, re.IGNORECASE) for each in given.pop(name, ()))  # type: ignore[attr-defined]
        for name in ("all", "none")
    }
    return Expectation(**patterns, **given)  # type: ignore[arg-type]


def outcome(said: Reply, expect: Expectation) -> str:
    case = Case("en", "leader", (Ask("who?", expect),), HERE)
    (judged,) = run_case(case, lambda question, session: Turn(question, said, session), TODAY)
    return judged.outcome


def test_an_answer_with_all_its_words_is_right_whatever_their_case() -> None:
    assert outcome(reply("It is HARA, since 2025."), expecting(all=["hara", r"\b2025"])) == "right"


def test_words_are_looked_for_in_all_that_a_person_reads() -> None:
    said = reply("It is Hara.", notes=("Since 2025.",), source_line="Source: X")
    assert outcome(said, expecting(all=["since 2025", "source: x"])) == "right"


def test_a_missing_word_makes_an_answer_wrong() -> None:
    assert outcome(reply("It is Mori."), expecting(all=["hara"])) == "wrong"


def test_a_word_that_misleads_makes_an_answer_wrong() -> None:
    assert outcome(reply("It is Hara, not Mori."), expecting(all=["hara"], none=["mori"])) == "wrong"


@pytest.mark.parametrize("status", ["clarify", "unknown", "out_of_scope"])
def test_not_knowing_is_abstaining(status: Status) -> None:
    assert outcome(reply("I do not know.", status=status), expecting(all=["hara"])) == "abstained"


@pytest.mark.parametrize("status", ["chitchat", "help"])
def test_talking_of_something_else_is_wrong(status: Status) -> None:
    assert outcome(reply("Hello!", status=status), expecting()) == "wrong"


def test_a_status_that_is_allowed_is_right() -> None:
    said = reply("I do not know.", status="unknown")
    assert outcome(said, expecting(statuses=("out_of_scope", "unknown"))) == "right"


def test_answering_what_should_be_refused_is_wrong() -> None:
    assert outcome(reply("It is Hara."), expecting(statuses=("unknown",))) == "wrong"


def test_the_intent_and_the_entities_are_compared_where_given() -> None:
    reasons = list(unmet(expecting(intent="tenure", entities=("east",)), reply("It is Hara.")))
    assert reasons == ["intent leader, not tenure", "entity east not found"]


def test_a_conversation_is_one_session_judged_turn_by_turn() -> None:
    turns = (Ask("one", expecting(all=["^0: one"])), Ask("two", expecting(all=["^9:"])), Ask("three", expecting()))
    judged = list(run_case(Case("en", "follow-up", turns, HERE), echo, TODAY))
    assert [each.outcome for each in judged] == ["right", "wrong", "right"]
    assert judged[2].turn.reply.text == "2: three"


def test_each_case_has_a_session_of_its_own() -> None:
    case = Case("en", "leader", (Ask("one", expecting(all=["^0:"])),), HERE)
    assert [each.outcome for each in run_suite(Suite("s", (case, case)), echo, TODAY)] == ["right", "right"]


def test_the_day_of_the_suite_comes_before_the_day_given() -> None:
    days = []

    def noting(question: Question, session: Session) -> Turn:
        days.append(question.today)
        return echo(question, session)

    case = Case("en", "leader", (Ask("one", expecting()),), HERE)
    run_suite(Suite("dated", (case,), today=date(2020, 1, 1)), noting, TODAY)
    run_suite(Suite("undated", (case,)), noting, TODAY)
    assert days == [date(2020, 1, 1), TODAY]
