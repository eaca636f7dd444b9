"""What a normal form says about time, place by place. The one rule: a date without its year gets one or is dropped.

Dates as written, words for time and stretches counted from today are found each by its own module; here none overlap,
and a month meets its year: 작년 5월, last May, March to May 2023.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from bot.model.understanding import Time
from bot.text.notation import WrittenDate, find_dates
from bot.text.relative import find_counted, time_of
from bot.text.timewords import TimeWords

RANGE_SIGNS = frozenset("~-")
DATE_JOINING = frozenset(("since", "until", "before", "after", "between", "at"))
_GAPS = frozenset(("", "の", "의", "of", "in", "the", "of the"))


@dataclass(frozen=True, slots=True)
class Moment:
    """What stands in ``normal[start:end]``: a time, a date that still lacks its year, or a word that joins them."""

    start: int
    end: int
    time: Time | None = None
    lacking: WrittenDate | None = None
    meaning: str = ""
    leads: bool = False

    @property
    def is_date(self) -> bool:
        return self.time is not None and self.time.when == "at"

    @property
    def year(self) -> int | None:
        """The year that a word for a year (last year) stands for."""
        said = self.time.date if self.time is not None and self.meaning.startswith("year") else None
        return said.year if said is not None else None


def find_moments(normal: str, words: TimeWords, today: date) -> list[Moment]:
    """The moments of a normal form, left to right; none overlap."""
    return _with_years(normal, _without_overlaps(_readings(normal, words, today)), today)


def are_near(normal: str, one: Moment, other: Moment) -> bool:
    """Whether nothing but a space or a word like "of" stands between two moments."""
    return _gap(normal, one, other) in _GAPS


def _readings(normal: str, words: TimeWords, today: date) -> Iterator[Moment]:
    for counted in find_counted(normal, words, today):
        yield Moment(counted.start, counted.end, counted.time)
    for written in find_dates(normal, words, today):
        said = written.partial()
        time = Time("at", said, written.until) if said is not None else None
        yield Moment(written.start, written.end, time, written if said is None else None)
    for word in words.find(normal):
        yield Moment(word.start, word.end, time_of(word.meaning, today), None, word.meaning, word.leads)


def _without_overlaps(moments: Iterable[Moment]) -> Iterator[Moment]:
    """The longest reading from each place on."""
    end = 0
    for moment in sorted(moments, key=lambda one: (one.start, -one.end, one.lacking is not None, one.meaning)):
        if moment.start >= end:
            yield moment
            end = moment.end


def _with_years(normal: str, moments: Iterable[Moment], today: date) -> list[Moment]:
    """Every date with a year: from the words beside it, the other end of its span, or the last such day."""
    merged: list[Moment] = []
    for moment in moments:
        both = _merged(merged[-1], moment, today) if merged and are_near(normal, merged[-1], moment) else None
        merged[len(merged) - (both is not None) :] = [both or moment]
    sure = (_of_its_own(normal, merged, place, today) for place in range(len(merged)))
    return [moment for moment in sure if moment is not None]


def _merged(one: Moment, other: Moment, today: date) -> Moment | None:
    """A month and the word that says its year, in either order; None where they do not belong together."""
    for lacking, word in ((other.lacking, one), (one.lacking, other)):
        if lacking is None:
            continue
        year = word.year
        if year is None and word is one:
            year = _year_by_word(lacking, word.meaning, today)
        said = lacking.partial(year)
        if said is not None:
            return Moment(one.start, other.end, Time("at", said))
    return None


def _year_by_word(lacking: WrittenDate, meaning: str, today: date) -> int | None:
    """The year of "last May", "this May", "next May"."""
    if meaning == "this":
        return today.year
    here = lacking.partial(today.year)
    if here is None:
        return None
    if meaning == "next":
        return today.year if here.first > today else today.year + 1
    if meaning in ("latest", "previous", "past"):
        return today.year if here.last < today else today.year - 1
    return None


def _of_its_own(normal: str, moments: Sequence[Moment], place: int, today: date) -> Moment | None:
    """The moment; a date without a year gets one. A name that is only perhaps a month's needs "in" or the like."""
    moment = moments[place]
    if moment.lacking is None:
        return moment
    year = _year_across(normal, moments, place)
    before = moments[place - 1] if place else None
    is_led = before is not None and before.leads and before.meaning in DATE_JOINING and are_near(normal, before, moment)
    if year is None and not (moment.lacking.sure or is_led):
        return None
    here = moment.lacking.partial(today.year)
    latest = today.year if here is not None and here.first <= today else today.year - 1
    said = moment.lacking.partial(latest if year is None else year)
    return None if said is None else replace(moment, time=Time("at", said), lacking=None)


def _year_across(normal: str, moments: Sequence[Moment], place: int) -> int | None:
    """The year of the other end of a span: "March to May 2023", "2023년 3월~5월"."""
    for here in (moments[place : place + 3], moments[max(0, place - 2) : place + 1][::-1]):
        following = here[1:]
        is_worded = bool(following) and following[0].meaning in ("until", "since", "and")
        other = following[-1] if is_worded else following[0] if following else None
        if other is None or other.time is None or other.time.date is None:
            continue
        gaps = {_gap(normal, one, next_one) for one, next_one in pairwise(here[: 3 if is_worded else 2])}
        if gaps <= (_GAPS if is_worded else RANGE_SIGNS):
            return other.time.date.year
    return None


def _gap(normal: str, one: Moment, other: Moment) -> str:
    """What stands between two neighbours, whichever comes first."""
    if one.end == other.start:
        return ""
    return normal[min(one.end, other.end) : max(one.start, other.start)].strip()
