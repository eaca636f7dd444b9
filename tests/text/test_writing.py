from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.dates import PartialDate
from bot.model.knowledge import Lang
from bot.text.writing import (
    duration_between,
    write_date,
    write_duration,
    write_list,
    write_number,
    write_ordinal,
)
from tests.text.words import FORMATS, MONTHS


def _date(written: str, lang: Lang) -> str:
    return write_date(PartialDate.parse(written), FORMATS[lang], MONTHS[lang])


@pytest.mark.parametrize(
    ("written", "lang", "words"),
    [
        ("2025-05-29", "en", "29 May 2025"),
        ("2025-05", "en", "May 2025"),
        ("2025", "en", "2025"),
        ("2025-05-29", "ko", "2025년 5월 29일"),
        ("2025-05", "ko", "2025년 5월"),
        ("2025", "ko", "2025년"),
        ("2025-05-29", "ja", "2025年5月29日"),
        ("2025-12", "ja", "2025年12月"),
    ],
)
def test_a_date_says_no_more_than_is_known(written: str, lang: Lang, words: str) -> None:
    assert _date(written, lang) == words


def test_without_formats_a_plain_writing_is_left() -> None:
    assert write_date(PartialDate(2025, 5), {}) == "2025-05"
    assert write_date(PartialDate(2025, 5), {"date-month": "{month_name}"}) == "5"
    assert write_list(("A", "B"), {}) == "A, B"
    assert write_ordinal(3, {}) == "3"


def test_thousands_are_parted() -> None:
    assert (write_number(1574), write_number(57), write_number(1234567)) == ("1,574", "57", "1,234,567")


@pytest.mark.parametrize(
    ("items", "lang", "words"),
    [
        ((), "en", ""),
        (("A",), "en", "A"),
        (("A", "B"), "en", "A and B"),
        (("A", "B", "C"), "en", "A, B and C"),
        (("A", "B", "C"), "ko", "A, B, C"),
        (("A", "B", "C"), "ja", "A、B、C"),
    ],
)
def test_a_list_is_joined_as_its_language_joins(items: tuple[str, ...], lang: Lang, words: str) -> None:
    assert write_list(items, FORMATS[lang]) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (57, "57th"), (113, "113th"), (122, "122nd")],
)
def test_english_ordinals_have_their_suffix(number: int, words: str) -> None:
    assert write_ordinal(number, FORMATS["en"]) == words


def test_a_meeting_and_a_head_are_counted_by_their_own_words() -> None:
    assert write_ordinal(57, FORMATS["ko"]) == "제57회"
    assert write_ordinal(15, FORMATS["ko"], "head") == "제15대"
    assert write_ordinal(15, FORMATS["ja"], "head") == "第15代"


@pytest.mark.parametrize(
    ("start", "end", "lang", "words"),
    [
        ("2021-06-01", "2025-05-29", "en", "3 years and 11 months"),
        ("2021-06-01", "2022-06-01", "en", "1 year"),
        ("2024-06-01", "2025-07-01", "en", "1 year and 1 month"),
        ("2025-05-29", "2025-06-01", "en", "3 days"),
        ("2025-05-29", "2025-05-29", "en", "0 days"),
        ("2021", "2025", "en", "about 4 years"),
        ("2021-06", "2025-05-29", "ko", "약 3년 11개월"),
        ("2021-06-01", "2025-05-29", "ja", "3年11か月"),
        ("2025", "2025-05-29", "en", "less than a year"),
        ("2025-01-31", "2025-03-01", "en", "1 month"),
        ("2026-01-01", "2025-01-01", "en", "0 days"),
    ],
)
def test_a_stretch_of_time_is_as_exact_as_its_dates(start: str, end: str, lang: Lang, words: str) -> None:
    duration = duration_between(PartialDate.parse(start), PartialDate.parse(end))
    assert write_duration(duration, FORMATS[lang]) == words


@settings(max_examples=100, deadline=None)
@given(st.dates(), st.dates())
def test_a_stretch_of_time_is_never_negative(one: date, other: date) -> None:
    duration = duration_between(PartialDate.of(one), PartialDate.of(other))
    assert min(duration.years, duration.months, duration.days) >= 0
    assert duration.months < 12
    assert duration.days < 31
