"""Since when, until when and how long a head is or was in office. The one rule: an open end is told as open."""

from __future__ import annotations

from bot.answering.fields import date_of
from bot.answering.figures import date_words, duration_words, on_words, sentences
from bot.answering.heads import head_notes, head_offers, head_slots, successor_note
from bot.answering.inquiry import Draft, Inquiry, Note
from bot.answering.lookup import (
    HEAD_ROLES,
    heads_during,
    heads_on,
    history,
    holder_of,
    is_over,
    posts_of,
    successor,
)
from bot.answering.names import name
from bot.model.dates import PartialDate
from bot.model.knowledge import Fact


def compose_tenure(ask: Inquiry) -> Draft:
    terms = _terms(ask)
    if not terms:
        return _none(ask)
    part = ask.reading.part or "since"
    drafts = [_of_term(ask, term, part) for term in terms]
    if len(drafts) == 1:
        return drafts[0]
    main = drafts[0]
    return Draft(
        text=sentences(ask, (draft.text for draft in drafts)),
        facts=tuple(fact for draft in drafts for fact in draft.facts),
        notes=main.notes,
        focus=tuple(dict.fromkeys(one for draft in drafts for one in draft.focus)),
        holder_id=main.holder_id,
        offers=main.offers,
        dated=True,
    )


def _terms(ask: Inquiry) -> tuple[Fact, ...]:
    """The terms asked about: the person's in the body, all the person's as head, or those of the body's heads."""
    people, bodies = ask.subjects_of("person"), ask.subjects_but("person")
    if people:
        body_ids = {body.id for body in bodies}
        posts = tuple(f for f in posts_of(ask.knowledge, people[0].id) if not body_ids or f.subject_id in body_ids)
        posts = tuple(f for f in posts if f.status not in ("not-held", "announced")) or posts
        heads = tuple(f for f in posts if f.data.get("role") in HEAD_ROLES)
        return _weighty(ask, heads or posts)
    if not bodies:
        return ()
    body_id, day = bodies[0].id, ask.reading.time.date
    if day is not None:
        return heads_during(ask.knowledge, body_id, day.first, min(day.last, ask.today))[:3]
    return heads_on(ask.knowledge, body_id, ask.today)[:3] or history(ask.knowledge, body_id)[-1:]


def _weighty(ask: Inquiry, posts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Two posts at most: those held today before those left, those in bodies before those in companies."""
    in_bodies = tuple(f for f in posts if ask.knowledge.entities[f.subject_id].kind != "company") or posts
    held = tuple(f for f in in_bodies if not is_over(ask.knowledge, f, ask.today))
    return (held or in_bodies)[: 2 if held else 1]


def _of_term(ask: Inquiry, term: Fact, part: str) -> Draft:
    slots = head_slots(ask, term)
    facts: tuple[Fact, ...] = (term,)
    notes: tuple[str | Note, ...] = ()
    if part == "term":
        text, rule = _term(ask, term)
        facts += rule
    elif term.period.end is not None:
        slots["duration"] = _duration(ask, term)
        text = ask.say("tenure", "ended" if slots["start"] else "ended_plain", **slots)
        after = successor(ask.knowledge, term)
        facts += (after,) if after is not None else ()
        notes = tuple(note for note in (term.text.get(ask.lang), successor_note(ask, term)) if note)
    elif is_over(ask.knowledge, term, ask.today):
        text = ask.say("tenure", "left", **slots)
    elif term.period.start is None:
        text = ask.say("tenure", "start_unknown", **slots)
    else:
        slots["duration"] = _duration(ask, term)
        slots["term_ends"] = date_words(ask, date_of(term, "term_ends"))
        case = {"until": "open_until", "duration": "open_duration"}.get(part, "open_since")
        text = ask.say("tenure", case, **slots)
    person = holder_of(term)
    return Draft(
        text=text,
        facts=facts,
        notes=notes or head_notes(ask, term)[:2],
        status="unknown" if _leaves_open(ask, term, part) else "answered",
        focus=(term.subject_id, person),
        holder_id=person,
        offers=head_offers(term.subject_id, person),
        dated=True,
    )


def _leaves_open(ask: Inquiry, term: Fact, part: str) -> bool:
    """Whether what is asked is not known: a day, or why somebody left, which only the term's own words tell."""
    if part == "why":
        return term.period.end is None or ask.lang not in term.text
    return part != "until" and term.period.start is None and term.period.end is None


def _duration(ask: Inquiry, term: Fact) -> str | None:
    """How long; not counted where a date is known by its year alone."""
    start, end = term.period.start, term.period.end or PartialDate.of(ask.today)
    if start is None or start.month is None or end.month is None:
        return None
    return duration_words(ask, start, end)


def _term(ask: Inquiry, term: Fact) -> tuple[str, tuple[Fact, ...]]:
    """When the term of office ends: the day noted, else the body's own rule, else that it is not known."""
    slots = head_slots(ask, term)
    ends = date_of(term, "term_ends") or term.period.end
    rules = ask.knowledge.facts_of(term.subject_id, "term-rule")[:1]
    if ends is not None:
        case = "term_ended" if ends.last < ask.today else "term_ends"
        slots |= {"term_ends": date_words(ask, ends), "term_ends_on": on_words(ask, ends)}
        return ask.say("tenure", case, rule=_rule(ask, rules), **slots), rules
    if rules:
        return ask.say("tenure", "term_rule", rule=_rule(ask, rules), **slots), rules
    return ask.say("tenure", "term_unknown", **slots), ()


def _rule(ask: Inquiry, rules: tuple[Fact, ...]) -> str | None:
    return rules[0].text.get(ask.lang) if rules else None


def _none(ask: Inquiry) -> Draft:
    subjects = ask.subjects
    if not subjects:
        return Draft(ask.say("tenure", "no_subject"), status="unknown")
    names = [name(ask, subject.id) for subject in subjects]
    return Draft(ask.say("tenure", "none", subject=names[0]), status="unknown", focus=tuple(s.id for s in subjects))
