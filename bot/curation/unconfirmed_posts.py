"""Posts that nobody vouches for any more. The one rule: only a post that is told as held today can be stale."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.answering.fields import word_of
from bot.answering.lookup import holder_of, post_holds_on
from bot.curation.findings import Finding, months_after
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Fact

CODE = "unconfirmed-post"


def find(base: KnowledgeBase, today: date, months: int) -> Iterator[Finding]:
    for fact in base.facts.values():
        if fact.kind != "leadership" or not post_holds_on(base, fact, today):
            continue
        vouched = last_vouched(base, fact)
        due = months_after(vouched, months) if vouched is not None else today
        if due <= today:
            yield Finding(fact.location, CODE, _message(fact, vouched), due)


def last_vouched(base: KnowledgeBase, fact: Fact) -> date | None:
    """The last day on which a source may have vouched for it; of a fact not confirmed, that of its newest source."""
    if fact.confirmed is not None:
        return fact.confirmed.last
    cited = (base.sources[id_].published for id_ in fact.source_ids if id_ in base.sources)
    return max((published.last for published in cited if published is not None), default=None)


def _message(fact: Fact, vouched: date | None) -> str:
    last = f"not confirmed since {fact.confirmed or vouched}" if vouched is not None else "confirmed on no known day"
    return (
        f"'{holder_of(fact)}' as {word_of(fact, 'role')} of '{fact.subject_id}' is {last}; cite a newer source and "
        "raise 'confirmed:', or give the term its end ('to:', or 'superseded: true')."
    )
