"""How the clauses of one message go together. The one rule: a clause may be answered by itself only where nothing that
is asked in the rest is lost."""

from __future__ import annotations

from datetime import date

from bot.model.conversation import Session
from bot.model.understanding import Reading

_ASKING = frozenset("who what which when where why how how_many since until duration".split())

_MOST_LENT = 6


def may_stand_alone(clause: Reading, whole: Reading, today: date) -> bool:
    """Whether the clause asks something, and every question word and every day gone by ``today`` of the message stand
    in it."""
    asked = whole.concepts & _ASKING
    day = whole.time.date if whole.time is not None else None
    keeps_the_day = day is None or day.first > today or clause.time is not None
    return bool(clause.concepts or clause.mentions) and asked <= clause.concepts and keeps_the_day


def mentioning(whole: Reading, clause: Reading) -> Session:
    """What the clause may lean on: the names of the other clauses, nearest first, and no earlier turn. What is left
    out beside it was not understood, so it may be about something else."""
    mine = {entity_id for mention in clause.mentions for entity_id in mention.entity_ids}
    others = [mention.entity_ids[0] for mention in reversed(whole.mentions) if not mine & set(mention.entity_ids)]
    return Session(focus=tuple(dict.fromkeys(others))[:_MOST_LENT])
