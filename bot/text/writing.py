"""Dates, numbers, lists and stretches of time in words. The one rule: wording comes from a lexicon's ``formats``.

A slot is ``{name}``; a format that is not given falls back to a plainer one, so nothing here ever fails on knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.model.dates import PartialDate

Formats = Mapping[str, str]
_SLOT = re.compile(r"\{(\w+)\}")


def write_date(when: PartialDate, formats: Formats, months: Sequence[Sequence[str]] = ()) -> str:
    """By ``date-day``, ``date-month`` or ``date-year``, with {year}, {month}, {day} and {month_name}: the first name
    that ``months`` (a lexicon's) gives."""
    precision = "day" if when.day is not None else "month" if when.month is not None else "year"
    name = ""
    if when.month is not None:
        name = months[when.month - 1][0] if len(months) >= when.month and months[when.month - 1] else str(when.month)
    pattern = formats.get(f"date-{precision}")
    return (
        str(when)
        if pattern is None
        else _filled(pattern, year=when.year, month=when.month or "", day=when.day or "", month_name=name)
    )


def write_number(number: int) -> str:
    return f"{number:,}"


def write_ordinal(number: int, formats: Formats, kind: str = "") -> str:
    """By ``ordinal-<kind>`` (a meeting, a head…) or else ``ordinal``, with {n} and the English {suffix}."""
    pattern = formats.get(f"ordinal-{kind}") or formats.get("ordinal", "{n}")
    ends_in_teen = number % 100 in (11, 12, 13)
    suffix = "th" if ends_in_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return _filled(pattern, n=number, suffix=suffix)


def write_list(items: Sequence[str], formats: Formats) -> str:
    """Joined by ``list-separator``, and by ``list-last`` before the last item."""
    separator = formats.get("list-separator", ", ")
    last = formats.get("list-last", separator)
    return last.join((separator.join(items[:-1]), items[-1])) if len(items) > 1 else "".join(items)


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole years and months, or days where there is no whole month. Inexact where a date is not known to the day."""

    years: int
    months: int
    days: int
    is_exact: bool


def duration_between(start: PartialDate, end: PartialDate) -> Duration:
    """From one date to another, never negative; months count only where both dates know theirs."""
    if start.month is None or end.month is None:
        return Duration(max(0, end.year - start.year), 0, 0, False)
    months = (end.year - start.year) * 12 + end.month - start.month
    is_exact = start.day is not None and end.day is not None
    if is_exact and end.first.day < start.first.day:
        months -= 1
    years, months = divmod(max(0, months), 12)
    days = max(0, (end.first - start.first).days) if is_exact and not years and not months else 0
    return Duration(years, months, days, is_exact)


def write_duration(duration: Duration, formats: Formats) -> str:
    """By ``duration-years`` {years}, ``duration-months`` {months} or ``duration-days`` {days}, each perhaps with a form
    for one (``duration-years-one``). ``duration-years-months`` joins {years} and {months}; ``duration-about`` says
    {duration} where it is not exact, ``duration-short`` that it is less than the dates can tell."""
    parts = {name: _counted(name, getattr(duration, name), formats) for name in ("years", "months", "days")}
    if duration.years and duration.months:
        words = _filled(formats.get("duration-years-months", "{years} {months}"), **parts)
    elif duration.years or duration.months:
        words = parts["years"] if duration.years else parts["months"]
    elif duration.is_exact:
        words = parts["days"]
    else:
        return formats.get("duration-short", parts["months"])
    return words if duration.is_exact else _filled(formats.get("duration-about", "{duration}"), duration=words)


def _counted(unit: str, number: int, formats: Formats) -> str:
    plural = formats.get(f"duration-{unit}", f"{{{unit}}}")
    pattern = formats.get(f"duration-{unit}-one", plural) if number == 1 else plural
    return _filled(pattern, **{unit: number})


def _filled(pattern: str, **slots: str | int) -> str:
    return _SLOT.sub(lambda slot: str(slots.get(slot[1], slot[0])), pattern)
