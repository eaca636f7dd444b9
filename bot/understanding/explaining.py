"""The reasons behind a turn, a line each, in plain words. The one rule: it tells what was done and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.model.conversation import Reply
from bot.model.understanding import Candidate, Inheritance, Interpretation, Mention, Reading, Segment, Understanding

_MOST_CANDIDATES = 5


def explained(
    reading: Reading, lent: Inheritance, understanding: Understanding, meant: Interpretation | None, reply: Reply
) -> tuple[str, ...]:
    """Language, normal form, segments, mentions with evidence, what the session lent, candidates, facts chosen."""
    return (
        f"language     {reading.lang} (answered in {reply.lang})",
        f"normal form  {reading.normal}",
        *(f"repaired     {repair}" for repair in reading.repairs),
        *(f"segment      {_segment(segment)}" for segment in reading.segments if segment.kind != "skip"),
        *(f"mention      {_mention(mention)}" for mention in reading.mentions),
        *_lent(lent),
        *(f"candidate    {_candidate(candidate)}" for candidate in understanding.candidates[:_MOST_CANDIDATES]),
        f"verdict      {understanding.verdict}",
        f"meant        {meant if meant is not None else '–'}",
        *(f"fact         {fact_id}" for fact_id in reply.fact_ids),
        f"reply        {reply.status}, confidence {reply.confidence:.2f}",
    )


def _segment(segment: Segment) -> str:
    what = ", ".join(sorted(segment.concepts)) or segment.time or segment.ordinal or ""
    return f"{segment.kind:9}{segment.text!r} {what}".rstrip()


def _mention(mention: Mention) -> str:
    named = " | ".join(mention.entity_ids)
    found = f"{mention.rule}, alias {mention.alias!r}, {mention.score:.2f}"
    return f"{mention.text!r} [{mention.start}:{mention.end}] = {named} ({found})"


def _lent(lent: Inheritance) -> Iterator[str]:
    if lent.subject_ids or lent.last is not None:
        last = lent.last.intent if lent.last is not None else "nothing"
        yield f"session      focus {', '.join(lent.subject_ids) or 'empty'}; last asked: {last}"


def _candidate(candidate: Candidate) -> str:
    meant = candidate.interpretation
    about = " + ".join(meant.subject_ids) or "nobody in particular"
    evidence = "; ".join(f"{one.rule}: {one.detail}" for one in candidate.evidence)
    cost = "/".join(f"{part:g}" for part in candidate.cost)
    asked = f"{meant.intent} {meant.part}" if meant.part else meant.intent
    return f"{asked} about {about}, {candidate.score:.2f} (cost {cost}; {evidence})"
