"""Follow-ups that a person may ask next. The one rule: only questions that get an answer, each naming its subject.

Whether one is answered is found out by answering it: each case of suggestions.yaml stands for an interpretation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import heads_on, history
from bot.answering.names import bare_name, full_name, name, title_of
from bot.answering.relations import central_first
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Lang
from bot.model.understanding import NOW, Interpretation, Time

MOST_OFFERED = 3
_BODIES = ("organization",)
_SERIES = ("event_series",)


@dataclass(frozen=True, slots=True)
class _Case:
    """The interpretation that a suggestion stands for, and the types of the entities it names."""

    intent: str
    types: tuple[tuple[str, ...], ...] = ()
    part: str | None = None
    time: Time = NOW


_CASES = {
    "leader": _Case("leader", (_BODIES,)),
    "before": _Case("leader", (_BODIES, ("person",)), time=Time("before")),
    "history": _Case("leader", (_BODIES,), time=Time("history")),
    "person": _Case("person", (("person",),)),
    "company": _Case("person", (("person",),), "company"),
    "counterpart": _Case("counterpart", (_BODIES,)),
    "counterpart_person": _Case("counterpart", (("person",),)),
    "counterparts_all": _Case("counterpart"),
    "body": _Case("body", (_BODIES,)),
    "founded": _Case("body", (_BODIES,), "founded"),
    "members": _Case("body", (_BODIES,), "members"),
    "series": _Case("series", (_SERIES,)),
    "edition_latest": _Case("edition", (_SERIES,), time=Time("latest")),
    "edition_topics": _Case("edition", (_SERIES,), "topics", Time("latest")),
    "edition_where": _Case("edition", (_SERIES,), "where", Time("latest")),
    "edition_next": _Case("edition", (_SERIES,), time=Time("next")),
    "meetings": _Case("meetings", (_BODIES,)),
    "meetings_between": _Case("meetings", (_BODIES, _BODIES)),
    "meetings_all": _Case("meetings", (), "list"),
    "agreements": _Case("agreement", (_BODIES, _BODIES)),
    "agreements_all": _Case("agreement"),
    "connection": _Case("connection", (_BODIES, _BODIES)),
    "sector": _Case("sector", (("sector",),)),
    "channel": _Case("sector", (("sector",),), "channel"),
    "strength": _Case("sector", (("sector",),), "strength"),
    "key_bodies": _Case("sector", (("sector",),), "bodies"),
    "overview": _Case("overview"),
    "regions": _Case("region"),
}
_SLOTS = {"organization": "body", "person": "person", "event_series": "series", "sector": "sector"}


def suggest(ask: Inquiry, offers: Iterable[Offer], compose: Callable[[Inquiry], Draft]) -> tuple[str, ...]:
    """The first offers that fit, are not what was just asked, and get an answer."""
    said: list[str] = []
    for offer in dict.fromkeys(offers):
        case = _CASES[offer.case]
        if len(said) == MOST_OFFERED or not _fits(ask, offer, case) or _is_asked(ask, offer, case):
            continue
        question = _answered_question(compose, ask.knowledge, ask.today, ask.lang, offer)
        if question is not None:
            said.append(question)
    return tuple(dict.fromkeys(said))


@lru_cache(maxsize=16384)
def _answered_question(
    compose: Callable[[Inquiry], Draft], knowledge: KnowledgeBase, today: date, lang: Lang, offer: Offer
) -> str | None:
    """The question that an offer stands for, None where it gets no answer. What was said before plays no part in it,
    so it is found out once a day."""
    case = _CASES[offer.case]
    ask = Inquiry(Interpretation(case.intent, offer.entity_ids, case.time, case.part), knowledge, today, lang)
    return _question(ask, offer) if compose(ask).status == "answered" else None


def _fits(ask: Inquiry, offer: Offer, case: _Case) -> bool:
    entities = [ask.knowledge.entities.get(one) for one in offer.entity_ids]
    if len(entities) != len(case.types):
        return False
    return all(one is not None and one.type in types for one, types in zip(entities, case.types, strict=True))


def _is_asked(ask: Inquiry, offer: Offer, case: _Case) -> bool:
    reading = ask.reading
    same_time = reading.time.when == case.time.when or (reading.time == NOW and case.time.when == "latest")
    same = reading.intent == case.intent and set(offer.entity_ids) == set(reading.subject_ids)
    is_told = reading.part == case.part or (reading.part is None and reading.intent == "edition")
    return same and same_time and reading.time.date is None and is_told


def _question(ask: Inquiry, offer: Offer) -> str:
    slots: dict[str, str | None] = {}
    for entity_id in offer.entity_ids:
        slot = _SLOTS[ask.knowledge.entities[entity_id].type]
        slots[slot if slot not in slots else f"{slot}2"] = _unmistakable(ask, entity_id)
        slots[f"{slot}_bare"] = bare_name(ask.knowledge.entities[entity_id], ask.lang)
        heads = heads_on(ask.knowledge, entity_id, ask.today) or history(ask.knowledge, entity_id)
        slots["title"] = title_of(ask, heads[-1]) if heads else slots.get("title")
    return ask.say("suggestions", offer.case, **slots)


def _unmistakable(ask: Inquiry, entity_id: str) -> str:
    """The short name, or the full one where another goes by the short one too."""
    entity = ask.knowledge.entities[entity_id]
    short = bare_name(entity, ask.lang)
    is_alone = ask.knowledge.short_names.get((ask.lang, short), 0) < 2
    return name(ask, entity_id) if is_alone else full_name(entity, ask.lang)


def first_offers(ask: Inquiry) -> tuple[Offer, ...]:
    """Where to start: what the field's most connected pair, and the first series, can be asked."""
    knowledge = ask.knowledge
    paired = (one for one in knowledge.of_type("organization") if knowledge.facts_of(one.id, "counterpart"))
    bodies = central_first(knowledge, paired)
    series = [one.id for one in knowledge.of_type("event_series") if knowledge.facts_of(one.id, "series")]
    sectors = [one.id for one in knowledge.of_type("sector")]
    offers = [Offer("leader", (one.id,)) for one in bodies[:1]]
    offers += [Offer("counterpart", (one.id,)) for one in bodies[1:2]]
    offers += [Offer("edition_latest", (one,)) for one in series[:1]]
    offers += [Offer("sector", (one,)) for one in sectors[:1]]
    return (*offers, Offer("overview"))
