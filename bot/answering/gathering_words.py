"""How a meeting is told of. The one rule: a slot is filled only by what the facts of that meeting hold."""

from __future__ import annotations

from bot.answering.citing import confirmed_on
from bot.answering.figures import date_words, days_words, list_words, on_words, ordinal_words
from bot.answering.gatherings import Gathering, gatherings
from bot.answering.inquiry import Inquiry, Offer
from bot.answering.names import bare_name, name
from bot.answering.relations import organizer_ids
from bot.answering.wording import Slot

_SIDES = ("kr", "jp", "cn", "us", "total")


def series_offers(ask: Inquiry, series_id: str) -> tuple[Offer, ...]:
    organizers = organizer_ids(ask.knowledge, series_id)
    cases = ("edition_topics", "edition_latest", "edition_where", "edition_next", "series")
    return (*(Offer(case, (series_id,)) for case in cases), *(Offer("leader", (one,)) for one in organizers[:2]))


def latest_gathering(ask: Inquiry, series_id: str) -> Gathering | None:
    return latest_of(ask, gatherings(ask.knowledge, series_id))


def _heads(ask: Inquiry, one: Gathering) -> str | None:
    """Who led the delegations, side by side; None where neither is known."""
    sides = {side: list_words(ask, [name(ask, p) for p in one.people(f"heads_{side}")]) for side in ("kr", "jp")}
    return (
        list_words(ask, [ask.form(f"heads-{side}", people=people) for side, people in sides.items() if people]) or None
    )


def latest_of(ask: Inquiry, rows: tuple[Gathering, ...]) -> Gathering | None:
    return next((one for one in reversed(rows) if one.took_place_by(ask.today)), None)


def gathering_slots(ask: Inquiry, one: Gathering) -> dict[str, Slot]:
    """Everything a template may want to say of one meeting."""
    number = one.number
    counts = [ask.form(f"attendance-{side}", n=n) for side in _SIDES if (n := one.counts().get(side)) is not None]
    nth = ordinal_words(ask, number, "meeting") if number is not None else None
    bare = bare_name(ask.knowledge.entities[one.series_id], ask.lang)
    return {
        "series": name(ask, one.series_id),
        "series_bare": bare,
        "meeting": ask.form("meeting", nth=nth, series=bare),
        "nth": nth,
        "date": days_words(ask, one.period),
        "on": on_words(ask, one.period.start)
        if one.period.end in (None, one.period.start)
        else days_words(ask, one.period),
        "place": one.text("place", ask.lang),
        "venue": one.text("venue", ask.lang),
        "topics": one.text("topics", ask.lang),
        "outcome": one.text("outcome", ask.lang),
        "attendance": list_words(ask, counts) or None,
        "heads": _heads(ask, one),
        "confirmed": date_words(ask, confirmed_on(ask.knowledge, one.main)),
    }
