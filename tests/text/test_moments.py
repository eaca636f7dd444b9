from __future__ import annotations

from datetime import date

import pytest

from bot.text.moments import find_moments
from bot.text.normalise import normalise
from tests.text.words import ALL_WORDS


def _dates(question: str, today: date = date(2026, 11, 23)) -> list[str]:
    moments = find_moments(normalise(question).text, ALL_WORDS, today)
    return [str(one.time.date) for one in moments if one.time is not None and one.time.date is not None]


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("작년 5월", "2025-05"),
        ("去年の5月", "2025-05"),
        ("올해 3월", "2026-03"),
        ("May last year", "2025-05"),
        ("in May of last year", "2025-05"),
        ("작년 5월 29일", "2025-05-29"),
        ("last May", "2026-05"),
        ("지난 5월", "2026-05"),
        ("last December", "2025-12"),
        ("this December", "2026-12"),
        ("next May", "2027-05"),
    ],
)
def test_a_word_says_the_year_of_a_month(question: str, day: str) -> None:
    assert _dates(question) == [day]


def test_last_may_is_not_the_may_we_are_in() -> None:
    assert _dates("last May", date(2026, 5, 20)) == ["2025-05"]


@pytest.mark.parametrize(
    ("question", "day"),
    [("5월에", "2026-05"), ("12月", "2025-12"), ("in May", "2026-05"), ("on 29 December", "2025-12-29")],
)
def test_a_date_without_a_year_is_the_last_such_date(question: str, day: str) -> None:
    assert _dates(question) == [day]


@pytest.mark.parametrize(
    "question", ["March to May 2023", "2023년 3월~5월", "2023년 3월부터 5월까지", "between March and May 2023"]
)
def test_the_two_ends_of_a_span_share_their_year(question: str) -> None:
    assert _dates(question) == ["2023-03", "2023-05"]


def test_a_name_that_may_be_another_word_is_dropped() -> None:
    assert _dates("KCCI may march on") == []


def test_the_first_year_of_the_calendar_has_no_last_december() -> None:
    assert _dates("12월", date(1, 1, 1)) == []
