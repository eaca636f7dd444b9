"""What happened, and on which day: terms, meetings, agreements and more. The one rule: nothing ahead counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from bot.answering.agreements import item as agreement_item
from bot.answering.fields import word_of
from bot.answering.figures import date_words
from bot.answering.gathering_words import gathering_slots
from bot.answering.gatherings import Gathering, gatherings
from bot.answering.heads import head_slots
from bot.answering.inquiry import Inquiry
from bot.answering.lookup import HEAD_ROLES, holder_of
from bot.answering.names import name
from bot.answering.relations import touches
from bot.knowledge.base import KnowledgeBase, referenced_ids
from bot.model.dates import PartialDate
from bot.model.knowledge import Entity, Fact

_NOT_DONE = ("announced", "not-held", "postponed")
_TOLD = ("activity", "quote", "naming", "link", "counterpart")


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event and the fact that tells of it; ``write`` words it."""

    on: PartialDate
    fact: Fact
    write: Callable[[Inquiry], str]


def happenings(ask: Inquiry, subject: Entity | None) -> tuple[Happening, ...]:
    """All that happened by today about a subject, in the country asked about, or in all; newest first.

    Of posts below the head it is told only where a subject is named.
    """
    found = [one for one in _everything(ask.knowledge) if one.on.first <= ask.today]
    if subject is None:
        found = [one for one in found if _is_of_weight(one.fact)]
    if subject is not None:
        found = [one for one in found if concerns(ask.knowledge, one.fact, subject)]
    elif ask.reading.country in ("KR", "JP"):
        found = [one for one in found if _is_of_country(ask.knowledge, one.fact, ask.reading.country)]
    if ask.reading.part in ("people", "newcomers"):
        found = [one for one in found if one.fact.kind == "leadership"]
    if ask.reading.part == "newcomers":
        found = [one for one in found if one.on == one.fact.period.start]
    return tuple(found)


def _is_of_weight(fact: Fact) -> bool:
    return fact.kind != "leadership" or word_of(fact, "role") in HEAD_ROLES


def concerns(knowledge: KnowledgeBase, fact: Fact, subject: Entity) -> bool:
    """Whether a fact is about a subject: names it, is of its sector, or of a series that it holds."""
    if touches(fact, subject.id):
        return True
    involved = [knowledge.entities[one] for one in _involved(knowledge, fact)]
    if subject.type == "sector":
        return any(subject.id in entity.sector_ids for entity in involved)
    organized = knowledge.facts_of(fact.subject_id, "series") if fact.kind == "edition" else ()
    return any(touches(series, subject.id) for series in organized)


def _is_of_country(knowledge: KnowledgeBase, fact: Fact, country: str) -> bool:
    return any(knowledge.entities[one].country == country for one in _involved(knowledge, fact))


def _involved(knowledge: KnowledgeBase, fact: Fact) -> tuple[str, ...]:
    """Whose fact it is; of something between several, all of them."""
    others = referenced_ids(fact) if fact.kind in ("agreement", "link", "counterpart") else frozenset()
    return (fact.subject_id, *sorted(others & knowledge.entities.keys()))


@lru_cache(maxsize=4)
def _everything(knowledge: KnowledgeBase) -> tuple[Happening, ...]:
    """All dated events, newest first; two facts about one meeting count once."""
    found = [one for fact in knowledge.facts.values() for one in _of_fact(knowledge, fact)]
    found += _meetings(knowledge)
    return tuple(sorted(found, key=lambda one: (-one.on.first.toordinal(), one.fact.id)))


def _of_fact(knowledge: KnowledgeBase, fact: Fact) -> Iterator[Happening]:
    if fact.status in _NOT_DONE:
        return
    if fact.kind == "leadership":
        yield from _term(knowledge, fact)
    elif fact.period.start is not None:
        write = _WRITERS.get(fact.kind)
        if write is not None and (fact.text or fact.kind not in _TOLD):
            yield Happening(fact.period.start, fact, partial(_written, write, fact))


def _term(knowledge: KnowledgeBase, fact: Fact) -> Iterator[Happening]:
    """The start of a term; its end where nobody is known to have begun then."""
    start, end = fact.period.start, fact.period.end
    if start is not None:
        yield Happening(start, fact, partial(_head, "change-start", fact))
    successors = knowledge.facts_of(fact.subject_id, "leadership")
    if end is not None and all(
        one.period.start != end or word_of(one, "role") != word_of(fact, "role") for one in successors
    ):
        yield Happening(end, fact, partial(_head, "change-end", fact))


def _meetings(knowledge: KnowledgeBase) -> Iterator[Happening]:
    for series in knowledge.of_type("event_series", "initiative", "event"):
        for one in gatherings(knowledge, series.id):
            if one.status not in _NOT_DONE and one.period.start is not None:
                yield Happening(one.period.start, one.main, partial(_meeting, one))


def _written(write: Callable[[Inquiry, Fact], str], fact: Fact, ask: Inquiry) -> str:
    return write(ask, fact)


def _meeting(one: Gathering, ask: Inquiry) -> str:
    return ask.form("change-edition", **gathering_slots(ask, one))


def _head(form: str, fact: Fact, ask: Inquiry) -> str:
    slots = head_slots(ask, fact)
    slots["holder"] = slots["person"]
    before = _replaced(ask.knowledge, fact) if form == "change-start" else None
    slots["before"] = name(ask, holder_of(before)) if before is not None else None
    return ask.form(form, **slots)


def _replaced(knowledge: KnowledgeBase, fact: Fact) -> Fact | None:
    """The term of the same post that ended the day this one began."""
    same = (f for f in knowledge.facts_of(fact.subject_id, "leadership") if _post_of(f) == _post_of(fact))
    return next((f for f in same if f is not fact and f.period.end == fact.period.start), None)


def _post_of(fact: Fact) -> tuple[str | None, str | None]:
    return word_of(fact, "role"), word_of(fact, "side")


def _told(ask: Inquiry, fact: Fact) -> str:
    date = date_words(ask, fact.period.start)
    return ask.form("change-told", date=date, text=fact.text[ask.lang].rstrip(".。"))


def _founded(ask: Inquiry, fact: Fact) -> str:
    return ask.form("change-founded", date=date_words(ask, fact.period.start), body=name(ask, fact.subject_id))


_WRITERS: Mapping[str, Callable[[Inquiry, Fact], str]] = {
    **dict.fromkeys(_TOLD, _told),
    "agreement": agreement_item,
    "founding": _founded,
}
