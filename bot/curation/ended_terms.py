"""Terms that are past their end without a successor. The one rule: a seat that somebody holds today, or is announced
for, is not empty; a post below the head's may well be left empty, so only its date of expiry counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from bot.answering.fields import date_of, truth_of, word_of
from bot.answering.lookup import Term, announced_heads, head_terms, holder_of, post_holds_on
from bot.curation.findings import Finding
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Fact

CODE = "ended-term"


def find(base: KnowledgeBase, today: date, months: int) -> Iterator[Finding]:
    """``months`` is not asked here: an end is an end."""
    for fact in base.facts.values():
        if fact.kind == "leadership":
            yield from _run_out(base, fact, today)
    for entity in base.entities.values():
        seats: defaultdict[str | None, list[Term]] = defaultdict(list)
        for term in head_terms(base, entity.id):
            seats[word_of(term.fact, "side")].append(term)
        awaited = {word_of(fact, "side") for fact in announced_heads(base, entity.id)}
        for side, terms in seats.items():
            if side not in awaited and not any(term.covers(today) for term in terms):
                yield from _empty_seat(terms, today)


def _run_out(base: KnowledgeBase, fact: Fact, today: date) -> Iterator[Finding]:
    """A holder whose term was to end by now."""
    expiry = date_of(fact, "term_ends")
    if expiry is None or expiry.last >= today or not post_holds_on(base, fact, today):
        return
    message = (
        f"The term of '{holder_of(fact)}' as {word_of(fact, 'role')} of '{fact.subject_id}' was to end on {expiry}; "
        "add the successor, or raise 'term_ends:' and 'confirmed:' if it goes on."
    )
    yield Finding(fact.location, CODE, message, expiry.last)


def _empty_seat(terms: list[Term], today: date) -> Iterator[Finding]:
    """The last head of a seat that nobody holds, where that head is known to have left."""
    begun = [term for term in terms if term.first <= today]
    last = max(begun, key=lambda term: (term.beyond or date.max, term.first, term.fact.id), default=None)
    left = _left(last.fact) if last is not None else None
    if last is None or left is None:
        return
    message = (
        f"'{holder_of(last.fact)}' left as {word_of(last.fact, 'role')} of '{last.fact.subject_id}' and no successor "
        "is told; add the new term below this one."
    )
    yield Finding(last.fact.location, CODE, message, left)


def _left(fact: Fact) -> date | None:
    """The day by which a holder had left; of one of whom only that is known, the day of its confirmation."""
    if fact.period.end is not None:
        return fact.period.end.last
    known = fact.confirmed or fact.period.start
    return known.last if known is not None and truth_of(fact, "superseded") else None
