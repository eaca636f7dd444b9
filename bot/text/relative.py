"""Times counted from today. The one rule: a time is as coarse as the words for it ("3 years ago" is a year)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import get_args

from bot.model.dates import PartialDate
from bot.model.understanding import Time, When
from bot.text.timewords import TimeWords, alternatives

_SHIFT = re.compile(r"(?P<unit>year|month|week|day)(?P<by>[+-][0-9]+)?")
_WHENS: dict[str, When] = {when: when for when in get_args(When)}


@dataclass(frozen=True, slots=True)
class Counted:
    """A stretch of time counted in words: "3 years ago", "지난 3년"."""

    start: int
    end: int
    time: Time


def time_of(meaning: str, today: date) -> Time | None:
    """What a word for a time means today; None for the words that only join others."""
    shift = _SHIFT.fullmatch(meaning)
    if shift is not None:
        return _shifted(today, shift["unit"], int(shift["by"] or 0))
    when = _WHENS.get(meaning)
    return None if when is None or when in ("at", "since") else Time(when)


def find_counted(normal: str, words: TimeWords, today: date) -> Iterator[Counted]:
    """A year for "3 years ago", the time since then for "the past 3 years"; they may overlap."""
    if not words.counts_units(normal):
        return
    for pattern, is_stretch in zip(_patterns(words), (False, True), strict=True):
        for found in pattern.finditer(normal):
            unit = words.meanings[found["unit"]].removeprefix("unit-")
            time = _shifted(today, unit, -_value(found["number"], words))
            if time is not None:
                yield Counted(*found.span(), Time("since", time.date) if is_stretch else time)


@lru_cache(maxsize=16)
def _patterns(words: TimeWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    number = rf"(?:[0-9]{{1,3}}|{alternatives(words.numbers)})"
    unit = words.meaning("unit-year", "unit-month", "unit-week", "unit-day")
    counted = rf"(?<![0-9a-z.])(?<![가-힣](?=[가-힣]))(?P<number>{number}) ?(?P<unit>{unit})"
    stretch = rf"{words.meaning('past', 'previous', 'latest')} ?[の의]? ?{counted}(?![a-z])"
    return re.compile(rf"{counted} ?{words.meaning('ago')}(?![a-z])"), re.compile(stretch)


def _value(number: str, words: TimeWords) -> int:
    return int(number) if number.isdecimal() else words.numbers[number]


def _shifted(today: date, unit: str, by: int) -> Time | None:
    """The year, month, week or day ``by`` units from today; None beyond the calendar."""
    try:
        if unit == "year":
            return Time("at", PartialDate(today.year + by))
        if unit == "month":
            months = today.year * 12 + today.month - 1 + by
            return Time("at", PartialDate(months // 12, months % 12 + 1))
        if unit == "day":
            return Time("at", PartialDate.of(today + timedelta(days=by)))
        monday = today + timedelta(weeks=by, days=-today.weekday())
        return Time("at", PartialDate.of(monday), PartialDate.of(monday + timedelta(days=6)))
    except (ValueError, OverflowError):
        return None
