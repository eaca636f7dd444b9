"""Dates as sources give them: a day, a month or a year. The one rule: a date never claims more than it says."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; it stands for that whole interval."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, written: str) -> PartialDate:
        """Read ``2025``, ``2025-05`` or ``2025-05-29``; ValueError for anything else."""
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise ValueError(f"not YYYY, YYYY-MM or YYYY-MM-DD: {written!r}")
        year, month, day = (None if part is None else int(part) for part in found.groups())
        assert year is not None
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day it may stand for."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may stand for."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Period:
    """From a start to an end; None is "not known" at the start and "not known to have ended" at the end."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def may_cover(self, day: date) -> bool:
        """Whether ``day`` could lie within: partial ends count as a whole, an unknown start as open.

        The end day itself belongs to the successor, unless only its month or year is known.
        """
        if self.start is not None and day < self.start.first:
            return False
        if self.end is None:
            return True
        return day < self.end.last if self.end.day is not None else day <= self.end.last

    def overlaps(self, first: date, last: date) -> bool:
        """Whether any day from ``first`` to ``last`` may lie within."""
        if self.start is not None and last < self.start.first:
            return False
        if self.end is None:
            return True
        return first < self.end.last if self.end.day is not None else first <= self.end.last
