"""Fill the slots of an intent from what was said: time, part, country, kind of body, number, yes or no.

The one rule: beside a person, before and after are told of the person; else a date goes before a relation, and a
relation before the plain past. Nothing said means now.
"""

from __future__ import annotations

from bot.knowledge.base import IntentSpec
from bot.model.understanding import NOW, Interpretation, Time, When
from bot.understanding.asking import Asking
from bot.understanding.subjects import Row

_RELATIONS: tuple[When, ...] = ("before", "after", "history", "first", "next", "latest")
_KINDS = (("chamber_word", "chamber"), ("federation_word", "federation"), ("association", "association"))
_ASKED_OPENLY = frozenset("who what which when where why how how_many duration since until list".split())


def interpretation_of(spec: IntentSpec, part: str | None, asking: Asking, row: Row) -> Interpretation:
    """The interpretation of a question by one intent, about one row of subjects."""
    implied = next((spec.parts[concept] for concept in sorted(asking.said) if concept in spec.parts), None)
    return Interpretation(
        spec.id,
        row.subject_ids,
        _time(asking, row),
        asking.role if spec.id == "leader" and asking.role is not None else part or implied,
        next(iter(asking.countries)) if len(asking.countries) == 1 else None,
        _kind(asking),
        None,
        asking.ordinal,
        asking.attribute,
        _is_yes_no(spec, asking, row),
        "how_many" in asking.said,
        ("subjects",) if row.inherited else (),
        places=asking.places,
    )


def _kind(asking: Asking) -> str | None:
    """The kind of body asked for; "business federations" are said of all bodies of business."""
    if {"business_word", "federation_word"} <= asking.said:
        return None
    return next((kind for concept, kind in _KINDS if concept in asking.said), None)


def _time(asking: Asking, row: Row) -> Time:
    if "person" in row.groups and (asking.said & {"before", "after"}):
        return Time("before" if "before" in asking.said else "after")
    if asking.time is not None and asking.time.date is not None:
        return asking.time
    for when in _RELATIONS:
        if when in asking.said:
            return Time(when)
    is_now = "now" in asking.said or (asking.time is not None and asking.time.when == "now")
    if "past" in asking.said and not is_now:
        return Time("past")
    return asking.time if asking.time is not None and not is_now else NOW


def _is_yes_no(spec: IntentSpec, asking: Asking, row: Row) -> bool:
    """Whether a yes or no is asked for: said so, or a head named beside the body with nothing else to ask."""
    if asking.said & _ASKED_OPENLY:
        return False
    return "is" in asking.said or (spec.id == "leader" and sorted(row.groups) == ["body", "person"])
