"""Which meetings there are: of a body, between two, in a sector, in all. The one rule: each is told with its time."""

from __future__ import annotations

from bot.answering.figures import days_words, joined_clauses, pair_words
from bot.answering.gathering_words import gathering_slots, latest_gathering, series_offers
from bot.answering.gatherings import Gathering, gatherings
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import post_holds_on, posts_of
from bot.answering.names import name
from bot.answering.relations import facts_between, newest_first, organizer_ids, series_of, touches
from bot.model.knowledge import Entity, Fact

_SINGLE_KINDS = ("activity",)
_MEETING = ("meeting", "meet", "talk", "discuss")
"""What an activity speaks of that is a meeting or a talk."""


def compose_meetings(ask: Inquiry) -> Draft:
    subjects = ask.subjects
    series_ids = _series(ask, subjects)
    if not series_ids:
        return _single_happenings(ask, subjects)
    if ask.reading.part in ("latest", "topics") and subjects:
        return _latest(ask, series_ids)
    items, facts = [], []
    for series_id in series_ids:
        latest = latest_gathering(ask, series_id)
        dates = days_words(ask, latest.period) if latest is not None else None
        items.append(ask.form("series-item", series=name(ask, series_id), date=dates))
        facts += [*ask.knowledge.facts_of(series_id, "series")[:1], *(latest.facts[:1] if latest is not None else ())]
        facts += [fact for subject in subjects for fact in _links(ask, subject, series_id)[:1]]
    named = pair_words(ask, [name(ask, subject.id) for subject in subjects])
    case = "between" if len(subjects) > 1 else "of" if subjects else "all"
    text = ask.say("meetings", case, subjects=named or None, n=len(series_ids), series=joined_clauses(ask, items))
    focus = (*series_ids[:1], *(subject.id for subject in subjects))
    return Draft(
        text,
        tuple(facts),
        focus=focus,
        listed=series_ids,
        offers=(Offer("series", series_ids[:1]), *series_offers(ask, series_ids[0])),
    )


def _series(ask: Inquiry, subjects: tuple[Entity, ...]) -> tuple[str, ...]:
    """The series all subjects take part in: as organizers, by the bodies they head, or by sector."""
    everything = tuple(one.id for one in ask.knowledge.of_type("event_series") if _is_known(ask, one.id))
    own = tuple(one for one in everything if all(_takes_part(ask, subject, one) for subject in subjects))
    return own or tuple(one for one in everything if subjects and all(_links(ask, each, one) for each in subjects))


def _links(ask: Inquiry, subject: Entity, series_id: str) -> tuple[Fact, ...]:
    """The links of a series that name the subject: a body that supports it or comes to it."""
    return tuple(fact for fact in ask.knowledge.facts_of(series_id, "link") if touches(fact, subject.id))


def _is_known(ask: Inquiry, series_id: str) -> bool:
    return bool(ask.knowledge.facts_of(series_id, "series", "edition"))


def _takes_part(ask: Inquiry, subject: Entity, series_id: str) -> bool:
    if subject.type == "sector":
        return subject.id in ask.knowledge.entities[series_id].sector_ids
    if subject.type == "person":
        posts = (f for f in posts_of(ask.knowledge, subject.id) if post_holds_on(ask.knowledge, f, ask.today))
        bodies = {f.subject_id for f in posts}
        return series_id in bodies or bool(bodies & set(organizer_ids(ask.knowledge, series_id)))
    if subject.id == series_id:
        return True
    meets = (f for f in ask.knowledge.facts_of(series_id, "link") if f.data.get("topic") == "meeting")
    return series_id in series_of(ask.knowledge, subject.id) or any(touches(f, subject.id) for f in meets)


def _latest(ask: Inquiry, series_ids: tuple[str, ...]) -> Draft:
    """The newest meeting among the series."""
    found = [(one, series_id) for series_id in series_ids if (one := latest_gathering(ask, series_id)) is not None]
    if not found:
        rows = [one for series_id in series_ids for one in gatherings(ask.knowledge, series_id)]
        if not rows:
            return _single_happenings(ask, ask.subjects)
        found = [(rows[-1], rows[-1].series_id)]
    main = max((one for one, _ in found), key=lambda one: (one.day, one.main.id))
    slots = gathering_slots(ask, main)
    has_topics = ask.reading.part == "topics" and slots["topics"]
    lead = ask.say("edition", "held" if main.took_place_by(ask.today) else "ahead", **slots)
    text = ask.say("edition", "asked_topics", **slots) if has_topics else lead
    notes = [lead] if has_topics else [ask.say("edition", "topics", **slots)] if slots["topics"] else []
    notes += [note for fact in main.facts if (note := fact.text.get(ask.lang))]
    others = [one for one, _ in found if one is not main]
    notes += [_item(ask, one) for one in sorted(others, key=lambda one: one.day, reverse=True)[:2]]
    facts = (*main.facts, *(one.main for one in others[:2]))
    focus = (main.series_id, *(subject.id for subject in ask.subjects))
    return Draft(
        text, facts, tuple(notes), focus=focus, listed=series_ids, offers=series_offers(ask, main.series_id), dated=True
    )


def _item(ask: Inquiry, one: Gathering) -> str:
    return ask.say("edition", "held", **gathering_slots(ask, one))


def _single_happenings(ask: Inquiry, subjects: tuple[Entity, ...]) -> Draft:
    """No series is known: single meetings and talks, newest first; else that none is known."""
    ids = tuple(subject.id for subject in subjects)
    offers = (
        Offer("meetings_all"),
        *(Offer("body", (one,)) for one in ids[:1]),
        *(Offer("counterpart", (one,)) for one in ids[:1]),
    )
    facts = _told(ask, ids)
    named = pair_words(ask, [name(ask, one) for one in ids])
    if facts:
        text = facts[0].text[ask.lang]
        return Draft(text, facts, tuple(fact.text[ask.lang] for fact in facts[1:]), focus=ids, offers=offers)
    return Draft(ask.say("meetings", "none", subjects=named or None), status="unknown", focus=ids, offers=offers)


def _told(ask: Inquiry, ids: tuple[str, ...]) -> tuple[Fact, ...]:
    if not ids:
        return ()
    words = tuple(word for concept in _MEETING for word in ask.lexicon.concepts.get(concept, ()) if len(word) > 1)
    single = tuple(
        fact
        for fact in facts_between(ask.knowledge, ids, *_SINGLE_KINDS)
        if any(word in fact.text.get(ask.lang, "") for word in words)
    )
    links = tuple(f for f in ask.knowledge.facts.values() if f.kind == "link" and all(touches(f, one) for one in ids))
    meetings = newest_first(tuple(f for f in links if f.data.get("topic") in ("meeting", "contact", "exchange")))
    return tuple(fact for fact in (*single, *meetings) if ask.lang in fact.text)[:3]
