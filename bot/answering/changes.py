"""What changed, lately or since a day. The one rule: newest first, each with its day; what is announced comes apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.answering.agreements import item as agreement_item
from bot.answering.figures import date_words, joined_clauses, when_words
from bot.answering.gathering_words import gathering_slots
from bot.answering.gatherings import gatherings
from bot.answering.heads import head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import HEAD_ROLES, holder_of
from bot.answering.names import name
from bot.answering.relations import touches
from bot.model.dates import PartialDate
from bot.model.knowledge import Entity, Fact

_LATELY = timedelta(days=365)
_NOT_DONE = ("announced", "not-held", "postponed")


@dataclass(frozen=True, slots=True)
class Change:
    day: date
    text: str
    fact: Fact


def compose_changes(ask: Inquiry) -> Draft:
    subject = next((one for one in ask.subjects if one.type != "field"), None)
    time = ask.reading.time
    since = time.date.first if time.date is not None else ask.today - _LATELY
    until = ask.today if time.date is None or time.when == "since" else min((time.until or time.date).last, ask.today)
    everything = _changes(ask, subject)
    found = [one for one in everything if since <= one.day <= until]
    subject_name = name(ask, subject.id) if subject is not None else None
    focus = (subject.id,) if subject is not None else ()
    offers = (
        *(Offer(case, focus) for case in ("leader", "counterpart", "edition_latest") if focus),
        Offer("meetings_all"),
        Offer("overview"),
    )
    start = date_words(ask, time.date or PartialDate.of(since))
    if not found:
        return _none(ask, subject_name, start, [one for one in everything if one.day <= ask.today], focus, offers)
    items = [one.text for one in found]
    when = when_words(ask, time)
    case = "since" if until == ask.today else "within"
    text = ask.say("changes", case, subject=subject_name, start=start, when=when, items=joined_clauses(ask, items))
    people = tuple(dict.fromkeys(holder_of(one.fact) for one in found if holder_of(one.fact)))
    return Draft(
        text, tuple(one.fact for one in found), focus=focus or people[:2], listed=people, offers=offers, dated=True
    )


def _none(
    ask: Inquiry,
    subject: str | None,
    start: str | None,
    earlier: list[Change],
    focus: tuple[str, ...],
    offers: tuple[Offer, ...],
) -> Draft:
    """Nothing in that time: the newest change before it."""
    if not earlier:
        return Draft(
            ask.say("changes", "none", subject=subject, start=start), status="unknown", focus=focus, offers=offers
        )
    newest = earlier[0]
    text = ask.say("changes", "none_since", subject=subject, start=start, newest=newest.text)
    return Draft(text, (newest.fact,), focus=focus, offers=offers, dated=True)


def _changes(ask: Inquiry, subject: Entity | None) -> list[Change]:
    """All dated changes about the subject, newest first."""
    found = [*_terms(ask)]
    if ask.reading.part != "people":
        found += [*_meetings(ask), *_agreements(ask)]
    if subject is not None:
        found = [one for one in found if _concerns(ask, one.fact, subject)]
    return sorted(found, key=lambda one: (-one.day.toordinal(), one.fact.id, one.text))


def _concerns(ask: Inquiry, fact: Fact, subject: Entity) -> bool:
    if touches(fact, subject.id):
        return True
    owner = ask.knowledge.entities[fact.subject_id]
    organizers = [f for f in ask.knowledge.facts_of(fact.subject_id, "series") if touches(f, subject.id)]
    return (subject.type == "sector" and subject.id in owner.sector_ids) or (
        fact.kind == "edition" and bool(organizers)
    )


def _terms(ask: Inquiry) -> list[Change]:
    """Heads who came, and heads who left where nobody is known to have come."""
    facts = [
        f
        for f in ask.knowledge.facts.values()
        if f.kind == "leadership" and f.data.get("role") in HEAD_ROLES and f.status not in _NOT_DONE
    ]
    starts = {(f.subject_id, f.period.start) for f in facts}
    found = []
    for fact in facts:
        slots = head_slots(ask, fact)
        slots["holder"] = slots["person"]
        start, end = fact.period.start, fact.period.end
        if start is not None:
            found.append(Change(start.first, ask.form("change-start", **slots), fact))
        if end is not None and end.last <= ask.today and (fact.subject_id, end) not in starts:
            found.append(Change(end.first, ask.form("change-end", **slots), fact))
    return found


def _meetings(ask: Inquiry) -> list[Change]:
    rows = [
        one
        for series in ask.knowledge.of_type("event_series", "initiative", "event")
        for one in gatherings(ask.knowledge, series.id)
    ]
    held = [one for one in rows if one.took_place_by(ask.today)]
    return [Change(one.day, ask.form("change-edition", **gathering_slots(ask, one)), one.main) for one in held]


def _agreements(ask: Inquiry) -> list[Change]:
    facts = [f for f in ask.knowledge.facts.values() if f.kind == "agreement" and f.period.start is not None]
    return [Change(f.period.start.first, agreement_item(ask, f), f) for f in facts if f.period.start]
