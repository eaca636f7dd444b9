"""The times a question speaks of. The one rule: a number is a time only where its form or its neighbours say so.

The moments of the text are joined: two dates to a span (2019~2021, 2019년부터 2021년까지), a date with its "since".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.model.understanding import Time
from bot.text.moments import DATE_JOINING, RANGE_SIGNS, Moment, are_near, find_moments
from bot.text.timewords import TimeWords


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time and the stretch of the normal form that says it."""

    start: int
    end: int
    time: Time


def find_times(normal: str, words: TimeWords, today: date) -> tuple[FoundTime, ...]:
    """The times that a normal form speaks of, left to right; none overlap."""
    return tuple(_joined(normal, find_moments(normal, words, today)))


def _joined(normal: str, moments: Sequence[Moment]) -> Iterator[FoundTime]:
    place = 0
    while place < len(moments):
        opener = moments[place]
        first = place
        if opener.leads and opener.meaning in DATE_JOINING and _is_near_date(normal, moments, place):
            first += 1
        joining = opener.meaning if first > place else ""
        span = _span(normal, moments, first, joining)
        last, time = span if span is not None else _single(normal, moments, first, joining)
        if time is not None:
            yield FoundTime(opener.start, moments[last].end, time)
        place = last + 1


def _is_near_date(normal: str, moments: Sequence[Moment], place: int) -> bool:
    follows = place + 1 < len(moments) and are_near(normal, moments[place], moments[place + 1])
    return follows and moments[place + 1].is_date


def _closer(normal: str, moments: Sequence[Moment], place: int, *meanings: str) -> str:
    """The meaning of a word behind the moment that belongs to it (부터, まで)."""
    follows = place + 1 < len(moments) and are_near(normal, moments[place], moments[place + 1])
    word = moments[place + 1] if follows else None
    return word.meaning if word is not None and not word.leads and word.meaning in meanings else ""


def _span(normal: str, moments: Sequence[Moment], first: int, opener: str) -> tuple[int, Time] | None:
    """A span of two dates that begins with moment ``first``: its last moment and the time."""
    last = _other_end(normal, moments, first, opener)
    start = moments[first].time
    end = moments[last].time if last is not None else None
    if last is None or start is None or start.date is None or end is None:
        return None
    last += bool(_closer(normal, moments, last, "until", "between"))
    if end.when == "now":
        return last, Time("since", start.date)
    until = end.until or end.date
    return None if until is None or until.last < start.date.first else (last, Time("at", start.date, until))


def _other_end(normal: str, moments: Sequence[Moment], first: int, opener: str) -> int | None:
    if not moments[first].is_date:
        return None
    rest = moments[first + 1 : first + 3]
    if rest and rest[0].is_date and normal[moments[first].end : rest[0].start].strip() in RANGE_SIGNS:
        return first + 1
    if len(rest) < 2 or rest[1].time is None or not (rest[1].is_date or rest[1].time.when == "now"):
        return None
    if not (are_near(normal, moments[first], rest[0]) and are_near(normal, *rest)):
        return None
    is_between = "between" in (opener, _closer(normal, moments, first + 2, "between"))
    joins = rest[0].meaning == ("until" if rest[0].leads else "since") or (rest[0].meaning == "and" and is_between)
    return first + 2 if joins else None


def _single(normal: str, moments: Sequence[Moment], first: int, opener: str) -> tuple[int, Time | None]:
    """A time by itself, with the word before or behind it that says how it is meant."""
    time = moments[first].time
    if time is None or time.date is None or time.when != "at":
        return first, time
    closer = _closer(normal, moments, first, "since", "until", "before", "after", "at")
    return first + bool(closer), _meant(time, closer or opener)


def _meant(time: Time, joining: str) -> Time:
    said = time.date
    if joining == "since":
        return Time("since", said)
    if joining == "before":
        return Time("before", said)
    return Time("after", time.until or said) if joining == "after" else time
