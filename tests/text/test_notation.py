from __future__ import annotations

from datetime import date

import pytest

from bot.text.normalise import normalise
from bot.text.notation import find_dates
from tests.text.words import ALL_WORDS

_TODAY = date(2026, 11, 23)


def _longest(written: str) -> str | None:
    """The longest date read in a text."""
    found = list(find_dates(normalise(written).text, ALL_WORDS, _TODAY))
    best = max(found, key=lambda one: one.end - one.start, default=None)
    return str(best.partial(2000)) if best is not None else None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024", "2024"),
        ("2024년", "2024"),
        ("2024年", "2024"),
        ("'24년도", "2024"),
        ("24년 5월", "2024-05"),
        ("２０２４年度", "2024"),
        ("二〇二四年", "2024"),
        ("一九九八年", "1998"),
        ("March 2023", "2023-03"),
        ("Mar. 2023", "2023-03"),
        ("march of 2023", "2023-03"),
        ("2023년 3월", "2023-03"),
        ("2023年3月", "2023-03"),
        ("2023-03", "2023-03"),
        ("2023.3", "2023-03"),
        ("2023/3", "2023-03"),
        ("29 May 2025", "2025-05-29"),
        ("29th of May, 2025", "2025-05-29"),
        ("May 29th, 2025", "2025-05-29"),
        ("2025 May 29", "2025-05-29"),
        ("2025년 5월 29일", "2025-05-29"),
        ("2025年5月29日", "2025-05-29"),
        ("2025-05-29", "2025-05-29"),
        ("2025/5/29", "2025-05-29"),
        ("2025. 5. 29.", "2025-05-29"),
        ("20250529", "2025-05-29"),
        ("5/29/2025", "2025-05-29"),
        ("29.5.2025", "2025-05-29"),
        ("5/6/2025", "2025"),
        ("令和5年", "2023"),
        ("令和元年5月1日", "2019-05-01"),
        ("平成30年", "2018"),
        ("昭和57年", "1982"),
        ("R5年", "2023"),
        ("H30年", "2018"),
        ("5월 29일", "2000-05-29"),
        ("May 29", "2000-05-29"),
        ("2025년 2월 30일", "2025-02"),
    ],
)
def test_a_date_is_read_as_written(written: str, day: str) -> None:
    assert _longest(written) == day


@pytest.mark.parametrize(
    ("written", "until"),
    [
        ("2010s", "2019"),
        ("the 1990's", "1999"),
        ("2010년대", "2019"),
        ("90年代", "1999"),
        ("2019~21", "2021"),
        ("2019-2021年", "2021"),
    ],
)
def test_a_span_has_an_end(written: str, until: str) -> None:
    found = find_dates(normalise(written).text, ALL_WORDS, _TODAY)
    assert str(max(found, key=lambda one: one.end - one.start).until) == until


@pytest.mark.parametrize(
    "written",
    [
        "57th",
        "제57회",
        "第57回",
        "57차",
        "1,574 companies",
        "2000명",
        "2000社",
        "2,000 members",
        "010-1234-2020",
        "v2024.1.2.3",
        "제2024호",
        "20년간",
        "12개월",
        "15년",
        "3월요일",
        "3200",
        "12024",
    ],
)
def test_a_number_that_counts_something_is_no_year(written: str) -> None:
    assert list(find_dates(normalise(f"x {written} x").text, ALL_WORDS, _TODAY)) == []


def test_a_month_by_name_alone_is_not_sure() -> None:
    (found,) = find_dates("may i ask", ALL_WORDS, _TODAY)
    assert not found.sure
