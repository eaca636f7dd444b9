"""Who held a post when. The one rule: a term reaches no further than what a source lets us say.

An unknown start is not "ever since"; an open end is closed by the successor's start, when one is known.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from bot.answering.fields import number_of, truth_of, word_of, words_of
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Fact

_HEAD_TIERS = (
    frozenset({"chair", "co-chair", "acting-chair"}),
    frozenset({"board-chair"}),
    frozenset({"president"}),
    frozenset({"director-general"}),
    frozenset({"managing-director"}),
    frozenset({"lead-secretary"}),
)
HEAD_ROLES = frozenset().union(*_HEAD_TIERS)
LESSER_HEADS = frozenset({"board-chair", "president"})
_NOT_IN_OFFICE = ("announced", "not-held", "postponed")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Term:
    """A head's fact with the days it reaches: from ``first`` up to, not including, ``beyond`` (None: open)."""

    fact: Fact
    first: date
    beyond: date | None

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.beyond is None or day < self.beyond)

    def touches(self, first: date, last: date) -> bool:
        return self.first <= last and (self.beyond is None or first < self.beyond)


def holder_of(fact: Fact) -> str:
    return word_of(fact, "person") or ""


@lru_cache(maxsize=4096)
def head_terms(knowledge: KnowledgeBase, body_id: str) -> tuple[Term, ...]:
    """Every head's term that began, oldest first; of each rank of head, and each side, apart."""
    facts = [fact for fact in knowledge.facts_of(body_id, "leadership") if fact.status not in _NOT_IN_OFFICE]
    rows: dict[tuple[int, str | None], list[Fact]] = {}
    for fact in favoured([fact for fact in facts if word_of(fact, "role") in HEAD_ROLES]):
        rows.setdefault((_rank(fact), word_of(fact, "side")), []).append(fact)
    terms = [term for row in rows.values() for term in _reaches(sorted(row, key=_order))]
    return tuple(sorted(terms, key=lambda term: (term.first, term.beyond or date.max, term.fact.id)))


def _rank(fact: Fact) -> int:
    """The place of a head's role among the tiers."""
    role = word_of(fact, "role")
    return next(place for place, tier in enumerate(_HEAD_TIERS) if role in tier)


def favoured(facts: Sequence[Fact]) -> list[Fact]:
    """Of two dates for one thing that sources disagree on, the one that is held; else the one confirmed last."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=_standing):
        same_holder = {one.id for one in kept if holder_of(one) == holder_of(fact)}
        if not same_holder & set(words_of(fact, "conflicts_with")):
            kept.append(fact)
    return kept


def _standing(fact: Fact) -> tuple[bool, int, str]:
    confirmed = fact.confirmed.last.toordinal() if fact.confirmed is not None else 0
    return (fact.status != "held", -confirmed, fact.id)


def _order(fact: Fact) -> tuple[date, str]:
    """By start; an end or a confirmation places a term whose start is not known."""
    end = fact.period.end
    placed = fact.period.start or end or fact.confirmed
    first = placed.first if placed is not None else date.max
    return (first - _DAY if fact.period.start is None and end is not None else first, fact.id)


def _reaches(row: list[Fact]) -> list[Term]:
    terms: list[Term] = []
    for index, fact in enumerate(row):
        before = row[index - 1] if index else None
        after = next((later for later in row[index + 1 :] if _succeeds(fact, later)), None)
        first, beyond = _first_day(fact, before), _day_beyond(fact, after)
        first = min(first, date.max - _DAY)
        terms.append(Term(fact, first, beyond if beyond is None or beyond > first else first + _DAY))
    return [_undated(term) if _only_recalled(term, terms) else term for term in terms]


def _only_recalled(term: Term, terms: Sequence[Term]) -> bool:
    """Whether a source that came later recalls a head without dates: another was in office when it was written."""
    period = term.fact.period
    if period.start is not None or period.end is not None or not truth_of(term.fact, "superseded"):
        return False
    dated = (other for other in terms if other.fact.period.start is not None)
    return any(other.covers(term.first) for other in dated)


def _undated(term: Term) -> Term:
    """A term that no day is known to lie in."""
    return Term(term.fact, date.min, date.min + _DAY)


def _succeeds(fact: Fact, later: Fact) -> bool:
    """Whether ``later`` took the seat of ``fact``: co-chairs sit side by side, disputed holders both claim it."""
    if word_of(fact, "role") == "co-chair" and word_of(later, "role") == "co-chair":
        return False
    if later.id in words_of(fact, "conflicts_with"):
        return False
    return later.period.start is not None and (fact.period.start is None or later.period.start != fact.period.start)


def _first_day(fact: Fact, before: Fact | None) -> date:
    if fact.period.start is not None:
        return fact.period.start.first
    if before is not None and before.period.end is not None:
        return before.period.end.first
    bounds = [fact.period.end.first - _DAY] if fact.period.end is not None else []
    bounds += [fact.confirmed.first] if fact.confirmed is not None else []
    return min(bounds, default=date.max)


def _day_beyond(fact: Fact, after: Fact | None) -> date | None:
    end = fact.period.end
    if end is None and after is not None:
        end = after.period.start
    closed = None if end is None else end.last if end.day is not None else end.last + _DAY
    if closed is not None and after is not None and after.period.start is not None:
        closed = min(closed, after.period.start.last)  # by the last day it may stand for, the successor is in office
    if fact.period.end is None and truth_of(fact, "superseded") and not _next_in_number(fact, after):
        known = fact.confirmed.last + _DAY if fact.confirmed is not None else date.min + _DAY
        return min(known, closed) if closed is not None else known
    return closed


def _next_in_number(fact: Fact, after: Fact | None) -> bool:
    numbers = number_of(fact, "ordinal"), number_of(after, "ordinal") if after is not None else None
    return numbers[0] is not None and numbers[1] == numbers[0] + 1


def is_over(knowledge: KnowledgeBase, fact: Fact, day: date) -> bool:
    """Whether a term is known to have ended by a day, though perhaps not when."""
    if fact.period.end is not None:
        return fact.period.end.last <= day
    if truth_of(fact, "superseded"):
        return True
    terms = head_terms(knowledge, fact.subject_id)
    return any(term.fact.id == fact.id and term.beyond is not None and term.beyond <= day for term in terms)


def heads_on(knowledge: KnowledgeBase, body_id: str, day: date) -> tuple[Fact, ...]:
    """The heads in office on a day, of the highest rank of head there is; two of one seat in a month of handover."""
    return heads_during(knowledge, body_id, day, day)


def heads_during(knowledge: KnowledgeBase, body_id: str, first: date, last: date) -> tuple[Fact, ...]:
    """Everybody in office on any of these days, in order."""
    terms = [term for term in head_terms(knowledge, body_id) if term.touches(first, last)]
    for tier in _HEAD_TIERS:
        found = tuple(term.fact for term in terms if word_of(term.fact, "role") in tier)
        if found:
            return found
    return ()


def post_holds_on(knowledge: KnowledgeBase, fact: Fact, day: date) -> bool:
    """Whether a post, of a head or not, was held on a day."""
    if fact.status in _NOT_IN_OFFICE:
        return False
    if word_of(fact, "role") in HEAD_ROLES:
        return any(term.fact.id == fact.id and term.covers(day) for term in head_terms(knowledge, fact.subject_id))
    beyond = _day_beyond(fact, None)
    return _first_day(fact, None) <= day and (beyond is None or day < beyond)


def _begins_within(fact: Fact, first: date, last: date) -> bool:
    began = _first_day(fact, None)
    return first < last and fact.status not in _NOT_IN_OFFICE and first <= began <= last


def history(knowledge: KnowledgeBase, body_id: str) -> tuple[Fact, ...]:
    """The row of heads, oldest first, of the highest rank of which any is known."""
    facts = tuple(term.fact for term in head_terms(knowledge, body_id))
    for tier in _HEAD_TIERS:
        row = tuple(fact for fact in facts if word_of(fact, "role") in tier)
        if row:
            return row
    return ()


def predecessor(knowledge: KnowledgeBase, fact: Fact) -> Fact | None:
    """The head before this one on the same side; a second term has the predecessor of the first."""
    return _neighbour(tuple(reversed(history(knowledge, fact.subject_id))), fact)


def successor(knowledge: KnowledgeBase, fact: Fact) -> Fact | None:
    return _neighbour(history(knowledge, fact.subject_id), fact)


def _neighbour(row: tuple[Fact, ...], fact: Fact) -> Fact | None:
    ids = [one.id for one in row]
    if fact.id not in ids:
        return None
    beyond = row[ids.index(fact.id) + 1 :]
    return next((one for one in beyond if _same_seat(one, fact) and holder_of(one) != holder_of(fact)), None)


def _same_seat(one: Fact, other: Fact) -> bool:
    starts = one.period.start, other.period.start
    together = starts[0] is not None and starts[0] == starts[1]
    return word_of(one, "side") == word_of(other, "side") and not together


def announced_heads(knowledge: KnowledgeBase, body_id: str) -> tuple[Fact, ...]:
    """Heads that are to take office, as announced, and have not been seen to."""
    facts = knowledge.facts_of(body_id, "leadership")
    roles = HEAD_ROLES | {"chair-designate"}
    return tuple(f for f in facts if f.status == "announced" and word_of(f, "role") in roles)


@lru_cache(maxsize=4096)
def posts_of(knowledge: KnowledgeBase, person_id: str) -> tuple[Fact, ...]:
    """A person's posts, newest first."""
    posts = [f for f in knowledge.facts_naming(person_id, "leadership") if holder_of(f) == person_id]
    return tuple(sorted(posts, key=_order, reverse=True))


def holders_on(
    knowledge: KnowledgeBase, body_id: str, roles: Collection[str], day: date, last: date | None = None
) -> tuple[Fact, ...]:
    """Who holds these posts on a day, or began to by the last day, each person once, by the fact confirmed last; the
    newest confirmed first."""
    posts = [f for f in knowledge.facts_of(body_id, "leadership") if word_of(f, "role") in roles]
    ends = (day, last or day)
    held = [f for f in posts if _begins_within(f, *ends) or any(post_holds_on(knowledge, f, one) for one in ends)]
    oldest_first = sorted(held, key=lambda f: (f.confirmed.last if f.confirmed is not None else date.min, f.id))
    return tuple({holder_of(f): f for f in oldest_first}.values())[::-1]
