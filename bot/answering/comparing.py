"""Two subjects side by side. The one rule: a row is told only when it is known of at least one, and of whom."""

from __future__ import annotations

from bot.answering.bodies import count_form, count_words, kind_words
from bot.answering.fields import date_of, number_of, text_of
from bot.answering.figures import date_words, duration_words, list_words, pair_words
from bot.answering.gathering_words import latest_gathering
from bot.answering.heads import head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import heads_on
from bot.answering.names import name
from bot.answering.people import short_description
from bot.answering.relations import current, organizer_ids, series_of
from bot.model.dates import PartialDate
from bot.model.knowledge import Entity, Fact

_Row = tuple[str, tuple[Fact, ...]]
_SORTS = {"person": "person", "event_series": "series", "event": "series", "initiative": "series"}


def compose_compare(ask: Inquiry) -> Draft:
    subjects = _alike(ask, ask.subjects[:2])
    if len(subjects) < 2:
        return Draft(ask.say("compare", "no_subject"), status="unknown", focus=tuple(s.id for s in subjects))
    ids = tuple(subject.id for subject in subjects)
    offers = (
        Offer("counterpart", ids[:1]),
        Offer("leader", ids[:1]),
        Offer("leader", ids[1:2]),
        Offer("connection", ids),
        *(Offer(case, (one,)) for one in ids for case in ("counterpart_person", "series")),
    )
    lead = _asked_row(ask, subjects)
    rows = [_row(ask, subject) for subject in subjects]
    facts = tuple(fact for _, row in rows for fact in row)
    named = [name(ask, one) for one in ids]
    if not facts:
        return Draft(
            ask.say("compare", "none", subjects=pair_words(ask, named)), status="unknown", focus=ids, offers=offers
        )
    lines = [text for text, _ in rows]
    if lead is not None:
        return Draft(lead[0], (*lead[1], *facts), tuple(lines), focus=ids, listed=ids, offers=offers)
    apart = ask.say("compare", f"apart_{_SORTS.get(subjects[0].type, 'body')}", subjects=pair_words(ask, named))
    return Draft(apart, facts, tuple(lines), focus=ids, listed=ids, offers=offers)


def _alike(ask: Inquiry, subjects: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Beside a series of meetings a body stands for another series of its own."""
    series = {one.id for one in subjects if one.type == "event_series"}
    if len(series) != 1:
        return subjects
    others = {
        one.id: next((s for s in series_of(ask.knowledge, one.id) if s not in series), one.id) for one in subjects
    }
    return tuple(one if one.id in series else ask.knowledge.entities[others[one.id]] for one in subjects)


def _asked_row(ask: Inquiry, subjects: tuple[Entity, ...]) -> _Row | None:
    """Which is older, larger or longer in office: the answer to the part asked."""
    part = ask.reading.part
    if part == "founded":
        return _older(ask, subjects)
    if part == "members":
        return _larger(ask, subjects)
    if part == "same" and ask.can_say("compare", "different"):
        first, second = (name(ask, one.id) for one in subjects)
        return ask.say("compare", "different", first=first, second=second), ()
    return _longer(ask, subjects) if part == "duration" else None


def _older(ask: Inquiry, subjects: tuple[Entity, ...]) -> _Row | None:
    found = [
        (one, fact, fact.period.start) for one in subjects for fact in ask.knowledge.facts_of(one.id, "founding")[:1]
    ]
    dated = [(one, fact, start) for one, fact, start in found if start is not None]
    if len(dated) < 2:
        return None
    dated.sort(key=lambda row: (row[2].first, row[0].id))
    (first, _, early), (second, _, late) = dated[:2]
    text = ask.say(
        "compare",
        "older",
        first=name(ask, first.id),
        second=name(ask, second.id),
        early=date_words(ask, early),
        late=date_words(ask, late),
    )
    return text, tuple(fact for _, fact, _ in dated)


def _larger(ask: Inquiry, subjects: tuple[Entity, ...]) -> _Row | None:
    """Compared only where both count the same kind of member."""
    counts = [current(ask.knowledge.facts_of(one.id, "membership")) for one in subjects]
    one, other = counts
    if one is None or other is None:
        return None
    for key in ("companies", "members", "chambers", "individuals"):
        figures = [number_of(one, key), number_of(other, key)]
        if figures[0] is not None and figures[1] is not None and figures[0] != figures[1]:
            order = (0, 1) if figures[0] > figures[1] else (1, 0)
            words = [ask.form(count_form(key), n=figures[index]) for index in order]
            names = [name(ask, subjects[index].id) for index in order]
            return ask.say("compare", "larger", first=names[0], second=names[1], more=words[0], fewer=words[1]), (
                one,
                other,
            )
    words = [count_words(ask, one), count_words(ask, other)]
    if not all(words):
        return None
    names = [name(ask, subject.id) for subject in subjects]
    return ask.say("compare", "sizes", first=names[0], second=names[1], one=words[0], other=words[1]), (one, other)


def _longer(ask: Inquiry, subjects: tuple[Entity, ...]) -> _Row | None:
    """Compared by the weightiest post of each."""
    found = [(one, facts[0]) for one in subjects if (facts := short_description(ask, one.id)[1])]
    dated = [(one, fact, fact.period.start) for one, fact in found if fact.period.start is not None]
    if len(dated) < 2:
        return None
    today = PartialDate.of(ask.today)
    ends = {fact.id: fact.period.end or today for _, fact, _ in dated}
    dated.sort(key=lambda row: (row[2].first - ends[row[1].id].first, row[0].id))
    words = [duration_words(ask, start, ends[fact.id]) for _, fact, start in dated]
    names = [name(ask, one.id) for one, _, _ in dated]
    text = ask.say("compare", "longer", first=names[0], second=names[1], more=words[0], fewer=words[1])
    return text, tuple(fact for _, fact, _ in dated)


def _row(ask: Inquiry, subject: Entity) -> _Row:
    if subject.type == "person":
        description, facts = short_description(ask, subject.id)
        return ask.say("compare", "person", person=name(ask, subject.id), post=description), facts
    if subject.type in ("event_series", "initiative", "event"):
        return _series_row(ask, subject)
    return _body_row(ask, subject)


def _body_row(ask: Inquiry, body: Entity) -> _Row:
    """What it is, founded, members, head and seat, as far as facts tell."""
    knowledge = ask.knowledge
    role, founding = current(knowledge.facts_of(body.id, "role")), current(knowledge.facts_of(body.id, "founding"))
    members, seat = current(knowledge.facts_of(body.id, "membership")), current(knowledge.facts_of(body.id, "seat"))
    head = next(iter(heads_on(knowledge, body.id, ask.today)[-1:]), None)
    facts = tuple(f for f in (role, founding, members, head, seat) if f is not None)
    slots = head_slots(ask, head) if head is not None else {}
    details = ask.say(
        "compare",
        "body",
        founded=date_words(ask, founding.period.start) if founding is not None else None,
        members=count_words(ask, members) or None if members is not None else None,
        head=slots.get("person"),
        title=slots.get("title"),
        place=text_of(seat, "place", ask.lang) if seat is not None else None,
    )
    what = role.text[ask.lang] if role is not None else kind_words(ask, body)
    return ask.form("two-sentences", one=what, other=details or None), facts


def _series_row(ask: Inquiry, series: Entity) -> _Row:
    fact = current(ask.knowledge.facts_of(series.id, "series"))
    latest = latest_gathering(ask, series.id)
    facts = tuple(f for f in (fact, latest.main if latest is not None else None) if f is not None)
    organizers = [name(ask, one) for one in organizer_ids(ask.knowledge, series.id)]
    since = date_words(ask, date_of(fact, "since")) if fact is not None else None
    latest_date = date_words(ask, latest.period.start) if latest is not None else None
    text = ask.say(
        "compare",
        "series",
        series=name(ask, series.id),
        since=since,
        organizers=list_words(ask, organizers) or None,
        latest=latest_date,
    )
    return text, facts
