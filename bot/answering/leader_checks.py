"""Whether a person leads, or led, a body. The one rule: the yes or no comes first, then what it rests on."""

from __future__ import annotations

from datetime import date

from bot.answering.fields import word_of
from bot.answering.figures import when_words
from bot.answering.heads import head_items, head_notes, head_offers, head_slots
from bot.answering.inquiry import Draft, Inquiry, Note
from bot.answering.lookup import (
    head_terms,
    heads_during,
    holder_of,
    post_holds_on,
    successor,
)
from bot.answering.names import affiliation_of, name, name_with_script
from bot.model.knowledge import Fact


def confirm_leader(ask: Inquiry, body_id: str, person_id: str) -> Draft:
    """Affirm or deny; a question that is not a yes-or-no one gets the same facts without the word."""
    terms = [term.fact for term in head_terms(ask.knowledge, body_id) if holder_of(term.fact) == person_id]
    first, last = _asked_days(ask)
    heads = heads_during(ask.knowledge, body_id, first, last)
    held = [fact for fact in heads if holder_of(fact) == person_id]
    if held:
        return _answer(ask, "yes_now" if _is_now(ask) else "yes_then", held[-1], tuple(held))
    if terms and ask.reading.time.when == "past":
        return _answer(ask, "yes_ever", terms[-1], tuple(terms))
    if terms and not ask.reading.yes_no and _is_now(ask):
        return _answer(ask, "yes_ever", terms[-1], tuple(terms))
    if terms:
        return _no_longer(ask, terms[-1], heads)
    return _other_post(ask, body_id, person_id) or _no_never(ask, body_id, person_id, heads)


def _asked_days(ask: Inquiry) -> tuple[date, date]:
    time = ask.reading.time
    if time.date is None:
        return ask.today, ask.today
    return time.date.first, min((time.until or time.date).last, ask.today)


def _is_now(ask: Inquiry) -> bool:
    return ask.reading.time.date is None


def _yes(ask: Inquiry, word: str) -> str | None:
    return ask.form(word) if ask.reading.yes_no else None


def _answer(ask: Inquiry, case: str, main: Fact, facts: tuple[Fact, ...]) -> Draft:
    slots = head_slots(ask, main)
    if case == "yes_now" and not slots["start"]:
        case = "yes_now_plain"
    text = ask.say("leader", case, yes=_yes(ask, "yes-word"), when=when_words(ask, ask.reading.time), **slots)
    return _draft(main, text, (main, *(fact for fact in facts if fact is not main)), head_notes(ask, main))


def _draft(main: Fact, text: str, facts: tuple[Fact, ...], notes: tuple[str | Note, ...]) -> Draft:
    person = holder_of(main)
    offers = head_offers(main.subject_id, person)
    return Draft(text, facts, notes, focus=(main.subject_id, person), holder_id=person, offers=offers, dated=True)


def _no_longer(ask: Inquiry, term: Fact, heads: tuple[Fact, ...]) -> Draft:
    """In office at another time: when that was, and who is, or was, instead."""
    instead = heads or tuple(fact for fact in (successor(ask.knowledge, term),) if fact is not None)
    case = "no_longer" if _is_now(ask) else "no_then"
    text = ask.say(
        "leader",
        case,
        no=_yes(ask, "no-word"),
        when=when_words(ask, ask.reading.time),
        heads=head_items(ask, instead) if instead else None,
        **head_slots(ask, term),
    )
    main = instead[-1] if instead else term
    return _draft(main, text, (*instead, term), head_notes(ask, main, with_predecessor=False)[:2])


def _other_post(ask: Inquiry, body_id: str, person_id: str) -> Draft | None:
    """Another post in the body, or the company that the person comes from."""
    posts = [f for f in ask.knowledge.facts_of(body_id, "leadership") if holder_of(f) == person_id]
    held = [f for f in posts if post_holds_on(ask.knowledge, f, ask.today)]
    if held and not heads_during(ask.knowledge, body_id, ask.today, ask.today):
        return _answer(ask, "yes_now", held[-1], tuple(held))
    own = [f for f in ask.knowledge.facts_naming(person_id, "leadership") if holder_of(f) == person_id]
    from_there = [f for f in own if word_of(f, "affiliation_org") == body_id]
    if not from_there:
        return None
    main = max(from_there, key=lambda f: (f.confirmed.last if f.confirmed else date.min, f.id))
    text = ask.say(
        "leader",
        "yes_company",
        yes=_yes(ask, "yes-word"),
        holder=name_with_script(ask, person_id),
        affiliation=affiliation_of(ask, main),
    )
    return Draft(
        text,
        (main,),
        (ask.say("leader", "company_post", **head_slots(ask, main)),),
        focus=(body_id, person_id),
        holder_id=person_id,
        offers=head_offers(main.subject_id, person_id),
    )


def _no_never(ask: Inquiry, body_id: str, person_id: str, heads: tuple[Fact, ...]) -> Draft:
    """Never known in office: a plain no where somebody else is known to have been; otherwise not known."""
    if not heads:
        row = head_terms(ask.knowledge, body_id)
        nearest = tuple(term.fact for term in row[-1:])
        text = ask.say(
            "leader",
            "never",
            person=name(ask, person_id),
            body=name(ask, body_id),
            heads=head_items(ask, nearest) if nearest else None,
        )
        return Draft(text, nearest, (), "unknown", (body_id, person_id), dated=True)
    case = "no_other" if _is_now(ask) else "no_other_then"
    text = ask.say(
        "leader",
        case,
        no=_yes(ask, "no-word"),
        when=when_words(ask, ask.reading.time),
        asked=name(ask, person_id),
        heads=head_items(ask, heads),
        **head_slots(ask, heads[-1]),
    )
    return _draft(heads[-1], text, heads, ())
