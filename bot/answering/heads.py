"""How a head is told of: the slots of a term of office, an item of a row of heads, the notes after an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answering.citing import confirmed_on
from bot.answering.fields import number_of, text_of, word_of
from bot.answering.figures import date_words, list_words, on_words, span_words
from bot.answering.inquiry import Inquiry, Note, Offer
from bot.answering.lookup import LESSER_HEADS, announced_heads, head_terms, holder_of, is_over, predecessor, successor
from bot.answering.names import affiliation_of, family_note, name, name_with_script, title_of
from bot.answering.wording import Slot
from bot.model.knowledge import Fact


def head_slots(ask: Inquiry, fact: Fact) -> dict[str, Slot]:
    """Everything a template may want to say of one term of office."""
    confirmed = None if is_over(ask.knowledge, fact, ask.today) else confirmed_on(ask.knowledge, fact)
    return {
        "body": name(ask, fact.subject_id),
        "holder": name_with_script(ask, holder_of(fact)),
        "person": name(ask, holder_of(fact)),
        "title": title_of(ask, fact),
        "side": side_of(ask, fact),
        "start": date_words(ask, fact.period.start),
        "start_on": on_words(ask, fact.period.start),
        "end": date_words(ask, fact.period.end),
        "end_on": on_words(ask, fact.period.end),
        "span": term_span(ask, fact),
        "confirmed": date_words(ask, confirmed),
        "confirmed_later": date_words(ask, confirmed) if confirmed != fact.period.start else None,
        "affiliation": affiliation_of(ask, fact),
    }


def term_span(ask: Inquiry, fact: Fact) -> str:
    """The days of a term; what is not known of them is said, and "since" only of those still in office."""
    period = fact.period
    if period.end is not None:
        return span_words(ask, period) or ""
    start, confirmed = date_words(ask, period.start), date_words(ask, confirmed_on(ask.knowledge, fact))
    if is_over(ask.knowledge, fact, ask.today):
        return ask.form("span-from", start=start) if start else ask.form("span-unknown", date=confirmed)
    if start is not None:
        return ask.form("span-open", start=start)
    return ask.form("span-as-of", date=confirmed)


def side_of(ask: Inquiry, fact: Fact) -> str | None:
    side = word_of(fact, "side")
    return ask.label("sides", side) if side else None


def head_item(ask: Inquiry, fact: Fact) -> str:
    """``Tokura Masakazu (chair, from 1 June 2021 to 29 May 2025)``."""
    slots = head_slots(ask, fact)
    slots["holder"] = slots["person"]
    return ask.form("head-item", **slots)


def head_items(ask: Inquiry, facts: Sequence[Fact]) -> str:
    return list_words(ask, [head_item(ask, fact) for fact in facts])


def head_notes(ask: Inquiry, fact: Fact, *, with_predecessor: bool = True) -> tuple[str | Note, ...]:
    """Company, predecessor, how the name is read, what is remarkable, who is announced to follow."""
    slots = head_slots(ask, fact)
    notes: list[str | Note | None] = []
    if slots["affiliation"]:
        notes.append(ask.say("leader", "company", **slots))
    if with_predecessor:
        notes.append(predecessor_note(ask, fact))
    notes.append(family_note(ask, holder_of(fact)))
    if distinction := text_of(fact, "distinction", ask.lang):
        notes.append(ask.say("leader", "distinction", distinction=distinction, **slots))
    notes.append(fact.text.get(ask.lang))
    return (*_said(notes), *announcement_notes(ask, fact))


def predecessor_note(ask: Inquiry, fact: Fact) -> Note | None:
    before = predecessor(ask.knowledge, fact)
    return None if before is None else Note(ask.say("leader", "predecessor", **head_slots(ask, before)), before.id)


def successor_note(ask: Inquiry, fact: Fact) -> Note | None:
    after = successor(ask.knowledge, fact)
    return None if after is None else Note(ask.say("leader", "successor", **head_slots(ask, after)), after.id)


def beside_notes(ask: Inquiry, fact: Fact, first: date, last: date) -> tuple[Note, ...]:
    """Who else headed the body in that time, by another title of a head: a president beside a chairman."""
    terms = [term for term in head_terms(ask.knowledge, fact.subject_id) if term.touches(first, last)]
    others = [term.fact for term in terms if word_of(term.fact, "role") in LESSER_HEADS and term.fact is not fact]
    others = [one for one in others if word_of(one, "role") != word_of(fact, "role")]
    return tuple(Note(ask.say("leader", "beside", heads=head_item(ask, one)), one.id) for one in others)


def announcement_notes(ask: Inquiry, fact: Fact) -> tuple[Note, ...]:
    """Who is to follow the holder in office, as announced; and that the day has passed unseen, if it has."""
    if fact.period.end is not None and fact.period.end.last < ask.today:
        return ()
    coming = announced_heads(ask.knowledge, fact.subject_id)
    return tuple(Note(announcement(ask, one), one.id) for one in coming if holder_of(one) != holder_of(fact))


def announcement(ask: Inquiry, coming: Fact) -> str:
    start = coming.period.start
    passed = start is not None and start.last < ask.today
    slots = head_slots(ask, coming)
    slots["confirmed"] = date_words(ask, confirmed_on(ask.knowledge, coming))
    return ask.say("leader", "announced_passed" if passed else "announced", **slots)


def head_offers(body_id: str, person_id: str) -> tuple[Offer, ...]:
    return (
        Offer("counterpart", (body_id,)),
        Offer("before", (body_id, person_id)),
        Offer("person", (person_id,)),
        Offer("body", (body_id,)),
    )


def ordinal_of(fact: Fact) -> int | None:
    return number_of(fact, "ordinal")


def _said(notes: Sequence[str | Note | None]) -> tuple[str | Note, ...]:
    return tuple(note for note in notes if note)
