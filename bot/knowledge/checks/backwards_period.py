"""Nothing ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.knowledge.schema import FACT_KINDS
from bot.model.dates import PartialDate
from bot.model.knowledge import Problem

CODE = "backwards-period"


def check(loaded: Loaded) -> Iterator[Problem]:
    for fact in loaded.facts():
        start, end = fact.period.start, fact.period.end
        names = FACT_KINDS[fact.kind]
        field = names.ends if names.ends in fact.data else "to"
        ends = [(field, end), ("term_ends", fact.data.get("term_ends"))]
        for name, date in ends:
            if start is not None and isinstance(date, PartialDate) and date.last < start.first:
                message = f"This ends on {date}, before it begins on {start}; exchange or correct the two dates."
                yield Problem(loaded.at("fact", fact.id, name), CODE, message)
