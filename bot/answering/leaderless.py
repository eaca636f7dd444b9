"""Posts below the head, and bodies of which no head is known. The one rule: a stand-in is named as what he is."""

from __future__ import annotations

from datetime import date

from bot.answering.fields import word_of
from bot.answering.heads import head_items, head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.leader_checks import confirm_leader
from bot.answering.lookup import heads_on, holder_of, holders_on
from bot.answering.names import affiliation_of, name, name_with_script
from bot.answering.relations import organizer_ids
from bot.model.knowledge import Fact


def post_holders(ask: Inquiry, body_id: str, role: str) -> Draft:
    """The holders of a post that is not the head's, or not only."""
    time = ask.reading.time
    day, last = (time.date.first, (time.until or time.date).last) if time.date is not None else (ask.today, ask.today)
    held = holders_on(ask.knowledge, body_id, {role}, day, min(last, ask.today))
    if held:
        text = ask.say("leader", "post", heads=head_items(ask, held), **head_slots(ask, held[0]))
        listed = tuple(holder_of(fact) for fact in held)
        focus, offers = (body_id, listed[0]), (Offer("leader", (body_id,)),)
        return Draft(text, held, focus=focus, holder_id=listed[0], listed=listed, offers=offers)
    heads = heads_on(ask.knowledge, body_id, day)
    known = head_items(ask, heads) if heads else None
    text = ask.say("leader", "no_post", title=ask.label("roles", role), body=name(ask, body_id), heads=known)
    return Draft(text, heads, (), "unknown", (body_id,), offers=(Offer("leader", (body_id,)),), dated=True)


def without_heads(ask: Inquiry, body_id: str, person_id: str | None) -> Draft:
    """A series is led by those who hold it; of a company only who sits elsewhere is known; else nobody is."""
    if person_id is not None and _company_people(ask, body_id):
        return confirm_leader(ask, body_id, person_id)
    heads = tuple(h for one in organizer_ids(ask.knowledge, body_id) for h in heads_on(ask.knowledge, one, ask.today))
    if heads and ask.reading.time.date is None:
        parts = [_with_body(ask, head) for head in heads]
        series = ask.knowledge.facts_of(body_id, "series")[:1]
        text = ask.say(
            "leader", "organizers", body=name(ask, body_id), heads=ask.lexicon.formats["clause-separator"].join(parts)
        )
        return Draft(
            text, (*heads, *series), (), focus=(body_id, heads[0].subject_id), listed=tuple(h.subject_id for h in heads)
        )
    people = _company_people(ask, body_id)
    if people:
        main = people[0]
        holder = name_with_script(ask, holder_of(main))
        text = ask.say(
            "leader", "company_person", holder=holder, affiliation=affiliation_of(ask, main), body=name(ask, body_id)
        )
        note = ask.say("leader", "company_post", **head_slots(ask, main))
        offers = (Offer("person", (holder_of(main),)), Offer("leader", (main.subject_id,)))
        return Draft(text, (main,), (note,), focus=(body_id, holder_of(main)), holder_id=holder_of(main), offers=offers)
    about = ask.knowledge.facts_of(body_id, "role", "founding")[:1]
    text = ask.say("leader", "none", body=name(ask, body_id))
    notes = tuple(fact.text.get(ask.lang, "") for fact in about if fact.text)
    return Draft(
        text, about, notes, "unknown", (body_id,), offers=(Offer("body", (body_id,)), Offer("counterpart", (body_id,)))
    )


def _with_body(ask: Inquiry, head: Fact) -> str:
    return ask.form("term", **head_slots(ask, head))


def _company_people(ask: Inquiry, company_id: str) -> list[Fact]:
    """The posts of those who come from a company, the newest first."""
    facts = [
        f for f in ask.knowledge.facts_naming(company_id, "leadership") if word_of(f, "affiliation_org") == company_id
    ]
    return sorted(
        facts, key=lambda f: (f.period.end is None, f.confirmed.last if f.confirmed else date.min, f.id), reverse=True
    )
