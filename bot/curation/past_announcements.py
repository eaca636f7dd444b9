"""What was announced for a day that has gone by and was never told as held. The one rule: a day is past only when the
whole of a vague date is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.answering.fields import word_of
from bot.answering.gatherings import gatherings
from bot.answering.lookup import holder_of
from bot.curation.findings import Finding
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Fact

CODE = "past-announcement"


def find(base: KnowledgeBase, today: date, months: int) -> Iterator[Finding]:
    """``months`` is not asked here: the day announced is the day."""
    for fact in base.facts.values():
        if fact.status != "announced" or _is_told_otherwise(base, fact):
            continue
        day = fact.period.start if fact.kind == "leadership" else fact.period.end or fact.period.start
        if day is not None and day.last < today:
            yield Finding(fact.location, CODE, _message(fact, str(day)), day.last)


def _is_told_otherwise(base: KnowledgeBase, fact: Fact) -> bool:
    """Whether another fact tells what came of it: the meeting that was held or called off, the post that was taken."""
    if fact.kind == "edition":
        rows = gatherings(base, fact.subject_id)
        same = next((one.facts for one in rows if any(each.id == fact.id for each in one.facts)), ())
        return any(each.status != "announced" for each in same)
    if fact.kind == "leadership":
        posts = base.facts_of(fact.subject_id, "leadership")
        return any(_is_same_post(fact, post) for post in posts if post.status != "announced")
    return False


def _is_same_post(fact: Fact, other: Fact) -> bool:
    """Whether the other fact tells the same person in the same post, from about then on."""
    starts = fact.period.start, other.period.start
    began = starts[0] is None or starts[1] is None or starts[1].last >= starts[0].first
    return began and holder_of(fact) == holder_of(other) and word_of(fact, "role") == word_of(other, "role")


def _message(fact: Fact, day: str) -> str:
    if fact.kind == "leadership":
        what = f"'{holder_of(fact)}' was announced as {word_of(fact, 'role')} of '{fact.subject_id}' for {day}"
        return f"{what}; find out who took office, then remove 'status: announced' or end this fact."
    what = f"'{fact.id}' was announced for {day}"
    return f"{what}; find out what came of it, then remove 'status: announced' or write 'not-held' or 'postponed'."
