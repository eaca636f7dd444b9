"""A source cannot vouch for something before it began, unless it was only announced."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "early-confirmation"
_AHEAD = frozenset({"announced", "not-held", "postponed"})


def check(loaded: Loaded) -> Iterator[Problem]:
    for fact in loaded.facts():
        start, confirmed = fact.period.start, fact.confirmed
        if start is None or confirmed is None or fact.status in _AHEAD:
            continue
        if confirmed.last < start.first:
            message = (
                f"Confirmed on {confirmed}, before it began on {start}; correct one of the dates, "
                "or write 'status: announced' if it was only announced then."
            )
            yield Problem(loaded.at("fact", fact.id, "confirmed"), CODE, message)
