"""Who a person is: posts now, then and earlier, and the company behind them. The one rule: every post has its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering.citing import confirmed_on
from bot.answering.fields import word_of
from bot.answering.figures import date_words, list_words, when_words
from bot.answering.heads import head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import HEAD_ROLES, is_over, post_holds_on, posts_of
from bot.answering.names import family_note, name, name_with_script
from bot.answering.namings import names_draft
from bot.answering.relations import facts_about
from bot.model.knowledge import Fact


def compose_person(ask: Inquiry) -> Draft:
    people = ask.subjects_of("person")
    if not people:
        return Draft(ask.say("person", "no_subject"), status="unknown")
    person_id = people[0].id
    posts = posts_of(ask.knowledge, person_id)
    if not posts:
        return _without_posts(ask, person_id)
    if ask.reading.part == "name":
        return names_draft(ask, people[0])
    if ask.reading.part == "company":
        return _company(ask, person_id, posts)
    if ask.reading.time.date is not None:
        return _then(ask, person_id, posts)
    return _profile(ask, person_id, posts)


def _profile(ask: Inquiry, person_id: str, posts: tuple[Fact, ...]) -> Draft:
    held = tuple(f for f in posts if post_holds_on(ask.knowledge, f, ask.today))
    now = _weightiest(ask, held)
    earlier = tuple(f for f in posts if f.status not in ("announced", "not-held") and _is_past(ask, f))
    coming = tuple(f for f in posts if f.status == "announced")
    told = now or earlier or coming
    main = told[0] if told else posts[0]
    case = "now" if now else "earlier" if earlier else "announced"
    text = ask.say("person", case, person=name_with_script(ask, person_id), posts=_items(ask, told or posts))
    notes = [_company_note(ask, posts, told)]
    if now and earlier:
        notes.append(ask.say("person", "earlier_note", posts=_items(ask, earlier)))
    if coming and told is not coming:
        notes.append(ask.say("person", "announced", person=name(ask, person_id), posts=_items(ask, coming)))
    notes += [family_note(ask, person_id), *_biography(ask, person_id), main.text.get(ask.lang)]
    facts = (*told, *(earlier if now else ()), *(coming if told is not coming else ()))
    facts += tuple(post for post in held if post not in facts)
    facts += ask.knowledge.facts_of(person_id, "biography")
    return _draft(person_id, text, facts or posts, tuple(note for note in notes if note), main, dated=bool(now))


def _is_past(ask: Inquiry, post: Fact) -> bool:
    return is_over(ask.knowledge, post, ask.today)


def _weightiest(ask: Inquiry, posts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Bodies before companies and series, heads before other posts, well-tied bodies first; one post told once."""

    def weight(post: Fact) -> tuple[bool, bool, int, date]:
        entity = ask.knowledge.entities.get(post.subject_id)
        is_aside = entity is None or entity.type != "organization" or entity.kind == "company"
        start = post.period.start.first if post.period.start is not None else date.max
        ties = len(facts_about(ask.knowledge, post.subject_id, "counterpart", "series", "link"))
        return (is_aside, word_of(post, "role") not in HEAD_ROLES, -ties, start)

    ordered = sorted(posts, key=weight)
    return tuple({(f.subject_id, word_of(f, "role")): f for f in reversed(ordered)}.values())[::-1]


def _draft(
    person_id: str, text: str, facts: tuple[Fact, ...], notes: tuple[str, ...], main: Fact, *, dated: bool
) -> Draft:
    bodies = tuple(dict.fromkeys(fact.subject_id for fact in facts if fact.kind == "leadership"))
    offers = (
        Offer("counterpart_person", (person_id,)),
        Offer("company", (person_id,)),
        Offer("before", (main.subject_id, person_id)),
        Offer("body", (main.subject_id,)),
        Offer("leader", (main.subject_id,)),
    )
    return Draft(
        text, facts, notes, focus=(person_id, *bodies), holder_id=person_id, listed=bodies, offers=offers, dated=dated
    )


def _items(ask: Inquiry, posts: tuple[Fact, ...]) -> str:
    return list_words(ask, [ask.form("post-item", **head_slots(ask, post)) for post in posts])


def _company_note(ask: Inquiry, posts: tuple[Fact, ...], told: tuple[Fact, ...]) -> str | None:
    """Where the person comes from, unless a post told says it."""
    known = _newest_affiliation(posts)
    if known is None or word_of(known, "affiliation_org") in {post.subject_id for post in told}:
        return None
    return ask.say("leader", "company", **head_slots(ask, known))


def _newest_affiliation(posts: tuple[Fact, ...]) -> Fact | None:
    known = [f for f in posts if f.data.get("affiliation_org") or f.data.get("affiliation_title")]
    return max(
        known, key=lambda f: (_ended(f) or date.max, f.confirmed.last if f.confirmed else date.min, f.id), default=None
    )


def _ended(fact: Fact) -> date | None:
    return fact.period.end.last if fact.period.end is not None else None


def _biography(ask: Inquiry, person_id: str) -> tuple[str, ...]:
    facts = ask.knowledge.facts_of(person_id, "biography")
    return tuple(fact.text[ask.lang] for fact in facts if ask.lang in fact.text)


def _company(ask: Inquiry, person_id: str, posts: tuple[Fact, ...]) -> Draft:
    day = ask.reading.time.date
    fitting = posts if day is None else tuple(f for f in posts if post_holds_on(ask.knowledge, f, day.first))
    main = _newest_affiliation(fitting)
    if main is None:
        text = ask.say("person", "no_company", person=name_with_script(ask, person_id), posts=_items(ask, posts[:1]))
        return replace(_unknown(person_id, text, posts[:1]), status="answered")
    held = post_holds_on(ask.knowledge, main, ask.today)
    confirmed = date_words(ask, confirmed_on(ask.knowledge, main)) if held else None
    text = ask.say(
        "person",
        "company" if held else "company_then",
        holder=name_with_script(ask, person_id),
        **{key: value for key, value in head_slots(ask, main).items() if key not in ("holder", "confirmed")},
        confirmed=confirmed,
    )
    notes = tuple(note for note in (family_note(ask, person_id), *_biography(ask, person_id)) if note)
    company = word_of(main, "affiliation_org")
    draft = _draft(person_id, text, (main,), notes, main, dated=held)
    focus = (person_id, company) if company in ask.knowledge.entities and company is not None else (person_id,)
    return Draft(text, draft.facts, notes, focus=focus, holder_id=person_id, offers=draft.offers, dated=held)


def _then(ask: Inquiry, person_id: str, posts: tuple[Fact, ...]) -> Draft:
    time = ask.reading.time
    assert time.date is not None
    first, last = time.date.first, min((time.until or time.date).last, ask.today)
    held = tuple(f for f in posts if _touches(ask, f, first, last))
    if not held:
        text = ask.say(
            "person",
            "unknown_then",
            person=name_with_script(ask, person_id),
            when=when_words(ask, time),
            posts=_items(ask, posts[:3]),
        )
        return _unknown(person_id, text, posts[:3])
    text = ask.say(
        "person", "then", person=name_with_script(ask, person_id), when=when_words(ask, time), posts=_items(ask, held)
    )
    notes = tuple(note for note in (_company_note(ask, held, held), family_note(ask, person_id)) if note)
    return _draft(person_id, text, held, notes, held[0], dated=True)


def _touches(ask: Inquiry, post: Fact, first: date, last: date) -> bool:
    start, end = post.period.start, post.period.end
    days = [first, last, *(day.first for day in (start, end) if day is not None and first <= day.first <= last)]
    return any(post_holds_on(ask.knowledge, post, day) for day in days)


def _unknown(person_id: str, text: str, facts: tuple[Fact, ...]) -> Draft:
    offers = (Offer("person", (person_id,)), Offer("counterpart_person", (person_id,)))
    return Draft(text, facts, (), "unknown", (person_id,), offers=offers, dated=True)


def _without_posts(ask: Inquiry, person_id: str) -> Draft:
    """No post is known: what else names the person."""
    kinds = ("biography", "role", "activity", "quote", "link", "naming", "edition")
    facts = tuple(f for f in facts_about(ask.knowledge, person_id, *kinds) if ask.lang in f.text)
    if not facts:
        return Draft(ask.say("person", "none", person=name(ask, person_id)), status="unknown", focus=(person_id,))
    about = facts[0].subject_id
    body = name(ask, about) if about != person_id else None
    person = name_with_script(ask, person_id)
    text = ask.say("person", "known_from", person=person, body=body, text=facts[0].text[ask.lang])
    notes = tuple(fact.text[ask.lang] for fact in facts[1:3])
    return Draft(text, facts[:3], notes, focus=(person_id,), holder_id=person_id)


def short_description(ask: Inquiry, person_id: str, form: str = "post-item") -> tuple[str | None, tuple[Fact, ...]]:
    """A person in a few words, by the weightiest post: ``chair of Keidanren``, with its time where ``form`` has it."""
    posts = posts_of(ask.knowledge, person_id)
    held = tuple(f for f in posts if post_holds_on(ask.knowledge, f, ask.today))
    now = _weightiest(ask, held)
    best = (list(now) or [f for f in posts if f.status != "announced"])[:1]
    if not best:
        return None, ()
    return ask.form(form if now else "post-item", **head_slots(ask, best[0])), tuple(best)
