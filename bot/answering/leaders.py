"""Who leads, led or is to lead a body. The one rule: a question about the past never gets today's holder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering.fields import word_of
from bot.answering.figures import sentences, when_words
from bot.answering.heads import (
    announcement,
    beside_notes,
    head_items,
    head_notes,
    head_offers,
    head_slots,
    successor_note,
)
from bot.answering.inquiry import Draft, Inquiry, Note, Offer
from bot.answering.leader_checks import confirm_leader
from bot.answering.leaderless import post_holders, without_heads
from bot.answering.lookup import (
    HEAD_ROLES,
    announced_heads,
    head_terms,
    heads_during,
    heads_on,
    history,
    holder_of,
    is_over,
    posts_of,
)
from bot.answering.names import name
from bot.answering.people import compose_person
from bot.answering.sectors import compose_sector
from bot.answering.succession import (
    after_holder,
    all_heads,
    before_holder,
    first_head,
    nth_head,
    past_heads,
)
from bot.model.knowledge import Entity, Fact
from bot.model.understanding import Time

_RELATIVE = ("before", "after", "next")


def compose_leader(ask: Inquiry) -> Draft:
    bodies, people = ask.subjects_but("person"), ask.subjects_of("person")
    leans_on_person = ask.reading.time.when in _RELATIVE or ask.reading.yes_no
    if not bodies and people and ask.reading.part == "company":
        bodies = _companies_of(ask, people[0].id)
        people = () if bodies else people
    elif not bodies and people and leans_on_person:
        bodies = _headed_by(ask, people[0].id)
    if not bodies:
        return compose_person(ask) if people else Draft(ask.say("leader", "no_subject"), status="unknown")
    drafts = [_of_body(ask, body.id, people[0].id if people else None) for body in bodies]
    return drafts[0] if len(drafts) == 1 else joined(ask, drafts)


def _headed_by(ask: Inquiry, person_id: str) -> tuple[Entity, ...]:
    """The body in whose row of heads somebody stands: an organization before an initiative, a company last."""
    posts = [fact for fact in posts_of(ask.knowledge, person_id) if word_of(fact, "role") in HEAD_ROLES]
    bodies = [ask.knowledge.entities[fact.subject_id] for fact in posts]
    bodies.sort(key=lambda body: (body.type != "organization", body.kind == "company"))
    return tuple(bodies[:1])


def _companies_of(ask: Inquiry, person_id: str) -> tuple[Entity, ...]:
    """The company that somebody comes from, by the newest post that names one."""
    posts = posts_of(ask.knowledge, person_id)
    named = [company for post in posts if (company := word_of(post, "affiliation_org")) in ask.knowledge.entities]
    return tuple(ask.knowledge.entities[str(company)] for company in named[-1:])


def joined(ask: Inquiry, drafts: list[Draft]) -> Draft:
    """Several short answers as one; what is known is answered, though another part is not."""
    known = [draft for draft in drafts if draft.status == "answered"] or drafts
    return Draft(
        text=sentences(ask, (draft.text for draft in drafts)),
        facts=tuple(fact for draft in known for fact in draft.facts),
        notes=tuple(note for draft in known for note in draft.notes[:1]),
        status=known[0].status,
        focus=tuple(dict.fromkeys(one for draft in drafts for one in draft.focus)),
        holder_id=known[0].holder_id,
        offers=known[0].offers,
        dated=all(draft.dated for draft in known),
    )


def _of_body(ask: Inquiry, body_id: str, person_id: str | None) -> Draft:
    reading = ask.reading
    if ask.knowledge.entities[body_id].type == "sector":
        return compose_sector(replace(ask, reading=replace(reading, subject_ids=(body_id,), part="people")))
    when = reading.time.when
    if reading.part is not None and ask.label("roles", reading.part):
        return post_holders(ask, body_id, reading.part)
    if not head_terms(ask.knowledge, body_id):
        return without_heads(ask, body_id, person_id)
    if reading.ordinal is not None:
        return nth_head(ask, body_id, reading.ordinal)
    if when in ("before", "after", "next"):
        return (before_holder if when == "before" else after_holder)(ask, body_id, person_id)
    if person_id is not None:
        return confirm_leader(ask, body_id, person_id)
    if when in ("history", "past", "first"):
        return {"history": all_heads, "past": past_heads, "first": first_head}[when](ask, body_id)
    if reading.time.date is None:
        return _now(ask, body_id)
    return _since(ask, body_id, reading.time) if when == "since" else _at(ask, body_id, reading.time)


def _now(ask: Inquiry, body_id: str) -> Draft:
    heads = heads_on(ask.knowledge, body_id, ask.today)
    if not heads:
        return _vacant(ask, body_id)
    main = heads[-1]
    slots = head_slots(ask, main)
    if len(heads) == 1:
        text = ask.say("leader", "now_since" if slots["start"] else "now", **slots)
        notes = (*head_notes(ask, main), *beside_notes(ask, main, ask.today, ask.today))
    else:
        text = ask.say("leader", "now_several", heads=head_items(ask, heads), **slots)
        notes = tuple(dict.fromkeys(note for head in heads for note in head_notes(ask, head, with_predecessor=False)))
    return _draft(ask, text, heads, notes, main=main)


def _draft(ask: Inquiry, text: str, heads: tuple[Fact, ...], notes: tuple[str | Note, ...], main: Fact) -> Draft:
    holder = holder_of(main)
    facts = (main, *(head for head in heads if head is not main))
    return Draft(
        text=text,
        facts=facts,
        notes=notes,
        focus=(main.subject_id, holder),
        holder_id=holder,
        listed=tuple(holder_of(head) for head in heads) if len(heads) > 1 else (),
        offers=head_offers(main.subject_id, holder),
        dated=True,
    )


def _vacant(ask: Inquiry, body_id: str) -> Draft:
    """Nobody known in office today: the last head known is named as such, and who is announced."""
    coming = announced_heads(ask.knowledge, body_id)
    last = history(ask.knowledge, body_id)[-1]
    text = ask.say("leader", "vacant", **head_slots(ask, last))
    notes = tuple(announcement(ask, fact) for fact in coming)
    offers = (Offer("history", (body_id,)), Offer("body", (body_id,)))
    draft = Draft(text, (last, *coming), notes, "unknown", (body_id, holder_of(last)), offers=offers, dated=True)
    due = [fact for fact in coming if fact.period.start is not None and fact.period.start.last <= ask.today]
    if due:
        told = (announcement(ask, due[-1]), (text, *(note for note in notes if note != announcement(ask, due[-1]))))
        return replace(draft, text=told[0], notes=told[1], facts=(due[-1], last), status="answered")
    return _run_by(ask, body_id, draft) if ask.knowledge.entities[body_id].type == "initiative" else draft


def _run_by(ask: Inquiry, initiative_id: str, draft: Draft) -> Draft:
    """What is run together has more than a head: its own description says by whom."""
    about = tuple(fact for fact in ask.knowledge.facts_of(initiative_id, "role") if ask.lang in fact.text)[:1]
    if not about:
        return draft
    text = about[0].text[ask.lang]
    return replace(draft, text=text, facts=(*about, *draft.facts), notes=(draft.text, *draft.notes), status="answered")


def _at(ask: Inquiry, body_id: str, time: Time) -> Draft:
    assert time.date is not None
    first, last = time.date.first, (time.until or time.date).last
    if first > ask.today:
        return _future(ask, body_id, time)
    last = min(last, ask.today)
    heads = heads_during(ask.knowledge, body_id, first, last)
    if not heads:
        is_due = any(_starts_within(fact, first, last) for fact in announced_heads(ask.knowledge, body_id))
        return _vacant(ask, body_id) if is_due else _unknown_at(ask, body_id, time, first)
    main = heads[0]
    when = when_words(ask, time)
    if len(heads) == 1:
        still = last >= ask.today and not is_over(ask.knowledge, main, ask.today)
        text = ask.say("leader", "at_now" if still else "at", when=when, **head_slots(ask, main))
        beside = beside_notes(ask, main, first, last)
        notes = (*(note for note in (*head_notes(ask, main)[:2], successor_note(ask, main)) if note), *beside)
    else:
        case = "handover" if _is_handover(heads) else "at_several"
        text = ask.say("leader", case, when=when, heads=head_items(ask, heads), **head_slots(ask, main))
        notes = beside_notes(ask, main, first, last)
    return _draft(ask, text, heads, notes, main=main)


def _starts_within(fact: Fact, first: date, last: date) -> bool:
    start = fact.period.start
    return start is not None and first <= start.last and start.first <= last


def _is_handover(heads: tuple[Fact, ...]) -> bool:
    """Whether one seat passed from hand to hand within the time asked about."""
    starts = {head.period.start for head in heads}
    return (
        all(head.period.start for head in heads)
        and len(starts) == len(heads)
        and len({word_of(head, "side") for head in heads}) == 1
    )


def _future(ask: Inquiry, body_id: str, time: Time) -> Draft:
    now = _now(ask, body_id)
    text = ask.say("leader", "future", body=name(ask, body_id), when=when_words(ask, time), now=now.text)
    return Draft(text, now.facts, now.notes, "unknown", now.focus, now.holder_id, offers=now.offers, dated=True)


def _unknown_at(ask: Inquiry, body_id: str, time: Time, first: date) -> Draft:
    """No head known for then: the nearest that are known, on either side."""
    terms = head_terms(ask.knowledge, body_id)
    earlier = [term.fact for term in terms if term.beyond is not None and term.beyond <= first]
    later = [term.fact for term in terms if term.first > first]
    near = [*earlier[-1:], *later[:1]]
    case = "unknown_between" if len(near) == 2 else "unknown_after" if earlier else "unknown_before"
    slots = head_slots(ask, near[0])
    text = ask.say("leader", case, when=when_words(ask, time), heads=head_items(ask, near), **slots)
    offers = (Offer("leader", (body_id,)), Offer("history", (body_id,)))
    return Draft(text, tuple(near), (), "unknown", (body_id,), offers=offers, dated=True)


def _since(ask: Inquiry, body_id: str, time: Time) -> Draft:
    assert time.date is not None
    heads = heads_during(ask.knowledge, body_id, time.date.first, ask.today)
    if not heads:
        return _unknown_at(ask, body_id, time, time.date.first)
    if len(heads) == 1:
        return _now(ask, body_id)
    text = ask.say("leader", "history", n=len(heads), heads=head_items(ask, heads), **head_slots(ask, heads[0]))
    return _draft(ask, text, heads, (), main=heads[-1])
