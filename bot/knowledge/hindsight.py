"""The knowledge as it could have been told on an earlier day. The one rule: nothing that came later is told as done.

What was wholly known by then stays as it is. Of the rest, what had begun stays, without its end and without words that
speak of later days; what a source of the time foretold counts as announced; what nobody had told is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate, Period
from bot.model.knowledge import Fact, FactValue, Lang

_FORETOLD = frozenset({"edition", "leadership"})
_FORETOLD_FIELDS = frozenset(
    {"edition", "date", "end_date", "place", "venue", "person", "role", "title", "side", "ordinal"}
)
_LONGEST_AHEAD = timedelta(days=200)
"""A source older than that, of something that has happened since, is rather one of what was before."""
_PLANNED_YEARS = 3
"""Words that look further beyond the newest source of their fact were written later."""
_LATER_KNOWN = ("superseded", "term_ends")
_NEEDS_NO_TEXT = frozenset({"leadership", "counterpart", "membership", "founding", "seat", "edition"})
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)(?:\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?)?")
"""A year, or as Korean and Japanese write it a month or a day; each text is told in these languages too."""


@lru_cache(maxsize=8)
def known_on(knowledge: KnowledgeBase, day: date) -> KnowledgeBase:
    """The knowledge as of a day; the very same one where nothing in it is younger."""
    facts = {fact.id: seen for fact in knowledge.facts.values() if (seen := _seen_on(knowledge, fact, day)) is not None}
    if all(facts.get(id_) is fact for id_, fact in knowledge.facts.items()):
        return knowledge
    return replace(knowledge, facts=facts, seen_on=day)


def _seen_on(knowledge: KnowledgeBase, fact: Fact, day: date) -> Fact | None:
    """A fact as it could be told on a day; None where it could not."""
    begins = _begins(knowledge, fact)
    is_ahead = begins is not None and begins.first > day
    if is_ahead and fact.status == "announced" and _is_wholly_known(knowledge, fact, day):
        return fact
    if is_ahead:
        return _foretold(knowledge, fact, day)
    vouched = _vouched_by(knowledge, fact, day)
    if fact.status == "announced" and vouched is None:
        return None
    known = _without_later(fact, day, _later_days(knowledge, fact, day))
    if fact.text and not known.text and fact.kind not in _NEEDS_NO_TEXT:
        return None
    if not _is_younger(knowledge, fact, day):
        return fact if known == fact else known
    sources = _sources_by(knowledge, fact, day) or fact.source_ids
    return replace(known, confirmed=_confirmed_by(fact, vouched, day), source_ids=sources)


def _is_younger(knowledge: KnowledgeBase, fact: Fact, day: date) -> bool:
    """Whether any source, or the last confirmation, of a fact is younger than the day."""
    dates = (fact.confirmed, *_published(knowledge, fact).values())
    return any(one is not None and one.first > day for one in dates)


def _is_wholly_known(knowledge: KnowledgeBase, fact: Fact, day: date) -> bool:
    """Whether all that is said of a fact is known to have been said by the day."""
    dates = (*_published(knowledge, fact).values(), *((fact.confirmed,) if fact.confirmed is not None else ()))
    return all(one is not None and one.last <= day for one in dates)


def _published(knowledge: KnowledgeBase, fact: Fact) -> Mapping[str, PartialDate | None]:
    return {one: knowledge.sources[one].published for one in fact.source_ids if one in knowledge.sources}


def _sources_by(knowledge: KnowledgeBase, fact: Fact, day: date) -> tuple[str, ...]:
    """The sources that were out by the day."""
    return tuple(id_ for id_, on in _published(knowledge, fact).items() if on is not None and on.first <= day)


def _vouched_by(knowledge: KnowledgeBase, fact: Fact, day: date) -> PartialDate | None:
    """The newest date by the day on which a source vouched for the fact."""
    dates = [one for one in (fact.confirmed, *_published(knowledge, fact).values()) if one is not None]
    return max((one for one in dates if one.first <= day), key=lambda one: (one.last, str(one)), default=None)


def _begins(knowledge: KnowledgeBase, fact: Fact) -> PartialDate | None:
    """When it is first known to hold; of a term or a count that has no date, its oldest source says that."""
    if fact.period.start is not None or fact.kind not in ("leadership", "membership"):
        return fact.period.start
    told = (fact.confirmed, fact.period.end, *_published(knowledge, fact).values())
    return min((one for one in told if one is not None), key=lambda one: (one.first, str(one)), default=None)


def _foretold(knowledge: KnowledgeBase, fact: Fact, day: date) -> Fact | None:
    """Something to come, of which a source had told: what it was going to be, and nothing of how it went."""
    start = fact.period.start
    if fact.kind not in _FORETOLD or fact.status not in ("held", "announced") or start is None:
        return None
    told = [one for one in (fact.confirmed, *_published(knowledge, fact).values()) if one is not None]
    ahead = [one for one in told if one.last <= day]
    newest = max(ahead, key=lambda one: (one.last, str(one)), default=None)
    if newest is None or (fact.status == "held" and start.first - newest.last > _LONGEST_AHEAD):
        return None
    data = {name: value for name, value in fact.data.items() if name in _FORETOLD_FIELDS}
    period = Period(start, fact.period.end if fact.kind == "edition" else None)
    sources = _sources_by(knowledge, fact, day) or fact.source_ids
    return replace(fact, status="announced", data=data, period=period, confirmed=newest, text={}, source_ids=sources)


def _confirmed_by(fact: Fact, vouched: PartialDate | None, day: date) -> PartialDate | None:
    """A source of the time; else, of what later sources say had begun, the day itself."""
    start = fact.period.start
    if vouched is not None and (start is None or vouched.last >= start.first):
        return vouched
    return PartialDate.of(day) if start is not None else None


def _later_days(knowledge: KnowledgeBase, fact: Fact, day: date) -> tuple[date, date]:
    """The days that words of a fact may not speak of: after the first of the two, up to the second.

    Of what was known by the day, words may tell of plans: for some years, and beyond all that is known anyway.
    """
    told = (fact.confirmed, *_published(knowledge, fact).values())
    newest = max((one.last.year for one in told if one is not None), default=None)
    if newest is None or _is_younger(knowledge, fact, day):
        return day, date.max
    is_plan = _is_wholly_known(knowledge, fact, day) and fact.kind != "correction"
    first = max(day, date(newest + _PLANNED_YEARS, 12, 31)) if is_plan else day
    return first, date(_newest_year(knowledge), 12, 31)


@lru_cache(maxsize=8)
def _newest_year(knowledge: KnowledgeBase) -> int:
    """The year of the newest confirmation: what is told of later years can only be planned."""
    return max((fact.confirmed.year for fact in knowledge.facts.values() if fact.confirmed is not None), default=0)


def _without_later(fact: Fact, day: date, later: tuple[date, date]) -> Fact:
    """Something begun, without its end where that came later, nor words that speak of later days."""
    period, data, text = fact.period, dict(fact.data), fact.text
    if period.end is not None and period.end.first > day and fact.kind == "leadership":
        period, text = Period(period.start, None), {}
    if fact.kind == "leadership" and fact.confirmed is not None and fact.confirmed.first > day:
        data = {name: value for name, value in data.items() if name not in _LATER_KNOWN}
    data = {name: value for name, value in data.items() if not _speaks_of(later, value)}
    return replace(fact, period=period, data=data, text={} if _speaks_of(later, text) else text)


def _speaks_of(days: tuple[date, date], value: FactValue | Mapping[Lang, str]) -> bool:
    """Whether words name a date after the first day and up to the second."""
    if not isinstance(value, Mapping):
        return False
    texts = [part for part in value.values() if isinstance(part, str)]
    first, last = ((day.year, day.month, day.day) for day in days)
    return any(first < _first_day(found) <= last for text in texts for found in _DATE.findall(text))


def _first_day(written: tuple[str, str, str]) -> tuple[int, ...]:
    return tuple(int(part or 1) for part in written)
