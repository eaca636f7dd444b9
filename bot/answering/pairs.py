"""A body and its counterpart, and how the pair is told of. The one rule: heads as of the days asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.answering.citing import confirmed_on
from bot.answering.fields import word_of
from bot.answering.figures import date_words, when_words
from bot.answering.heads import head_slots
from bot.answering.inquiry import Inquiry
from bot.answering.lookup import heads_during
from bot.answering.names import name, name_with_script
from bot.answering.relations import partners
from bot.model.knowledge import Fact


@dataclass(frozen=True, slots=True)
class Pair:
    """A body, its counterpart, and the counterpart's heads on the day asked about."""

    link: Fact
    body_id: str
    partner_id: str
    heads: tuple[Fact, ...]
    own_head: Fact | None = None


def days_asked(ask: Inquiry) -> tuple[date, date]:
    """The days asked about: today, or as much of the time named as has passed."""
    time = ask.reading.time
    if time.date is None:
        return ask.today, ask.today
    return min(time.date.first, ask.today), min((time.until or time.date).last, ask.today)


def is_past(ask: Inquiry) -> bool:
    """Whether another time than now is asked about; of the future only what holds now is known."""
    day = ask.reading.time.date
    return day is not None and day.first <= ask.today


def pairs_of(ask: Inquiry, body_id: str, own_head: Fact | None = None) -> tuple[Pair, ...]:
    first, last = days_asked(ask)
    return tuple(
        Pair(link, body_id, partner, heads_during(ask.knowledge, partner, first, last), own_head)
        for link in partners(ask.knowledge, body_id, last)
        if (partner := word_of(link, "partner")) is not None
    )


def _country_of(ask: Inquiry, entity_id: str) -> str | None:
    entity = ask.knowledge.entities.get(entity_id)
    return ask.label("countries-adjective", entity.country) if entity is not None else None


def body_sentence(ask: Inquiry, pair: Pair, *, past: bool) -> str:
    slots = head_slots(ask, pair.heads[-1]) if pair.heads else {}
    slots |= {
        "body": name(ask, pair.body_id),
        "partner": name_with_script(ask, pair.partner_id),
        "country": _country_of(ask, pair.partner_id),
        "when": when_words(ask, ask.reading.time) if past else None,
        "checked": date_words(ask, confirmed_on(ask.knowledge, pair.link)),
    }
    if not pair.heads:
        return ask.say("counterpart", "body_headless", **slots)
    if slots["start"] is None:
        return ask.say("counterpart", "body_then_plain" if past else "body_plain", **slots)
    return ask.say("counterpart", "body_then" if past else "body", **slots)


def person_sentence(ask: Inquiry, pair: Pair, person_id: str, *, past: bool) -> str:
    own = pair.own_head
    slots = head_slots(ask, pair.heads[-1]) if pair.heads else {}
    slots |= {
        "asked": name(ask, person_id),
        "own_title": head_slots(ask, own)["title"] if own is not None else None,
        "own_body": name(ask, pair.body_id),
        "partner": name(ask, pair.partner_id),
        "when": when_words(ask, ask.reading.time) if past else None,
    }
    if not pair.heads:
        return ask.say("counterpart", "person_headless", **slots)
    return ask.say("counterpart", "person_then" if past else "person", **slots)
