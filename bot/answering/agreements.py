"""Agreements and memoranda: of a body, between two, in a sector, in all. The one rule: parties and day, or none."""

from __future__ import annotations

from bot.answering.fields import text_of, words_of
from bot.answering.figures import date_words, joined_clauses, on_words, pair_words
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.names import name
from bot.answering.relations import newest_first, organizer_ids, touches
from bot.model.knowledge import Entity, Fact

_FEW = 3


def compose_agreement(ask: Inquiry) -> Draft:
    subjects = ask.subjects
    found = _of_all(ask, subjects)
    if not found and [subject.type for subject in subjects] == ["event_series"]:
        found = _of_all(ask, tuple(ask.knowledge.entities[one] for one in organizer_ids(ask.knowledge, subjects[0].id)))
    found = _placed(ask, found)
    ids = tuple(subject.id for subject in subjects)
    named = pair_words(ask, [name(ask, one) for one in ids]) or None
    offers = (
        *((Offer("meetings_between", ids), Offer("connection", ids)) if len(ids) == 2 else ()),
        Offer("agreements_all"),
        *(Offer("body", (one,)) for one in ids[:1]),
        *(Offer("sector", (one,)) for one in ids[:1]),
    )
    if not found:
        text = ask.say("agreement", "none_between" if len(ids) > 1 else "none", subjects=named)
        return Draft(text, status="unknown", focus=ids, offers=offers)
    main = found[0]
    parties = tuple(one for one in words_of(main, "parties") if one in ask.knowledge.entities)
    if len(found) <= _FEW:
        text = lead(ask, main, ask.form("yes-word") if ask.reading.yes_no else None)
        notes = (main.text[ask.lang], *(line for fact in found[1:] for line in (lead(ask, fact), fact.text[ask.lang])))
        return Draft(
            text,
            found,
            notes,
            focus=(*ids, *parties),
            listed=parties,
            offers=offers,
            dated=main.period.start is not None,
        )
    items = [item(ask, fact) for fact in found]
    text = ask.say("agreement", "listed", subjects=named, n=len(found), items=joined_clauses(ask, items))
    return Draft(text, found, focus=(*ids, *parties), offers=offers, dated=True)


def _placed(ask: Inquiry, found: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Asked for the first one, the few in the order of their days; what is undated comes last."""
    if ask.reading.time.when != "first" or len(found) > _FEW:
        return found
    return (*reversed([f for f in found if f.period.start]), *(f for f in found if not f.period.start))


def _of_all(ask: Inquiry, subjects: tuple[Entity, ...]) -> tuple[Fact, ...]:
    return tuple(fact for fact in _agreements(ask) if all(_concerns(ask, fact, subject) for subject in subjects))


def _agreements(ask: Inquiry) -> tuple[Fact, ...]:
    """All that the time asked about allows, newest first."""
    facts = tuple(f for f in ask.knowledge.facts.values() if f.kind == "agreement" and ask.lang in f.text)
    time = ask.reading.time
    if time.date is not None:
        last = ask.today if time.when == "since" else (time.until or time.date).last
        facts = tuple(
            f
            for f in facts
            if f.period.start and time.date.first <= f.period.start.last and f.period.start.first <= last
        )
    return newest_first(facts)


def _concerns(ask: Inquiry, fact: Fact, subject: Entity) -> bool:
    if touches(fact, subject.id):
        return True
    if subject.type != "sector":
        return False
    involved = [
        ask.knowledge.entities[one]
        for one in (*words_of(fact, "parties"), fact.subject_id)
        if one in ask.knowledge.entities
    ]
    return any(subject.id in entity.sector_ids for entity in involved)


def lead(ask: Inquiry, fact: Fact, yes: str | None = None) -> str:
    """Who agreed, when and on what."""
    topics = text_of(fact, "topics", ask.lang)
    slots = {"yes": yes, "parties": _parties(ask, fact), "topics": topics}
    date, on = date_words(ask, fact.period.start), on_words(ask, fact.period.start)
    return ask.say("agreement", "concluded" if date else "concluded_undated", date=date, on=on, **slots)


def item(ask: Inquiry, fact: Fact) -> str:
    """An agreement in a few words: the day, the parties and the matter."""
    date, topics = date_words(ask, fact.period.start), text_of(fact, "topics", ask.lang)
    return ask.form("agreement-item", parties=_parties(ask, fact), topics=topics, date=date)


def _parties(ask: Inquiry, fact: Fact) -> str:
    known = [name(ask, one) for one in words_of(fact, "parties") if one in ask.knowledge.entities]
    others = text_of(fact, "party_names", ask.lang)
    return pair_words(ask, [*known, *(others.split("; ") if others else [])])
