"""What grows old is found, on the day it does and not before; what is told to have changed is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.curation import dead_sources, ended_terms, past_announcements, unconfirmed_posts
from bot.curation.findings import months_after
from bot.curation.stale import Rule, find_stale
from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate
from bot.model.knowledge import Fact
from tests.builders import entity, fact, knowledge, leadership, person, source

TODAY = date(2026, 11, 25)


def base(*facts: Fact) -> KnowledgeBase:
    """A federation, a series and two people."""
    people = (person("mori"), person("hara"))
    return knowledge([entity("east"), entity("talks", type_="event_series", country="both"), *people], facts)


def found(rule: Rule, held: KnowledgeBase, today: date = TODAY, months: int = 12) -> list[str]:
    """The first word in quotes of each finding: whom or what it is about."""
    return [finding.message.split("'")[1] for finding in rule.find(held, today, months)]


def test_a_post_not_confirmed_for_a_year_is_stale_from_that_day_on() -> None:
    held = base(leadership("east", "mori", "2021-06-01", confirmed="2025-11-25"))
    assert found(unconfirmed_posts, held, date(2026, 11, 24)) == []
    assert found(unconfirmed_posts, held, date(2026, 11, 25)) == ["mori"]


def test_the_months_can_be_chosen() -> None:
    held = base(leadership("east", "mori", "2021-06-01", confirmed="2026-05-20"))
    assert found(unconfirmed_posts, held, months=12) == []
    assert found(unconfirmed_posts, held, months=6) == ["mori"]


def test_a_vague_confirmation_counts_to_its_last_day() -> None:
    held = base(leadership("east", "mori", "2021-06-01", confirmed="2025"))
    assert found(unconfirmed_posts, held, date(2026, 12, 30)) == []
    assert found(unconfirmed_posts, held, date(2026, 12, 31)) == ["mori"]


def test_a_post_that_ended_or_was_taken_over_is_not_unconfirmed() -> None:
    ended = leadership("east", "mori", "2017-06-01", "2021-06-01", confirmed="2021-06-01")
    left = leadership("east", "mori", "2012-06-01", superseded=True, confirmed="2013", id_="left", role="vice-chair")
    followed = leadership("east", "mori", "2021-06-01", confirmed="2021-06-01", id_="followed")
    now = leadership("east", "hara", "2025-05-29", confirmed="2026-06-01")
    assert found(unconfirmed_posts, base(ended, left, followed, now)) == []


def test_a_post_below_the_head_can_be_stale_too() -> None:
    held = base(leadership("east", "mori", "2015", role="vice-chair", confirmed="2016"))
    assert found(unconfirmed_posts, held) == ["mori"]


def test_without_a_confirmation_the_newest_source_counts() -> None:
    term = leadership("east", "mori", "2021-06-01", confirmed=None, sources=("old", "new"))
    listed = [source("old", "2022-01-01"), source("new", "2026-01-01")]
    held = knowledge([entity("east"), person("mori")], [term], listed)
    assert found(unconfirmed_posts, held) == []
    assert found(unconfirmed_posts, held, date(2027, 1, 1)) == ["mori"]


def test_a_term_past_its_known_end_is_found() -> None:
    held = base(leadership("east", "mori", "2021-06-01", term_ends=PartialDate(2026, 10), confirmed="2026-06"))
    assert found(ended_terms, held, date(2026, 10, 31)) == []
    assert found(ended_terms, held, date(2026, 11, 1)) == ["mori"]


def test_a_term_past_its_known_end_with_a_successor_is_not() -> None:
    old = leadership("east", "mori", "2021-06-01", term_ends=PartialDate(2025, 5))
    new = leadership("east", "hara", "2025-05-29")
    assert found(ended_terms, base(old, new)) == []


def test_a_seat_that_was_left_and_not_taken_is_found() -> None:
    ended = leadership("east", "mori", "2021-06-01", "2025-05-29")
    assert found(ended_terms, base(ended), date(2025, 5, 28)) == []
    assert found(ended_terms, base(ended)) == ["mori"]
    assert found(ended_terms, base(ended, leadership("east", "hara", "2025-05-29"))) == []


def test_only_the_last_to_leave_a_seat_is_named() -> None:
    earlier = leadership("east", "mori", "2017", "2021-06-01")
    later = leadership("east", "hara", "2021-06-01", "2025-05-29")
    assert found(ended_terms, base(earlier, later)) == ["hara"]


def test_each_side_of_a_meeting_has_its_seat() -> None:
    korean = leadership("talks", "mori", "2021", "2024-05-01", side="kr")
    japanese = leadership("talks", "hara", "2021", side="jp")
    assert found(ended_terms, base(korean, japanese)) == ["mori"]


def test_a_seat_for_which_somebody_is_announced_is_not_empty() -> None:
    ended = leadership("east", "mori", "2021-06-01", "2026-11-01")
    announced = leadership("east", "hara", "2026-12-01", status="announced")
    assert found(ended_terms, base(ended, announced)) == []


def edition(id_: str, start: str, number: int, status: str = "held", end: str | None = None) -> Fact:
    return fact(id_, "talks", "edition", start=start, end=end or start, edition=number, status=status)


def test_a_meeting_announced_for_a_day_gone_by_is_found() -> None:
    held = base(edition("talks-5", "2026-11-24", 5, "announced", end="2026-11-25"))
    assert found(past_announcements, held) == []
    assert found(past_announcements, held, date(2026, 11, 26)) == ["talks-5"]


def test_a_meeting_announced_for_some_time_this_year_is_not_past() -> None:
    assert found(past_announcements, base(edition("talks-5", "2026", 5, "announced"))) == []


@pytest.mark.parametrize("status", ["held", "not-held", "postponed"])
def test_a_meeting_that_another_fact_tells_the_rest_of_is_not_found(status: str) -> None:
    plan, told = edition("plan", "2026-05-01", 5, "announced"), edition("told", "2026-05-08", 5, status)
    assert found(past_announcements, base(plan, told)) == []


def test_a_head_announced_for_a_day_gone_by_is_found() -> None:
    announced = leadership("east", "hara", "2026-11-24", status="announced")
    assert found(past_announcements, base(announced)) == ["hara"]
    taken = leadership("east", "hara", "2026-11-24", id_="taken")
    assert found(past_announcements, base(announced, taken)) == []
    long_ago = leadership("east", "hara", "2011", "2015", id_="long-ago")
    assert found(past_announcements, base(announced, long_ago)) == ["hara"]


def test_ids_of_sources_that_lead_nowhere_are_found() -> None:
    term = leadership("east", "mori", "2021-06-01", sources=("cited", "gone"))
    held = knowledge([entity("east"), person("mori")], [term], [source("cited"), source("idle")])
    idle, gone = dead_sources.find(held, TODAY, 12)
    assert idle.message.startswith("Nothing cites 'idle'")
    assert "cites 'gone', which is no source" in gone.message


def test_a_source_that_shows_an_identifier_is_not_dead() -> None:
    shown = replace(entity("east"), identifiers={"wikidata": "Q1"}, identifier_source_ids=("page",))
    assert list(dead_sources.find(knowledge([shown], sources=[source("page")]), TODAY, 12)) == []


def test_what_waits_longest_comes_first_and_dead_sources_last() -> None:
    facts = [
        leadership("east", "mori", "2021-06-01", role="vice-chair", confirmed="2022-03-01", sources=("gone",)),
        edition("talks-5", "2021-05-01", 5, "announced"),
        leadership("east", "hara", "2021-06-01", "2024-05-29"),
    ]
    people = (person("mori"), person("hara"))
    held = knowledge([entity("east"), entity("talks", type_="event_series"), *people], facts, [source("a-source")])
    codes = [finding.code for finding in find_stale(held, TODAY, 12)]
    assert codes == ["past-announcement", "unconfirmed-post", "ended-term", "dead-source"]


def test_a_finding_is_one_line_with_its_place_and_day() -> None:
    (finding,) = find_stale(base(edition("talks-5", "2021-05-01", 5, "announced")), TODAY, 12)
    assert str(finding).startswith("tests/builders.py:1: past-announcement: 'talks-5' was announced for 2021-05-01;")
    assert str(finding).endswith("(due since 2021-05-01)")


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 1), 0, date(2025, 12, 1)),
        (date(9999, 6, 1), 12, date.max),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def test_the_knowledge_that_ships_cites_every_source(shipped_base: KnowledgeBase) -> None:
    assert list(dead_sources.find(shipped_base, TODAY, 12)) == []
