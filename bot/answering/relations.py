"""What stands between subjects: counterparts, series, agreements, links. The one rule: only what the data say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from bot.answering.fields import word_of, words_of
from bot.knowledge.base import KnowledgeBase, referenced_ids
from bot.model.knowledge import Entity, Fact

_TOOK_PLACE = ("held", "unconfirmed", "disputed")


def partners(knowledge: KnowledgeBase, entity_id: str, day: date | None = None) -> tuple[Fact, ...]:
    """The counterpart facts of a body (or person), those that began by ``day``."""
    facts = knowledge.facts_of(entity_id, "counterpart")
    return tuple(f for f in facts if word_of(f, "partner") and (day is None or _began(f) <= day))


def _began(fact: Fact) -> date:
    since = fact.data.get("since") or fact.period.start
    return since.first if since is not None and hasattr(since, "first") else date.min


def touches(fact: Fact, entity_id: str) -> bool:
    return fact.subject_id == entity_id or entity_id in referenced_ids(fact)


def facts_about(knowledge: KnowledgeBase, entity_id: str, *kinds: str) -> tuple[Fact, ...]:
    """The facts filed under an entity, then those of others that name it."""
    return knowledge.facts_of(entity_id, *kinds) + knowledge.facts_naming(entity_id, *kinds)


def facts_between(knowledge: KnowledgeBase, entity_ids: tuple[str, ...], *kinds: str) -> tuple[Fact, ...]:
    """The facts that touch all of these entities; newest first."""
    first, *others = entity_ids
    facts = facts_about(knowledge, first, *kinds)
    return newest_first(tuple(f for f in facts if all(touches(f, other) for other in others)))


def newest_first(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda fact: (began_on(fact) or date.min, fact.id), reverse=True))


def began_on(fact: Fact) -> date | None:
    return fact.period.start.first if fact.period.start is not None else None


def organizer_ids(knowledge: KnowledgeBase, series_id: str) -> tuple[str, ...]:
    facts = knowledge.facts_of(series_id, "series")
    return tuple(dict.fromkeys(name for fact in facts for name in words_of(fact, "organizers")))


def series_of(knowledge: KnowledgeBase, entity_id: str) -> tuple[str, ...]:
    """The series that a body organizes."""
    facts = knowledge.facts_naming(entity_id, "series")
    return tuple(dict.fromkeys(f.subject_id for f in facts if entity_id in words_of(f, "organizers")))


def central_first(knowledge: KnowledgeBase, bodies: Iterable[Entity]) -> tuple[Entity, ...]:
    """The bodies that most others are tied to, by counterparts, series and links, first."""
    return tuple(sorted(bodies, key=lambda one: (-_ties(knowledge, one.id), one.id)))


@lru_cache(maxsize=4096)
def _ties(knowledge: KnowledgeBase, entity_id: str) -> int:
    return len(facts_about(knowledge, entity_id, "series", "link", "counterpart", "edition", "agreement", "activity"))


def editions(knowledge: KnowledgeBase, series_id: str) -> tuple[Fact, ...]:
    """The meetings of a series, oldest first, whatever became of them."""
    facts = knowledge.facts_of(series_id, "edition")
    return tuple(sorted(facts, key=lambda fact: (began_on(fact) or date.min, fact.id)))


def held_editions(knowledge: KnowledgeBase, series_id: str, today: date) -> tuple[Fact, ...]:
    """The meetings that took place by today, oldest first."""
    rows = editions(knowledge, series_id)
    return tuple(f for f in rows if f.status in _TOOK_PLACE and (began_on(f) or date.max) <= today)


def coming_editions(knowledge: KnowledgeBase, series_id: str, today: date) -> tuple[Fact, ...]:
    rows = editions(knowledge, series_id)
    return tuple(f for f in rows if f.status != "not-held" and f.period.start and f.period.start.last > today)


def current(facts: tuple[Fact, ...]) -> Fact | None:
    """The newest word of several: the one confirmed last, then the one dated last."""
    if not facts:
        return None
    return max(facts, key=lambda f: (_day(f), began_on(f) or date.min, f.id))


def _day(fact: Fact) -> date:
    if fact.confirmed is not None:
        return fact.confirmed.last
    return fact.period.start.last if fact.period.start is not None else date.min


def other_side(knowledge: KnowledgeBase, entity_id: str, country: str) -> str | None:
    """The entity itself where it is of the country, else its counterpart there; None where none is known."""
    if knowledge.entities[entity_id].country == country:
        return entity_id
    for fact in partners(knowledge, entity_id):
        partner = word_of(fact, "partner")
        if partner is not None and knowledge.entities[partner].country == country:
            return partner
    return None


def marks_of(knowledge: KnowledgeBase, entity_id: str) -> frozenset[str]:
    """What a person may tell an entity from its namesakes by: its country, as a concept, and those who hold it."""
    country = knowledge.entities[entity_id].country
    return frozenset({f"country_{country.lower()}", *organizer_ids(knowledge, entity_id)})


def edition_told(knowledge: KnowledgeBase, fact_ids: Iterable[str]) -> int | None:
    """The number of the meeting that the first of these facts is about."""
    for fact in (knowledge.facts[fact_id] for fact_id in fact_ids if fact_id in knowledge.facts):
        number = fact.data.get("edition")
        if fact.kind == "edition" and isinstance(number, int):
            return number
    return None


def overviews(knowledge: KnowledgeBase, part: str) -> tuple[Fact, ...]:
    """What is told of a part of the whole field; the ids say of which."""
    facts = (fact for one in knowledge.of_type("field") for fact in knowledge.facts_of(one.id, "overview"))
    return tuple(fact for fact in facts if part in fact.id)
