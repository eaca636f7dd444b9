"""Two people do not hold the same post of the same body at the same time.

Dates that are known to the year or month only may touch; posts that several people share are left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Fact, Problem

CODE = "overlapping-terms"
_SINGLE = frozenset({"chair", "president", "acting-chair", "board-chair", "director-general", "lead-secretary"})


def check(loaded: Loaded) -> Iterator[Problem]:
    posts: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in loaded.facts():
        if fact.kind == "leadership" and fact.data.get("role") in _SINGLE and fact.status == "held":
            title = fact.data.get("title")
            unit = title.get("en") if isinstance(title, dict) else None
            posts[fact.subject_id, fact.data["role"], fact.data.get("side"), unit].append(fact)
    for facts in posts.values():
        for first, second in combinations(facts, 2):
            if second.id not in _conflicts(first) and _overlap(first, second):
                later = max(first, second, key=lambda fact: fact.location)
                other = first if later is second else second
                yield Problem(loaded.at("fact", later.id, "from"), CODE, _message(later, other))


def _overlap(first: Fact, second: Fact) -> bool:
    """Whether the two share a day for certain."""
    if _is_open(first) and _is_open(second):
        return True
    (start, end), (other_start, other_end) = _certain(first), _certain(second)
    return max(start, other_start) < min(end, other_end)


def _is_open(fact: Fact) -> bool:
    return fact.period.end is None and fact.data.get("superseded") is not True


def _certain(fact: Fact) -> tuple[date, date]:
    """The days of the term that are certain, from its latest start to its earliest end."""
    start, end = fact.period.start, fact.period.end
    if _is_open(fact):
        return (start.last if start is not None else date.max), date.max
    last = end.first if end is not None else date.min
    return (start.last if start is not None else last), last


def _conflicts(fact: Fact) -> tuple[str, ...]:
    named = fact.data.get("conflicts_with", ())
    return named if isinstance(named, tuple) else ()


def _message(later: Fact, other: Fact) -> str:
    return (
        f"This term overlaps with '{other.id}' ({other.location}): the same post has two holders at once; "
        "add 'to:' (or 'superseded: true') to the earlier term, or correct the dates."
    )
