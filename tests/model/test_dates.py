from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.dates import PartialDate, Period


def period(start: str | None, end: str | None) -> Period:
    return Period(*(None if written is None else PartialDate.parse(written) for written in (start, end)))


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-05-29", date(2025, 5, 29), date(2025, 5, 29)),
    ],
)
def test_a_date_stands_for_its_whole_interval(written: str, first: date, last: date) -> None:
    read = PartialDate.parse(written)
    assert (read.first, read.last) == (first, last)
    assert read.covers(first)
    assert read.covers(last)


@pytest.mark.parametrize("written", ["", "25", "2025-5", "2025-13", "2025-02-30", "2025-05-29T00:00", "May 2025"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(written)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2025, None, 29)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_written_as_it_is_read(day: date) -> None:
    assert PartialDate.parse(str(PartialDate.of(day))) == PartialDate.of(day)
    assert str(PartialDate.of(day)) == day.isoformat()


def test_the_day_of_handover_belongs_to_the_successor() -> None:
    handover = date(2025, 5, 29)
    assert not period("2021-06-01", "2025-05-29").may_cover(handover)
    assert period("2025-05-29", None).may_cover(handover)


def test_an_end_known_to_the_month_may_cover_all_of_it() -> None:
    assert period("2011", "2025-06").may_cover(date(2025, 6, 30))
    assert not period("2011", "2025-06").may_cover(date(2025, 7, 1))


def test_an_unknown_start_is_open() -> None:
    assert period(None, "2025-06").may_cover(date(1960, 1, 1))


def test_a_span_overlaps_a_period_that_it_touches() -> None:
    term = period("2021-06-01", "2025-05-29")
    assert term.overlaps(date(2025, 1, 1), date(2025, 12, 31))
    assert not term.overlaps(date(2025, 5, 29), date(2025, 12, 31))
    assert not term.overlaps(date(2020, 1, 1), date(2021, 5, 31))
