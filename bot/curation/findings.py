"""What a curator should look at again. The one rule: a finding names a line to jump to and what to do there."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.model.knowledge import Location


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that time has overtaken: where, which rule says so, what to do, and since which day it is due."""

    location: Location
    code: str
    message: str
    due: date | None = None

    def __str__(self) -> str:
        """One line, as a problem of the check is."""
        since = f" (due since {self.due})" if self.due is not None else ""
        return f"{self.location}: {self.code}: {self.message}{since}"


def soonest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By the day they were due, the one that waits longest first; at the end those that are due on no day."""
    return tuple(sorted(findings, key=lambda one: (one.due or date.max, one.location, one.code, one.message)))


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last day of one that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
