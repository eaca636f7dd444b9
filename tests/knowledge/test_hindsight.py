"""The knowledge as of an earlier day, on small facts made by hand."""

from __future__ import annotations

from datetime import date

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.hindsight import known_on
from bot.model.knowledge import Fact
from tests.builders import entity, fact, knowledge, leadership, source, wording

BODY = entity("minato")


def base(*facts: Fact) -> KnowledgeBase:
    sources = [source("early", "2024-11-01"), source("late", "2025-06-02"), source("undated", None)]
    return knowledge([BODY], facts, sources)


def seen(one: Fact, day: date) -> Fact | None:
    return known_on(base(one), day).facts.get(one.id)


def test_knowledge_of_which_nothing_is_younger_stays_the_same() -> None:
    known = base(leadership("minato", "mori", "2021-06-01", sources=("early",)))
    assert known_on(known, date(2025, 6, 2)) is known


def test_a_term_that_ended_later_is_open_on_the_day() -> None:
    term = leadership("minato", "mori", "2021-06-01", "2025-05-29", sources=("late",))
    found = seen(term, date(2024, 6, 1))
    assert found is not None
    assert found.period.end is None
    assert str(found.confirmed) == "2024-06-01"


def test_the_confirmation_is_that_of_a_source_of_the_time() -> None:
    term = leadership("minato", "mori", "2021-06-01", sources=("early", "late"))
    found = seen(term, date(2025, 1, 1))
    assert found is not None
    assert str(found.confirmed) == "2024-11-01"
    assert found.source_ids == ("early",)


def test_a_term_to_come_is_announced_where_a_source_had_told_of_it() -> None:
    told = leadership("minato", "hara", "2025-05-01", sources=("early", "late"))
    untold = leadership("minato", "hara", "2025-05-01", sources=("late",))
    found = seen(told, date(2024, 12, 1))
    assert found is not None
    assert found.status == "announced"
    assert seen(told, date(2024, 10, 1)) is None
    assert seen(untold, date(2024, 12, 1)) is None


def test_of_a_meeting_to_come_nothing_is_told_of_how_it_went() -> None:
    meeting = fact(
        "talks-31", "minato", "edition", start="2025-03-01", end="2025-03-01", sources=("early", "late"),
        edition=31, outcome=wording("They agreed."), text=wording("It was a success."),
    )  # fmt: skip
    found = seen(meeting, date(2025, 1, 1))
    assert found is not None
    assert found.status == "announced"
    assert (found.text, set(found.data)) == ({}, {"edition"})


def test_words_that_speak_of_later_days_are_left_out() -> None:
    role = fact("role", "minato", "role", sources=("late",), text=wording("…", "2025년 5월 29일에 바뀌었습니다.", "…"))
    assert seen(role, date(2025, 5, 28)) is None
    assert seen(role, date(2025, 5, 29)) is not None


def test_plans_that_a_source_of_the_time_told_stay() -> None:
    plan = fact("plan", "minato", "role", confirmed="2024-11-01", sources=("early",), text=wording("until 2026"))
    later = fact("more", "minato", "role", confirmed="2029-01-01", sources=("late",))
    assert known_on(base(plan, later), date(2025, 1, 1)).facts["plan"] == plan


def test_a_count_of_a_later_day_is_not_known_yet() -> None:
    count = fact("members", "minato", "membership", start="2025-06-01", end="2025-06-01", members=420)
    assert seen(count, date(2025, 5, 31)) is None
