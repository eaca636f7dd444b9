"""Facts that were recalled by the words of the question. The one rule: each is told whole, in its own words, with its
day."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.agreements import lead
from bot.answering.citing import described
from bot.answering.editions import compose_edition
from bot.answering.fields import date_of, number_of
from bot.answering.figures import date_words, on_words, sentences
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.names import name
from bot.answering.quoting import said
from bot.answering.refusals import not_understood
from bot.model.knowledge import Fact
from bot.model.understanding import Time


def compose_fact(ask: Inquiry) -> Draft:
    facts = ask.recalled
    if not facts:
        return not_understood(ask)
    texts = [ask.say("fact", "told", text=told(ask, fact)) for fact in facts]
    if facts[0].kind == "edition":
        meeting = compose_edition(_of_the_meeting(ask, facts[0]))
        return replace(meeting, notes=(*meeting.notes, *texts[1:]), facts=(*meeting.facts, *facts[1:]))
    notes = [fact.text[ask.lang] for fact in facts if fact.kind == "agreement" and ask.lang in fact.text]
    ids = ask.reading.subject_ids
    return Draft(
        texts[0], facts, (*texts[1:], *notes), focus=ids, offers=tuple(Offer("body", (one,)) for one in ids[:2])
    )


def told(ask: Inquiry, fact: Fact) -> str:
    """A fact in its own words, with who and when where they belong to it."""
    if fact.kind == "agreement":
        return lead(ask, fact)
    if fact.kind == "quote" and ask.lang in fact.text:
        return said(ask, fact)
    text, start = described(ask, fact), fact.period.start
    if fact.kind == "leadership" and ask.lang in fact.text:
        return sentences(ask, [ask.say("fact", "told", text=text), fact.text[ask.lang]])
    born = date_of(fact, "born") if fact.kind == "biography" else None
    if born is not None and str(born.year) not in text:
        slots = {"subject": name(ask, fact.subject_id), "date": date_words(ask, born), "on": on_words(ask, born)}
        text = ask.form("two-sentences", one=ask.say("unheld", "born", **slots), other=text)
    is_dated = start is None or str(start.year) in text
    return text if is_dated else ask.say("fact", "told_dated", text=text, date=date_words(ask, start))


def _of_the_meeting(ask: Inquiry, fact: Fact) -> Inquiry:
    """The question after one meeting of its series."""
    number, start = number_of(fact, "edition"), fact.period.start
    time = Time("at", start) if number is None and start is not None else Time()
    meant = replace(ask.reading, subject_ids=(fact.subject_id,), ordinal=number, time=time, part=None)
    return replace(ask, reading=meant)
