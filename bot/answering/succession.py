"""Before, after, first, n-th and all: the row of heads. The one rule: the earliest known is not called the first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.answering.figures import on_words, ordinal_words
from bot.answering.heads import (
    announcement,
    head_items,
    head_notes,
    head_offers,
    head_slots,
    ordinal_of,
)
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import (
    announced_heads,
    heads_on,
    history,
    holder_of,
    is_over,
    predecessor,
    successor,
)
from bot.answering.names import name
from bot.model.knowledge import Fact


def before_holder(ask: Inquiry, body_id: str, person_id: str | None) -> Draft:
    """The head before the holder asked about, before a day, or before today's holder."""
    day = ask.reading.time.date
    if person_id is None and day is not None:
        heads = heads_on(ask.knowledge, body_id, day.first - timedelta(days=1))
        return (
            _one(ask, "before_day", heads[-1], when=on_words(ask, day))
            if heads
            else _missing(ask, body_id, None, "no_before")
        )
    holder = _reference(ask, body_id, person_id)
    if holder is None:
        return _never(ask, body_id, person_id)
    found = predecessor(ask.knowledge, holder)
    if found is None:
        return _missing(ask, body_id, holder, "no_before")
    return _one(ask, "before", found, holder)


def after_holder(ask: Inquiry, body_id: str, person_id: str | None) -> Draft:
    holder = _reference(ask, body_id, person_id)
    if holder is None:
        return _never(ask, body_id, person_id)
    found = successor(ask.knowledge, holder)
    if found is not None:
        case = "after_over" if is_over(ask.knowledge, found, ask.today) else "after"
        return _one(ask, case, found, holder)
    coming = announced_heads(ask.knowledge, body_id)
    if coming:
        text = announcement(ask, coming[0])
        focus = (body_id, holder_of(coming[0]))
        return Draft(text, (*coming, holder), (), focus=focus, holder_id=focus[1], offers=_offers(body_id), dated=True)
    return _missing(ask, body_id, holder, "no_after")


def _reference(ask: Inquiry, body_id: str, person_id: str | None) -> Fact | None:
    """The term that "before" and "after" lean on: the person's, or the one of today, or the last known."""
    row = history(ask.knowledge, body_id)
    if person_id is not None:
        terms = [fact for fact in row if holder_of(fact) == person_id]
        return terms[0 if ask.reading.time.when == "before" else -1] if terms else None
    return (heads_on(ask.knowledge, body_id, ask.today) or row[-1:])[-1]


def _one(ask: Inquiry, case: str, found: Fact, holder: Fact | None = None, when: str | None = None) -> Draft:
    slots = head_slots(ask, found)
    reference = name(ask, holder_of(holder)) if holder is not None else None
    text = ask.say("leader", case, reference=reference, when=when, **slots)
    facts = (found,) if holder is None else (found, holder)
    person = holder_of(found)
    offers = head_offers(found.subject_id, person)[1:]
    return Draft(
        text,
        facts,
        head_notes(ask, found)[:3],
        focus=(found.subject_id, person),
        holder_id=person,
        offers=offers,
        dated=True,
    )


def _missing(ask: Inquiry, body_id: str, holder: Fact | None, case: str) -> Draft:
    fact = holder or history(ask.knowledge, body_id)[0]
    text = ask.say("leader", case, **head_slots(ask, fact))
    return Draft(text, (fact,), (), "unknown", (body_id, holder_of(fact)), offers=_offers(body_id), dated=True)


def _never(ask: Inquiry, body_id: str, person_id: str | None) -> Draft:
    heads = heads_on(ask.knowledge, body_id, ask.today) or history(ask.knowledge, body_id)[-1:]
    text = ask.say(
        "leader", "never", person=name(ask, person_id or ""), body=name(ask, body_id), heads=head_items(ask, heads)
    )
    return Draft(text, heads, (), "unknown", (body_id,), offers=_offers(body_id), dated=True)


def _offers(body_id: str) -> tuple[Offer, ...]:
    return (Offer("leader", (body_id,)), Offer("history", (body_id,)), Offer("body", (body_id,)))


def nth_head(ask: Inquiry, body_id: str, number: int) -> Draft:
    row = history(ask.knowledge, body_id)
    found = [fact for fact in row if ordinal_of(fact) == number]
    if found:
        case = "nth" if found[0].period.end is not None else "nth_now"
        slots = head_slots(ask, found[0])
        text = ask.say("leader", case, nth=ordinal_words(ask, number, "head"), **slots)
        person = holder_of(found[0])
        return Draft(
            text,
            tuple(found),
            head_notes(ask, found[0])[:3],
            focus=(body_id, person),
            holder_id=person,
            offers=head_offers(body_id, person),
            dated=True,
        )
    numbered = [fact for fact in row if ordinal_of(fact) is not None]
    nearest = min(numbered or row, key=lambda fact: (abs((ordinal_of(fact) or 0) - number), fact.id))
    slots = head_slots(ask, nearest)
    known = ordinal_words(ask, ordinal_of(nearest) or 0, "head") if numbered else None
    text = ask.say("leader", "no_nth", nth=ordinal_words(ask, number, "head"), known=known, **slots)
    return Draft(text, (nearest,), (), "unknown", (body_id,), offers=_offers(body_id), dated=True)


def first_head(ask: Inquiry, body_id: str) -> Draft:
    """The first head: where the count or the founding says so; otherwise the earliest that is known."""
    earliest = history(ask.knowledge, body_id)[0]
    founding = ask.knowledge.facts_of(body_id, "founding")
    founded = founding[0].period.start if founding else None
    start = earliest.period.start
    from_start = start is not None and founded is not None and start.first <= founded.last
    is_first = ordinal_of(earliest) == 1 or from_start
    text = ask.say("leader", "first" if is_first else "earliest", **head_slots(ask, earliest))
    person = holder_of(earliest)
    offers = (Offer("leader", (body_id,)), Offer("history", (body_id,)))
    return Draft(
        text,
        (earliest,),
        head_notes(ask, earliest)[:2],
        focus=(body_id, person),
        holder_id=person,
        offers=offers,
        dated=True,
    )


def all_heads(ask: Inquiry, body_id: str) -> Draft:
    return _row(ask, "history", history(ask.knowledge, body_id))


def past_heads(ask: Inquiry, body_id: str) -> Draft:
    """Those who have left, the last first."""
    now = {fact.id for fact in heads_on(ask.knowledge, body_id, ask.today)}
    row = tuple(fact for fact in reversed(history(ask.knowledge, body_id)) if fact.id not in now)
    if not row:
        return _missing(ask, body_id, None, "no_before")
    draft = _row(ask, "past" if len(row) > 1 else "past_one", row)
    today = heads_on(ask.knowledge, body_id, ask.today)
    if not today:
        return draft
    note = ask.say("leader", "now_several", heads=head_items(ask, today), **head_slots(ask, today[-1]))
    return replace(draft, facts=(*draft.facts, *today), notes=(note,))


def _row(ask: Inquiry, case: str, row: tuple[Fact, ...]) -> Draft:
    main = row[0] if case != "history" else (heads_on(ask.knowledge, row[0].subject_id, ask.today) or row)[-1]
    text = ask.say("leader", case, n=len(row), heads=head_items(ask, row), **head_slots(ask, row[0]))
    people = tuple(dict.fromkeys(holder_of(fact) for fact in row))
    facts = (main, *(fact for fact in row if fact is not main))
    offers = (Offer("leader", (main.subject_id,)), *(Offer("person", (person,)) for person in people[:2]))
    return Draft(
        text,
        facts,
        (),
        focus=(main.subject_id, holder_of(main)),
        holder_id=holder_of(main),
        listed=people,
        offers=offers,
        dated=main.period.end is not None,
    )
