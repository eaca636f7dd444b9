"""What a series of meetings is, since when, by whom, how often. The one rule: a gap in it is not smoothed over."""

from __future__ import annotations

from bot.answering.editions import compose_edition
from bot.answering.fields import date_of, text_of
from bot.answering.figures import date_words, list_words, on_words
from bot.answering.gathering_words import gathering_slots, latest_gathering, series_offers
from bot.answering.gatherings import gatherings
from bot.answering.inquiry import Draft, Inquiry
from bot.answering.names import name
from bot.answering.relations import organizer_ids
from bot.answering.wording import Slot


def compose_series(ask: Inquiry) -> Draft:
    series = ask.subjects_of("event_series", "initiative", "event")
    if not series:
        return Draft(ask.say("series", "no_subject"), status="unknown")
    series_id = series[0].id
    fact = next(iter(ask.knowledge.facts_of(series_id, "series")), None)
    if fact is None:
        return _without_series_fact(ask, series_id)
    slots: dict[str, Slot] = {
        "series": name(ask, series_id),
        "since": date_words(ask, date_of(fact, "since")),
        "since_on": on_words(ask, date_of(fact, "since")),
        "frequency": text_of(fact, "frequency", ask.lang),
        "organizers": list_words(ask, [name(ask, one) for one in organizer_ids(ask.knowledge, series_id)]) or None,
    }
    part = ask.reading.part
    has_part = {"since": slots["since"], "frequency": slots["frequency"], "organizers": slots["organizers"]}
    text = ask.say("series", part, **slots) if part is not None and has_part.get(part) else fact.text[ask.lang]
    latest = latest_gathering(ask, series_id)
    notes = [fact.text[ask.lang]] if text != fact.text[ask.lang] else [ask.say("series", "profile", **slots)]
    if latest is not None:
        notes.append(ask.say("series", "latest", **gathering_slots(ask, latest)))
    roles = ask.knowledge.facts_of(series_id, "role") if part is None else ()
    notes += [role.text[ask.lang] for role in roles]
    facts = (fact, *(latest.facts[:1] if latest is not None else ()), *roles)
    organizers = organizer_ids(ask.knowledge, series_id)
    return Draft(
        text,
        facts,
        tuple(notes),
        focus=(series_id, *organizers),
        listed=organizers,
        offers=series_offers(ask, series_id),
    )


def _without_series_fact(ask: Inquiry, series_id: str) -> Draft:
    rows = gatherings(ask.knowledge, series_id)
    told = [f for f in ask.knowledge.facts_of(series_id, "role", "founding", "naming") if ask.lang in f.text]
    if told:
        notes = tuple(f.text[ask.lang] for f in told[1:3])
        return Draft(
            told[0].text[ask.lang], tuple(told[:3]), notes, focus=(series_id,), offers=series_offers(ask, series_id)
        )
    if rows:
        return compose_edition(ask)
    return Draft(ask.say("series", "none", series=name(ask, series_id)), status="unknown", focus=(series_id,))
