"""Who plays the same part in the other country: of a body, a person, in a sector. The one rule: never guessed."""

from __future__ import annotations

from bot.answering.citing import confirmed_on
from bot.answering.fields import date_of, word_of, words_of
from bot.answering.figures import date_words, joined_clauses, sentences, when_words
from bot.answering.heads import head_items, head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import HEAD_ROLES, holder_of, post_holds_on, posts_of
from bot.answering.names import family_note, name, name_with_script
from bot.answering.pairs import Pair, body_sentence, days_asked, is_past, pairs_of, person_sentence
from bot.answering.relations import central_first, facts_about, newest_first, overviews
from bot.answering.succession import after_holder, before_holder
from bot.knowledge.base import referenced_ids
from bot.model.knowledge import Fact


def compose_counterpart(ask: Inquiry) -> Draft:
    people, bodies = ask.subjects_of("person"), ask.subjects_of("organization", "initiative")
    if len(ask.subjects) > 1:
        return _between(ask)
    if people:
        return _of_person(ask, people[0].id)
    if bodies:
        return _of_body(ask, bodies[0].id)
    return _listed(ask)


def _of_body(ask: Inquiry, body_id: str) -> Draft:
    pairs = pairs_of(ask, body_id)
    if not pairs:
        return _none(ask, body_id)
    past = is_past(ask)
    lines = [body_sentence(ask, pair, past=past) for pair in pairs]
    return _draft(ask, pairs, lines, (body_id,))


def _of_person(ask: Inquiry, person_id: str) -> Draft:
    """By the bodies the person heads on the day; where none today, by those headed last, in that time."""
    posts = [f for f in posts_of(ask.knowledge, person_id) if word_of(f, "role") in HEAD_ROLES]
    held = [f for f in posts if post_holds_on(ask.knowledge, f, days_asked(ask)[1])]
    pairs = tuple(pair for post in held for pair in pairs_of(ask, post.subject_id, post))
    if not held and posts and not is_past(ask):
        return _of_former_head(ask, person_id, posts)
    if not pairs:
        return _no_partner_of_person(ask, person_id, tuple(held or posts[:1]))
    past = is_past(ask)
    lines = [person_sentence(ask, pair, person_id, past=past) for pair in pairs]
    return _draft(ask, pairs, lines, (person_id,))


def _of_former_head(ask: Inquiry, person_id: str, posts: list[Fact]) -> Draft:
    last = posts[0]
    slots = head_slots(ask, last)
    pairs = pairs_of(ask, last.subject_id, last)
    lead = ask.say("counterpart", "former_head", asked=name(ask, person_id), **slots)
    if not pairs:
        return Draft(
            lead, (last,), (), "unknown", (person_id, last.subject_id), offers=(Offer("leader", (last.subject_id,)),)
        )
    lines = [body_sentence(ask, pair, past=False) for pair in pairs]
    draft = _draft(ask, pairs, lines, (person_id,))
    return Draft(
        sentences(ask, (lead, draft.text)),
        (*draft.facts, last),
        draft.notes,
        focus=draft.focus,
        holder_id=draft.holder_id,
        offers=draft.offers,
        dated=True,
    )


def _draft(ask: Inquiry, pairs: tuple[Pair, ...], lines: list[str], asked: tuple[str, ...]) -> Draft:
    heads = tuple(pair.heads[-1] for pair in pairs if pair.heads)
    links = tuple(pair.link for pair in pairs)
    own = tuple(pair.own_head for pair in pairs if pair.own_head is not None)
    changed = [pair.heads for pair in pairs if len(pair.heads) > 1]
    notes: list[str | None] = [_in_turn(ask, row) for row in changed]
    notes += [family_note(ask, holder_of(head)) for head in heads[:2]]
    notes += [pair.link.text.get(ask.lang) for pair in pairs[:2]]
    holder = holder_of(heads[0]) if heads else None
    partner = pairs[0].partner_id
    offers = (
        Offer("leader", (pairs[0].body_id,)),
        Offer("meetings_between", (pairs[0].body_id, partner)),
        Offer("body", (partner,)),
        Offer("connection", (pairs[0].body_id, partner)),
    )
    focus = (partner, *((holder,) if holder else ()), *asked)
    listed = tuple(pair.partner_id for pair in pairs) if len(pairs) > 1 else ()
    facts = (*heads, *links, *own, *(head for row in changed for head in row))
    notes_said = tuple(dict.fromkeys(note for note in notes if note))
    return Draft(
        sentences(ask, lines),
        facts,
        notes_said,
        focus=focus,
        holder_id=holder,
        listed=listed,
        offers=offers,
        dated=bool(heads),
    )


def _in_turn(ask: Inquiry, heads: tuple[Fact, ...]) -> str:
    """All who headed the counterpart in the time asked about."""
    slots = head_slots(ask, heads[0])
    return ask.say(
        "leader", "at_several", when=when_words(ask, ask.reading.time), heads=head_items(ask, heads), **slots
    )


def _none(ask: Inquiry, body_id: str) -> Draft:
    text = ask.say("counterpart", "none", body=name(ask, body_id))
    offers = (Offer("leader", (body_id,)), Offer("body", (body_id,)), Offer("meetings", (body_id,)))
    links = _links_across(ask, body_id)
    if links:
        lead = ask.say("counterpart", "none_fixed", body=name(ask, body_id), text=links[0].text[ask.lang])
        return Draft(lead, links, tuple(f.text[ask.lang] for f in links[1:]), focus=(body_id,), offers=offers)
    about = ask.knowledge.facts_of(body_id, "role", "founding")[:1]
    return Draft(text, about, (), "unknown", (body_id,), offers=offers)


def _links_across(ask: Inquiry, body_id: str) -> tuple[Fact, ...]:
    """Whom a body without a counterpart deals with in the other country; the newest two."""
    country = ask.knowledge.entities[body_id].country
    links = facts_about(ask.knowledge, body_id, "link", "agreement")
    across = [
        fact
        for fact in links
        if any(
            ask.knowledge.entities[one].country not in (country, "both")
            for one in {fact.subject_id, *referenced_ids(fact)} & set(ask.knowledge.entities)
        )
    ]
    told = tuple(fact for fact in across if ask.lang in fact.text)
    return tuple(sorted(newest_first(told), key=lambda fact: fact.kind != "link"))[:2]


def _no_partner_of_person(ask: Inquiry, person_id: str, posts: tuple[Fact, ...]) -> Draft:
    post = head_slots(ask, posts[0]) if posts else {}
    text = ask.say(
        "counterpart",
        "none_of_person",
        asked=name(ask, person_id),
        own_title=post.get("title"),
        own_body=post.get("body"),
        when=when_words(ask, ask.reading.time),
    )
    return Draft(text, posts, (), "unknown", (person_id,), offers=(Offer("person", (person_id,)),))


def _between(ask: Inquiry) -> Draft:
    """Whether two are counterparts: bodies, or persons by the bodies they head, or one of each."""
    first, second = ask.subjects[:2]
    if "sector" in (first.type, second.type):
        return _of_body(ask, (second if first.type == "sector" else first).id)
    one, other = _bodies_behind(ask, first.id), _bodies_behind(ask, second.id)
    for body_id, own_facts in one.items():
        for pair in pairs_of(ask, body_id):
            if pair.partner_id in other and ask.reading.time.when in ("before", "after"):
                turn = before_holder if ask.reading.time.when == "before" else after_holder
                return turn(ask, pair.partner_id, second.id)
            if pair.partner_id in other:
                return _yes(ask, pair, (first.id, second.id), (*own_facts, *other[pair.partner_id]))
    base = _of_person(ask, first.id) if first.type == "person" else _of_body(ask, first.id)
    lead = ask.say("counterpart", "not_paired", one=name(ask, first.id), other=name(ask, second.id))
    status = base.status
    return Draft(
        sentences(ask, (lead, base.text)),
        base.facts,
        base.notes,
        status,
        (first.id, second.id),
        base.holder_id,
        offers=base.offers,
        dated=base.dated,
    )


def _bodies_behind(ask: Inquiry, entity_id: str) -> dict[str, tuple[Fact, ...]]:
    if ask.knowledge.entities[entity_id].type != "person":
        return {entity_id: ()}
    posts = [f for f in posts_of(ask.knowledge, entity_id) if word_of(f, "role") in HEAD_ROLES]
    return {f.subject_id: (f,) for f in posts if post_holds_on(ask.knowledge, f, days_asked(ask)[1])}


def _yes(ask: Inquiry, pair: Pair, asked: tuple[str, str], own: tuple[Fact, ...]) -> Draft:
    one, other = (name_with_script(ask, entity_id) for entity_id in asked)
    checked = date_words(ask, confirmed_on(ask.knowledge, pair.link))
    since = date_words(ask, date_of(pair.link, "since") or pair.link.period.start)
    text = ask.say("counterpart", "paired", one=one, other=other, checked=checked, since=since)
    sentence = body_sentence(ask, pair, past=is_past(ask))
    offers = (Offer("meetings_between", (pair.body_id, pair.partner_id)), Offer("leader", (pair.partner_id,)))
    facts = (pair.link, *own, *pair.heads[-1:])
    return Draft(text, facts, (sentence,), focus=asked, offers=offers, dated=True)


def _listed(ask: Inquiry) -> Draft:
    """The pairs of counterparts there are: in a sector, or all; Korean bodies first in each pair."""
    sector_ids = {sector.id for sector in ask.subjects_of("sector")}
    named = {
        body
        for sector in sector_ids
        for f in ask.knowledge.facts_of(sector, "key-bodies")
        for body in words_of(f, "bodies")
    }
    pairs: dict[frozenset[str], Pair] = {}
    for body in central_first(ask.knowledge, ask.knowledge.of_type("organization")):
        if sector_ids and body.id not in named and not sector_ids & set(body.sector_ids):
            continue
        for pair in pairs_of(ask, body.id):
            kept = pairs.get(frozenset((pair.body_id, pair.partner_id)))
            if kept is None or body.country == "KR":
                pairs[frozenset((pair.body_id, pair.partner_id))] = pair
    if not pairs:
        subjects = ask.subjects
        text = ask.say("counterpart", "none_listed", sector=name(ask, subjects[0].id) if subjects else None)
        return Draft(text, status="unknown", focus=tuple(s.id for s in subjects), offers=(Offer("overview"),))
    rows = list(pairs.values())
    items = [ask.form("pair", one=name(ask, pair.body_id), other=name(ask, pair.partner_id)) for pair in rows]
    sector = name(ask, ask.subjects[0].id) if sector_ids else None
    text = ask.say("counterpart", "listed", pairs=joined_clauses(ask, items), n=len(rows), sector=sector)
    listed = tuple(pair.body_id for pair in rows)
    offers = (Offer("counterpart", (listed[0],)), Offer("leader", (listed[0],)), Offer("overview"))
    overall = () if sector_ids else overviews(ask.knowledge, "pairs")
    facts = (*(pair.link for pair in rows), *overall)
    notes = tuple(fact.text[ask.lang] for fact in overall)
    return Draft(text, facts, notes, focus=(*sorted(sector_ids), *listed[:2]), listed=listed, offers=offers)
