"""A single meeting: the latest, the next, one of a year or number. The one rule: one announced has not been held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answering.fields import date_of, text_of
from bot.answering.figures import date_words, joined_clauses, on_words, ordinal_words, when_words
from bot.answering.gathering_words import gathering_slots, latest_of, series_offers
from bot.answering.gatherings import Gathering, gatherings
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.names import name
from bot.answering.relations import newest_first
from bot.answering.wording import Slot
from bot.model.knowledge import LANGS, Fact
from bot.model.understanding import NOW

MOST_TOLD = 4


def compose_edition(ask: Inquiry) -> Draft:
    series = ask.subjects_of("event_series", "initiative", "event")
    if not series:
        return Draft(ask.say("series", "no_subject"), status="unknown")
    series_id = series[0].id
    rows = gatherings(ask.knowledge, series_id)
    if not rows:
        return Draft(
            ask.say("edition", "none", series=name(ask, series_id)),
            ask.knowledge.facts_of(series_id, "series")[:1],
            status="unknown",
            focus=(series_id,),
            offers=(Offer("series", (series_id,)),),
        )
    if _asks_for_the_count(ask):
        return _counted(ask, series_id, rows)
    return _chosen(ask, series_id, rows)


def _asks_for_the_count(ask: Inquiry) -> bool:
    """How many there were in all; of one that is told by its day or number, its own number is meant."""
    reading = ask.reading
    return reading.count and reading.part is None and reading.ordinal is None and reading.time.date is None


def _counted(ask: Inquiry, series_id: str, rows: tuple[Gathering, ...]) -> Draft:
    held = tuple(one for one in rows if one.took_place_by(ask.today)) or rows
    numbers = [one.number for one in held if one.number is not None]
    latest = held[-1]
    text = ask.say(
        "edition",
        "count" if numbers else "count_known",
        n=max(numbers, default=len(held)),
        **gathering_slots(ask, latest),
    )
    return Draft(text, latest.facts[:1], focus=(series_id,), offers=series_offers(ask, series_id), dated=True)


def _chosen(ask: Inquiry, series_id: str, rows: tuple[Gathering, ...]) -> Draft:
    """The meeting asked for: by number, date, order; the latest when nothing is said."""
    time, number = ask.reading.time, ask.reading.ordinal
    if number is not None:
        found = [one for one in rows if one.number == number]
        return (
            _edition(ask, found[-1])
            if found
            else _no_such(ask, series_id, rows, nth=ordinal_words(ask, number, "meeting"))
        )
    if time.when == "next":
        ahead = [one for one in rows if one.is_ahead(ask.today)]
        return _edition(ask, ahead[0]) if ahead else _no_next(ask, series_id, rows)
    if time.when == "first":
        return _first(ask, series_id, rows)
    there = [one for one in rows if _took_place_in(one, ask.reading.places)]
    if there and time.date is None and time.when not in ("latest", "first"):
        return _edition(ask, there[-1]) if len(there) == 1 or ask.reading.part else _several(ask, series_id, there)
    if time.date is not None:
        last = (time.until or time.date).last if time.when != "since" else ask.today
        found = [
            one
            for one in rows
            if one.period.start and one.period.start.first <= last and one.period.start.last >= time.date.first
        ]
        if len(found) > 1 and ask.reading.part is not None:
            return _newest_of(ask, series_id, found)
        told = _told_besides(ask, series_id, time.date.first, last)
        if not found and told and ask.reading.part is None:
            return _only_told(ask, series_id, rows, told)
        if not found:
            return _no_such(ask, series_id, rows, when=when_words(ask, time))
        draft = _several(ask, series_id, found) if len(found) > 1 else _edition(ask, found[0])
        return _with_told(ask, draft, told)
    if time.when == "history":
        return _several(ask, series_id, [one for one in rows if one.took_place_by(ask.today)] or list(rows))
    latest = _edition(ask, latest_of(ask, rows) or rows[-1])
    return _with_the_usual(ask, series_id, latest) if ask.reading.part == "who" and time == NOW else latest


def _with_the_usual(ask: Inquiry, series_id: str, latest: Draft) -> Draft:
    """Who came last, and who is usually there: asked of no meeting in particular, either may be meant."""
    about = tuple(fact for fact in ask.knowledge.facts_of(series_id, "series") if ask.lang in fact.text)
    return replace(
        latest, notes=(*latest.notes, *(fact.text[ask.lang] for fact in about)), facts=(*latest.facts, *about)
    )


def _took_place_in(one: Gathering, places: tuple[str, ...]) -> bool:
    """Whether a meeting was in one of the cities, in any language's writing of it."""
    written = [text.casefold() for lang in LANGS for fact in one.facts if (text := text_of(fact, "place", lang))]
    return any(place.casefold() in text for place in places for text in written)


def _newest_of(ask: Inquiry, series_id: str, found: list[Gathering]) -> Draft:
    """The part asked for of the newest of several meetings, and which others there were."""
    newest, all_of_them = _edition(ask, found[-1]), _several(ask, series_id, found)
    notes = (*newest.notes, all_of_them.text)
    return replace(newest, notes=notes, facts=(*newest.facts, *all_of_them.facts))


def _told_besides(ask: Inquiry, series_id: str, first: date, last: date) -> tuple[Fact, ...]:
    """What else is told of the series in a time: not of one meeting, or of one and its surroundings."""
    facts = newest_first(ask.knowledge.facts_of(series_id, "activity"))
    return tuple(f for f in facts if f.period.start and f.period.start.first <= last and f.period.start.last >= first)


def _only_told(ask: Inquiry, series_id: str, rows: tuple[Gathering, ...], told: tuple[Fact, ...]) -> Draft:
    """No meeting in that time, but something that is told of it; and the meeting nearest to it."""
    nearest = _nearest(ask, rows)
    known = ask.say("edition", _case(ask, nearest), **gathering_slots(ask, nearest))
    lines = [fact.text[ask.lang] for fact in told[:MOST_TOLD]]
    facts = (*told[:MOST_TOLD], nearest.main)
    offers = series_offers(ask, series_id)
    return Draft(lines[0], facts, (*lines[1:], known), focus=(series_id,), offers=offers, dated=True)


def _with_told(ask: Inquiry, draft: Draft, told: tuple[Fact, ...]) -> Draft:
    if draft.status != "answered" or ask.reading.part is not None:
        return draft
    lines = tuple(fact.text[ask.lang] for fact in told[:MOST_TOLD])
    return replace(draft, facts=(*draft.facts, *told[:MOST_TOLD]), notes=(*draft.notes, *lines))


def _first(ask: Inquiry, series_id: str, rows: tuple[Gathering, ...]) -> Draft:
    """Called the first only when it is known to be."""
    earliest = rows[0]
    fact = next(iter(ask.knowledge.facts_of(series_id, "series")), None)
    since = date_of(fact, "since") if fact is not None else None
    if earliest.number == 1 or fact is None or since is None or since.last >= earliest.day:
        return _edition(ask, earliest)
    slots = gathering_slots(ask, earliest)
    text = ask.say("edition", "first_unknown", since=date_words(ask, since), since_on=on_words(ask, since), **slots)
    return Draft(text, (fact, earliest.main), focus=(series_id,), offers=series_offers(ask, series_id), dated=True)


def _edition(ask: Inquiry, one: Gathering) -> Draft:
    """The meeting, the part asked for first."""
    slots, part = gathering_slots(ask, one), ask.reading.part
    case = _case(ask, one)
    lead = ask.say("edition", case, **slots)
    wanted = {
        "where": "place",
        "who": "present",
        "attendance": "attendance",
        "topics": "topics",
        "outcome": "outcome",
    }.get(part or "")
    slots["present"] = slots["heads"] or slots["attendance"]
    notes = [fact.text.get(ask.lang) for fact in one.facts]
    details = [key for key in ("heads", "attendance", "topics", "outcome") if slots[key]]
    if wanted == "place" and not slots["place"]:
        return _without(ask, one, lead, slots)
    if wanted is None or wanted == "place":
        told = [ask.say("edition", key, **slots) for key in details]
        return _one(ask, one, lead, (*told, *notes))
    prose = next((note for note in notes if note), None)
    if not slots[wanted] and prose is None:
        return _without(ask, one, lead, slots)
    if not slots[wanted]:
        return _one(ask, one, prose or lead, (lead,))
    shown = ("heads", "attendance") if wanted == "present" else (wanted,)
    rest = [ask.say("edition", key, **slots) for key in details if key not in shown]
    text = ask.say("edition", f"asked_{wanted}", **slots)
    return _one(ask, one, text, (lead, *rest, *notes))


def _without(ask: Inquiry, one: Gathering, lead: str, slots: dict[str, Slot]) -> Draft:
    """The meeting is known, the part asked for is not."""
    text = ask.say("edition", "no_part", part=ask.label("parts", ask.reading.part or ""), lead=lead, **slots)
    draft = _one(ask, one, text, ())
    return Draft(draft.text, draft.facts, (), "unknown", draft.focus, offers=draft.offers, dated=True)


def _case(ask: Inquiry, one: Gathering) -> str:
    if one.status in ("not-held", "postponed"):
        return one.status
    if one.day > ask.today:
        return "ahead"
    return "announced" if one.status == "announced" else "held"


def _one(ask: Inquiry, one: Gathering, text: str, notes: tuple[str | None, ...]) -> Draft:
    people = (*one.people("heads_kr"), *one.people("heads_jp"))
    said = tuple(dict.fromkeys(note for note in notes if note and note != text))
    return Draft(
        text,
        one.facts,
        said,
        focus=(one.series_id, *people),
        listed=people,
        offers=series_offers(ask, one.series_id),
        dated=True,
    )


def _several(ask: Inquiry, series_id: str, found: list[Gathering]) -> Draft:
    rows = found[::-1]
    items = [ask.form("edition-item", **gathering_slots(ask, one)) for one in rows]
    text = ask.say("edition", "several", series=name(ask, series_id), items=joined_clauses(ask, items), n=len(rows))
    return Draft(
        text, tuple(one.main for one in rows), focus=(series_id,), offers=series_offers(ask, series_id), dated=True
    )


def _no_such(
    ask: Inquiry, series_id: str, rows: tuple[Gathering, ...], nth: str | None = None, when: str | None = None
) -> Draft:
    nearest = _nearest(ask, rows)
    slots = gathering_slots(ask, nearest) | {"asked_nth": nth, "when": when}
    text = ask.say("edition", "no_such", known=ask.form("edition-item", **gathering_slots(ask, nearest)), **slots)
    gaps = tuple(f for f in ask.knowledge.facts_of(series_id, "series") if ask.lang in f.text)[:1]
    notes = tuple(f.text[ask.lang] for f in gaps)
    return Draft(
        text, (nearest.main, *gaps), notes, "unknown", (series_id,), offers=series_offers(ask, series_id), dated=True
    )


def _nearest(ask: Inquiry, rows: tuple[Gathering, ...]) -> Gathering:
    day, number = ask.reading.time.date, ask.reading.ordinal
    if day is not None:
        return min(rows, key=lambda one: (abs((one.day - day.first).days), one.main.id))
    if number is not None:
        return min(rows, key=lambda one: (abs((one.number or 0) - number), one.main.id))
    return rows[-1]


def _no_next(ask: Inquiry, series_id: str, rows: tuple[Gathering, ...]) -> Draft:
    latest = latest_of(ask, rows) or rows[-1]
    text = ask.say("edition", "no_next", **gathering_slots(ask, latest))
    facts: tuple[Fact, ...] = latest.facts[:1]
    return Draft(text, facts, status="unknown", focus=(series_id,), offers=series_offers(ask, series_id), dated=True)
