"""What is asked of a known subject but not held. The one rule: say what is missing, and what is known nearby."""

from __future__ import annotations

from bot.answering.citing import confirmed_on
from bot.answering.fields import date_of
from bot.answering.figures import date_words, on_words
from bot.answering.heads import head_items, head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import heads_on, holders_on
from bot.answering.names import name
from bot.answering.people import short_description
from bot.answering.relations import current
from bot.model.knowledge import Entity, Fact

_HELD_OF_SOME = {"age": "born"}
"""Attribute → the field of a biography that holds it for some."""
_DEPUTIES = ("vice-chair", "executive-vice-chair", "full-time-vice-chair")


def compose_unheld(ask: Inquiry) -> Draft:
    subject = next(iter(ask.subjects), None)
    what = ask.label("attributes", ask.reading.attribute or "") or ask.say("unheld", "that")
    if subject is None:
        return Draft(ask.say("unheld", "alone", what=what), status="unknown", offers=(Offer("overview"),))
    if ask.reading.attribute == "deputy" and (deputies := holders_on(ask.knowledge, subject.id, _DEPUTIES, ask.today)):
        text = ask.say("leader", "deputies", heads=head_items(ask, deputies), body=name(ask, subject.id))
        return Draft(
            text,
            deputies,
            focus=(subject.id,),
            listed=tuple(str(f.data["person"]) for f in deputies),
            offers=(Offer("leader", (subject.id,)),),
        )
    held = _held(ask, subject)
    if held is not None:
        return held
    description, facts = known_as(ask, subject)
    confirmed = date_words(ask, confirmed_on(ask.knowledge, facts[0])) if facts else None
    text = ask.say(
        "unheld",
        "known" if description else "bare",
        subject=name(ask, subject.id),
        what=what,
        description=description,
        confirmed=confirmed,
    )
    ids = (subject.id,)
    cases = (
        "person",
        "counterpart_person",
        "company",
        "leader",
        "counterpart",
        "body",
        "series",
        "edition_latest",
        "sector",
    )
    return Draft(text, facts, status="unknown", focus=ids, offers=tuple(Offer(case, ids) for case in cases), dated=True)


def _held(ask: Inquiry, subject: Entity) -> Draft | None:
    """What is held of few and of this one: when a person was born."""
    field = _HELD_OF_SOME.get(ask.reading.attribute or "")
    for fact in ask.knowledge.facts_of(subject.id, "biography") if field is not None else ():
        day = date_of(fact, field or "")
        if day is not None:
            text = ask.say(
                "unheld", "born", subject=name(ask, subject.id), date=date_words(ask, day), on=on_words(ask, day)
            )
            return Draft(text, (fact,), focus=(subject.id,), offers=(Offer("person", (subject.id,)),))
    return None


def known_as(ask: Inquiry, subject: Entity) -> tuple[str | None, tuple[Fact, ...]]:
    """What is known of a subject, in a few words, and the facts that say so."""
    if subject.type == "person":
        return short_description(ask, subject.id, "post-plain")
    heads = heads_on(ask.knowledge, subject.id, ask.today)[-1:]
    if heads:
        return ask.form("led-by", **head_slots(ask, heads[0])), heads
    fact = current(ask.knowledge.facts_of(subject.id))
    kind = ask.label("kinds", subject.kind or "") or ask.label("types", subject.type)
    return (kind, (fact,)) if fact is not None else (None, ())
