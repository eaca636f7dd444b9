"""How two subjects are connected: contact, exchange, dispatch. The one rule: a link is told as its source tells it."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.agreements import lead
from bot.answering.counterparts import compose_counterpart
from bot.answering.fields import word_of
from bot.answering.figures import list_words, pair_words
from bot.answering.heads import head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import holder_of, post_holds_on, posts_of
from bot.answering.names import name
from bot.answering.people import compose_person
from bot.answering.relations import newest_first, partners, series_of, touches
from bot.answering.sectors import compose_sector
from bot.model.knowledge import Fact

_TOPICS = {"contact": ("contact", "exchange", "meeting", "partnership", "support"), "dispatch": ("dispatch",)}
_TOLD_FIRST = {"contact": -3, "exchange": -2, "partnership": -1, "dispatch": 1}
_MOST_TOLD = 4


def compose_connection(ask: Inquiry) -> Draft:
    ids = tuple(subject.id for subject in ask.subjects)
    found = _links(ask, ids)
    wanted = _TOPICS.get(ask.reading.part or "")
    fitting = tuple(f for f in found if wanted is None or word_of(f, "topic") in wanted)
    if wanted is not None and fitting:
        found = (*fitting, *(f for f in found if f not in fitting))[:_MOST_TOLD]
    elif ask.reading.part == "dispatch":
        return _none(ask, ids, found)
    pair_facts, pair_notes = _structure(ask, ids)
    if not found and not pair_facts and ask.subjects_of("sector"):
        return compose_sector(replace(ask, reading=replace(ask.reading, part=None)))
    if not found and not pair_facts and len(ids) == 1 and partners(ask.knowledge, ids[0]):
        return compose_counterpart(ask)
    if not found and not pair_facts:
        return _none(ask, ids, ())
    told = [fact.text[ask.lang] for fact in found[:_MOST_TOLD] if fact.kind != "agreement"]
    agreed = [lead(ask, fact) for fact in found[:_MOST_TOLD] if fact.kind == "agreement"]
    person = compose_person(replace(ask, reading=replace(ask.reading, part=None))) if _is_one_person(ask) else None
    lines = [*([person.text] if person is not None else []), *told, *pair_notes, *agreed]
    text = ask.say("connection", "affirmed", text=lines[0]) if ask.reading.yes_no else lines[0]
    facts = (*(person.facts[:1] if person is not None else ()), *found[:_MOST_TOLD], *pair_facts)
    return Draft(text, facts, tuple(lines[1:]), focus=ids, offers=_offers(ids))


def _is_one_person(ask: Inquiry) -> bool:
    """Whether one person alone is asked about: the posts are what ties them to anything."""
    people = ask.subjects_of("person")
    return len(ask.subjects) == len(people) == 1 and bool(posts_of(ask.knowledge, people[0].id))


def _links(ask: Inquiry, ids: tuple[str, ...]) -> tuple[Fact, ...]:
    """The links, agreements and happenings that touch all the subjects, or the bodies behind the people."""
    kinds = ("link", "agreement", "activity")
    groups = [_behind(ask, one) for one in ids]
    facts = [f for f in ask.knowledge.facts.values() if f.kind in kinds and ask.lang in f.text]
    fitting = [f for f in facts if all(any(touches(f, one) for one in group) for group in groups)]
    direct = [f for f in fitting if all(touches(f, one) for one in ids)]
    ordered = (*newest_first(tuple(direct)), *newest_first(tuple(f for f in fitting if f not in direct)))
    return tuple(sorted(ordered, key=lambda f: (f.kind != "link", _TOLD_FIRST.get(word_of(f, "topic") or "", 0))))


def _behind(ask: Inquiry, entity_id: str) -> tuple[str, ...]:
    entity = ask.knowledge.entities.get(entity_id)
    if entity is None or entity.type != "person":
        return (entity_id,)
    posts = [f for f in posts_of(ask.knowledge, entity_id) if post_holds_on(ask.knowledge, f, ask.today)]
    return (entity_id, *(f.subject_id for f in posts))


def _structure(ask: Inquiry, ids: tuple[str, ...]) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """That two are counterparts, and the series they share."""
    if len(ids) < 2:
        return (), ()
    one, other = _behind(ask, ids[0]), _behind(ask, ids[1])
    pairs = [f for body in one for f in partners(ask.knowledge, body) if word_of(f, "partner") in other]
    shared = [
        s
        for body in one
        for s in series_of(ask.knowledge, body)
        if any(s in series_of(ask.knowledge, b) for b in other)
    ]
    notes = [
        ask.say("connection", "counterparts", one=name(ask, f.subject_id), other=name(ask, str(f.data["partner"])))
        for f in pairs[:1]
    ]
    facts: list[Fact] = pairs[:1]
    if shared:
        named = list_words(ask, [name(ask, s) for s in dict.fromkeys(shared)])
        notes.append(ask.say("connection", "series", series=named))
        facts += [f for s in dict.fromkeys(shared) for f in ask.knowledge.facts_of(s, "series")[:1]]
    posts = _posts_between(ask, one, other)
    notes += [ask.say("connection", "post", post=_post_words(ask, f)) for f in posts[:1]]
    people = () if posts else _people_between(ask, ids[0], ids[1])
    notes += [ask.say("connection", "through", **head_slots(ask, f)) for f in people]
    own = () if posts or people else _posts_in_turn(ask, ids[0], ids[1])
    notes += [_own_words(ask, f, ids) for f in own]
    return (*facts, *posts[:1], *people, *own), tuple(notes)


def _people_between(ask: Inquiry, one: str, other: str) -> tuple[Fact, ...]:
    """The posts in one body of people who come from, or also hold a post in, the other; the newest two."""
    found = [
        fact
        for body, company in ((one, other), (other, one))
        for fact in ask.knowledge.facts_of(body, "leadership")
        if word_of(fact, "affiliation_org") == company
        or any(post.subject_id == company for post in posts_of(ask.knowledge, holder_of(fact)))
    ]
    kept: dict[str, Fact] = {}
    for fact in newest_first(tuple(found)):
        kept.setdefault(holder_of(fact), fact)
    return tuple(kept.values())[:2]


def _posts_in_turn(ask: Inquiry, one: str, other: str) -> tuple[Fact, ...]:
    """The posts that two people held in one body, whenever; and those that one holds as somebody of a company."""
    mine, theirs = posts_of(ask.knowledge, one), posts_of(ask.knowledge, other)
    shared = {post.subject_id for post in mine} & {post.subject_id for post in theirs}
    kept = {(holder_of(post), post.subject_id): post for post in (*mine, *theirs) if post.subject_id in shared}
    of_company = [
        post
        for posts, company in ((mine, other), (theirs, one))
        for post in posts
        if word_of(post, "affiliation_org") == company
    ]
    return (*tuple(kept.values())[:2], *of_company[:1])


def _own_words(ask: Inquiry, post: Fact, ids: tuple[str, ...]) -> str:
    """A post in a body that two share; or, where one of them is a company, that the other comes from it."""
    if word_of(post, "affiliation_org") in ids:
        return ask.say("leader", "company", **head_slots(ask, post))
    return ask.say("connection", "post", post=_post_words(ask, post))


def _posts_between(ask: Inquiry, one: tuple[str, ...], other: tuple[str, ...]) -> list[Fact]:
    posts = [f for person in (one[0], other[0]) for f in posts_of(ask.knowledge, person)]
    return [f for f in posts if f.subject_id in (one[0], other[0])]


def _post_words(ask: Inquiry, fact: Fact) -> str:
    return ask.form("term", **head_slots(ask, fact))


def _none(ask: Inquiry, ids: tuple[str, ...], nearby: tuple[Fact, ...]) -> Draft:
    named = pair_words(ask, [name(ask, one) for one in ids]) or None
    case = "none_dispatch" if ask.reading.part == "dispatch" else "none"
    notes = tuple(fact.text[ask.lang] for fact in nearby[:2])
    text = ask.say("connection", case, subjects=named)
    return Draft(text, nearby[:2], notes, "unknown", ids, offers=_offers(ids))


def _offers(ids: tuple[str, ...]) -> tuple[Offer, ...]:
    two = (Offer("meetings_between", ids[:2]), Offer("agreements", ids[:2])) if len(ids) > 1 else ()
    cases = ("counterpart", "counterpart_person", "leader", "person")
    return (*two, *(Offer(case, (one,)) for case in cases for one in ids[:2]))
