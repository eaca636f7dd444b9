"""Dates, spans, numbers and lists in words. The one rule: how a language writes them stands in its lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, reduce

from bot.answering.inquiry import Inquiry
from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate, Period
from bot.model.knowledge import Lang
from bot.model.understanding import Time
from bot.text.writing import duration_between, write_date, write_duration, write_list, write_ordinal

MOST_LISTED = 12


def date_words(ask: Inquiry, day: PartialDate | None) -> str | None:
    """``29 May 2025``, ``2025년 5월``…: no more than the date says."""
    return None if day is None else _date_in_words(ask.knowledge, ask.lang, day)


@lru_cache(maxsize=8192)
def _date_in_words(knowledge: KnowledgeBase, lang: Lang, day: PartialDate) -> str:
    lexicon = knowledge.lexicons[lang]
    return write_date(day, lexicon.formats, lexicon.months)


def on_words(ask: Inquiry, day: PartialDate | None) -> str | None:
    """``on 29 May 2025``, ``in May 2025``, ``2025年5月に``."""
    if day is None:
        return None
    grain = "day" if day.day is not None else "month" if day.month is not None else "year"
    return ask.form(f"on-{grain}", date=date_words(ask, day))


def when_words(ask: Inquiry, time: Time) -> str:
    """The time a question is about, as an adverb."""
    if time.date is None:
        return on_words(ask, PartialDate.of(ask.today)) or ""
    if time.until is not None and time.until != time.date:
        return ask.form("between", start=date_words(ask, time.date), end=date_words(ask, time.until))
    return on_words(ask, time.date) or ""


def span_words(ask: Inquiry, period: Period) -> str | None:
    """``from 1 June 2021 to 29 May 2025``, ``since …``, ``until …``; None when neither end is known."""
    start, end = date_words(ask, period.start), date_words(ask, period.end)
    if start is not None and end is not None:
        return ask.form("span", start=start, end=end) if start != end else start
    if start is not None:
        return ask.form("span-open", start=start)
    return None if end is None else ask.form("span-until", end=end)


def days_words(ask: Inquiry, period: Period) -> str | None:
    """When something of one or more days took place."""
    start, end = period.start, period.end
    if start is None or end is None or end == start:
        return date_words(ask, start or end)
    if start.day is None or end.day is None or (start.year, start.month) != (end.year, end.month):
        return ask.form("days", start=date_words(ask, start), end=date_words(ask, end))
    months = ask.lexicon.months
    month_name = months[(start.month or 1) - 1][0] if months else None
    return ask.form(
        "days-of-month", year=str(end.year), month=str(end.month), month_name=month_name, first=start.day, last=end.day
    )


def duration_words(ask: Inquiry, start: PartialDate, end: PartialDate) -> str:
    """Whole years and months between two dates; "about" where they are not known to the day."""
    return write_duration(duration_between(start, end), ask.lexicon.formats)


def ordinal_words(ask: Inquiry, number: int, kind: str) -> str:
    """``15th``, ``제15대``: a meeting and a head are not always counted alike."""
    return write_ordinal(number, ask.lexicon.formats, kind)


def list_words(ask: Inquiry, items: Sequence[str], more: str = "list-more") -> str:
    """``A, B and C``; past a dozen the rest is counted, not named (``more``: how, people otherwise than bodies)."""
    rest = len(items) - MOST_LISTED
    if rest <= 0:
        return write_list(items, ask.lexicon.formats)
    shown = ask.lexicon.formats["list-separator"].join(items[:MOST_LISTED])
    return ask.form(more, items=shown, n=rest)


def pair_words(ask: Inquiry, items: Sequence[str]) -> str:
    """``A and B`` of two who do something together; more are listed."""
    return ask.form("two", one=items[0], other=items[1]) if len(items) == 2 else list_words(ask, items)


def sentences(ask: Inquiry, parts: Iterable[str]) -> str:
    """Sentences one after the other, with or without a space between, as the language has it."""
    return reduce(lambda one, other: ask.form("two-sentences", one=one, other=other), parts)


def joined_clauses(ask: Inquiry, items: Sequence[str]) -> str:
    """Longer items, which hold commas themselves, kept apart by semicolons."""
    rest = len(items) - MOST_LISTED
    text = ask.lexicon.formats["clause-separator"].join(items[:MOST_LISTED])
    return ask.form("clauses-more", items=text, n=rest) if rest > 0 else text
