"""What changed, lately or since a day. The one rule: newest first, each with its day; what is announced comes apart."""

from __future__ import annotations

from datetime import date, timedelta

from bot.answering.figures import MOST_LISTED, date_words, joined_clauses, when_words
from bot.answering.happenings import Happening, concerns, happenings
from bot.answering.heads import announcement
from bot.answering.inquiry import Draft, Inquiry, Note, Offer
from bot.answering.lookup import HEAD_ROLES, holder_of
from bot.answering.names import name
from bot.model.dates import PartialDate
from bot.model.knowledge import Entity, Fact

_LATELY = timedelta(days=365)
_MOST_ANNOUNCED = 3


def compose_changes(ask: Inquiry) -> Draft:
    subject = next((one for one in ask.subjects if one.type != "field"), None)
    since, until = _days_asked(ask)
    everything = happenings(ask, subject)
    found = [one for one in everything if since <= one.on.first <= until]
    if not found:
        return _none(ask, subject, [one for one in everything if one.on.first < since])
    told = found[:MOST_LISTED]
    items = joined_clauses(ask, [one.write(ask) for one in told] + [""] * (len(found) - len(told)))
    case = "since" if until == ask.today else "within"
    text = ask.say("changes", case, **_slots(ask, subject), when=when_words(ask, ask.reading.time), items=items)
    people = tuple(dict.fromkeys(holder_of(one.fact) for one in told if holder_of(one.fact)))
    focus = (subject.id,) if subject is not None else people[:2]
    facts = tuple(dict.fromkeys(one.fact.id for one in told))
    return Draft(
        text,
        tuple(ask.knowledge.facts[fact_id] for fact_id in facts),
        (*_undated(ask, subject), *_announced(ask, subject, since, until)),
        focus=focus,
        listed=people,
        offers=_offers(subject),
        dated=True,
    )


def _days_asked(ask: Inquiry) -> tuple[date, date]:
    """The last year where no time is said; from a day on, or the days of a time as far as they have passed."""
    time = ask.reading.time
    if time.date is None:
        return ask.today - _LATELY, ask.today
    if time.when in ("since", "after"):
        return (time.date.last + timedelta(days=1) if time.when == "after" else time.date.first), ask.today
    return time.date.first, min((time.until or time.date).last, ask.today)


def _slots(ask: Inquiry, subject: Entity | None) -> dict[str, str | None]:
    since = ask.reading.time.date or PartialDate.of(ask.today - _LATELY)
    country = ask.label("countries", ask.reading.country or "") if subject is None else None
    named = name(ask, subject.id) if subject is not None else None
    person = named if subject is not None and subject.type == "person" else None
    return {
        "subject": named if person is None else None,
        "person": person,
        "country": country,
        "start": date_words(ask, since),
    }


def _offers(subject: Entity | None) -> tuple[Offer, ...]:
    own = (
        ()
        if subject is None
        else tuple(Offer(case, (subject.id,)) for case in ("leader", "counterpart", "edition_latest"))
    )
    return (*own, Offer("meetings_all"), Offer("overview"))


def _none(ask: Inquiry, subject: Entity | None, earlier: list[Happening]) -> Draft:
    """Nothing in that time: the newest change before it."""
    slots, focus = _slots(ask, subject), (subject.id,) if subject is not None else ()
    when = when_words(ask, ask.reading.time) if ask.reading.time.when == "at" else None
    if not earlier:
        text = ask.say("changes", "none_within" if when else "none", when=when, **slots)
        return Draft(text, status="unknown", focus=focus, offers=_offers(subject))
    case = "none_within_newest" if when else "none_since"
    text = ask.say("changes", case, when=when, newest=earlier[0].write(ask), **slots)
    notes = (*_undated(ask, subject), *_announced(ask, subject, *_days_asked(ask)))
    return Draft(text, (earlier[0].fact,), notes, focus=focus, offers=_offers(subject), dated=True)


def _announced(ask: Inquiry, subject: Entity | None, since: date, until: date) -> tuple[Note, ...]:
    """What was announced for that time, or for later where it lasts to today, and has not been seen to happen."""
    last = until if until < ask.today else date.max
    coming = [fact for fact in ask.knowledge.facts.values() if _is_coming(fact, since, last)]
    if subject is not None:
        coming = [fact for fact in coming if concerns(ask.knowledge, fact, subject)]
    elif ask.reading.country in ("KR", "JP"):
        coming = [f for f in coming if ask.knowledge.entities[f.subject_id].country == ask.reading.country]
    if ask.reading.part in ("people", "newcomers"):
        coming = [fact for fact in coming if fact.kind == "leadership"]
    return tuple(Note(_told_ahead(ask, fact), fact.id) for fact in coming[:_MOST_ANNOUNCED])


def _told_ahead(ask: Inquiry, fact: Fact) -> str:
    return announcement(ask, fact) if fact.kind == "leadership" else fact.text[ask.lang]


def _is_coming(fact: Fact, since: date, last: date) -> bool:
    start = fact.period.start
    is_told = fact.kind == "activity" or (fact.kind == "leadership" and fact.data.get("role") in HEAD_ROLES)
    return is_told and fact.status == "announced" and start is not None and since <= start.last and start.first <= last


def _undated(ask: Inquiry, subject: Entity | None) -> tuple[Note, ...]:
    """What is told of the subject without a day, where no time is asked about."""
    if subject is None or ask.reading.time.date is not None or ask.reading.part in ("people", "newcomers"):
        return ()
    facts = [fact for fact in ask.knowledge.facts_of(subject.id, "activity") if fact.period.start is None]
    return tuple(Note(fact.text[ask.lang], fact.id) for fact in facts[:_MOST_ANNOUNCED])
