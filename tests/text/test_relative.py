from __future__ import annotations

from datetime import date

import pytest

from bot.text.relative import find_counted, time_of
from tests.text.words import ALL_WORDS

_TODAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("meaning", "when", "day"),
    [
        ("now", "now", "None"),
        ("past", "past", "None"),
        ("first", "first", "None"),
        ("year", "at", "2026"),
        ("year-1", "at", "2025"),
        ("year+1", "at", "2027"),
        ("month", "at", "2026-01"),
        ("month-1", "at", "2025-12"),
        ("day-5", "at", "2025-12-31"),
        ("week-1", "at", "2025-12-29"),
    ],
)
def test_a_meaning_is_counted_from_today(meaning: str, when: str, day: str) -> None:
    time = time_of(meaning, _TODAY)
    assert time is not None
    assert (time.when, str(time.date)) == (when, day)


@pytest.mark.parametrize("meaning", ["since", "at", "until", "ago", "unit-year", "counted", "nonsense"])
def test_a_word_that_joins_is_no_time(meaning: str) -> None:
    assert time_of(meaning, _TODAY) is None


def test_a_week_ends_on_its_sunday() -> None:
    time = time_of("week-1", _TODAY)
    assert time is not None
    assert str(time.until) == "2026-01-04"


@pytest.mark.parametrize(
    ("normal", "when", "day"),
    [
        ("3 years ago", "at", "2023"),
        ("two years ago", "at", "2024"),
        ("3년 전", "at", "2023"),
        ("이년 전", "at", "2024"),
        ("3年前", "at", "2023"),
        ("三年前の会長", "at", "2023"),
        ("2개월 전", "at", "2025-11"),
        ("3か月前", "at", "2025-10"),
        ("10 days ago", "at", "2025-12-26"),
        ("the past 3 years", "since", "2023"),
        ("지난 3년", "since", "2023"),
        ("過去3年", "since", "2023"),
        ("last two years", "since", "2024"),
    ],
)
def test_a_stretch_is_counted_back(normal: str, when: str, day: str) -> None:
    (found,) = find_counted(normal, ALL_WORDS, _TODAY)
    assert (found.time.when, str(found.time.date)) == (when, day)


@pytest.mark.parametrize("normal", ["999 years before", "years ago", "13 years", "회장이 년 전", "2 ago"])
def test_nothing_else_is_counted(normal: str) -> None:
    assert list(find_counted(normal, ALL_WORDS, _TODAY)) == []


def test_before_the_calendar_there_is_no_time() -> None:
    assert list(find_counted("5 years ago", ALL_WORDS, date(3, 1, 1))) == []
