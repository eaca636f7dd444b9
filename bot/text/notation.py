"""Dates as people write them in English, Korean and Japanese. The one rule: only what is written is read.

A date may lack its year ("5월 29일", "29 May"); who reads it on decides from the words around. Numbers that count
something else (57th, 제57회, 2000명) are no years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from bot.model.dates import PartialDate
from bot.text.timewords import TimeWords, alternatives

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "r": 2018, "h": 1988, "s": 1925}
_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_FIGURE = re.compile(r"[0-9年]")
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>3[01]|[12][0-9]|0?[1-9])"
_REST = rf"(?: ?[의の]? ?{_MONTH} ?[월月](?:중|中)?(?: ?{_DAY} ?[일日])?)?"
_START = r"(?<![a-z0-9제第])(?<![0-9][.:/])"
_CENTURY = r"(?:19|20)[0-9]{2}"
_RANGE_ENDS = r"(?![0-9a-z]|[-.:/~][0-9])(?: ?[년年](?![대代전前]))?"
_GOES_ON = r"(?=도|度|에|의|に|の|부터|까지|이후|から|まで|以降| ?[0-9]{1,2} ?[월月])"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """Where a date stands and what it says. Unsure: a month's name that may be another word ("may")."""

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    until: PartialDate | None = None
    sure: bool = True

    def partial(self, year: int | None = None) -> PartialDate | None:
        """The date in its own or the given year, as far as there is such a month and day."""
        return _possible(self.year or year, self.month, self.day)


_Reading = Callable[[re.Match[str], date], WrittenDate | None]


def find_dates(normal: str, words: TimeWords, today: date) -> Iterator[WrittenDate]:
    """All readings of all dates in a normal form, in no order; they may overlap."""
    figured = (*_in_figures(), (_bare_year(words), _plain)) if _FIGURE.search(normal) is not None else ()
    named = _by_name(words) if words.names_month(normal) else ()
    for pattern, reading in (*figured, *named):
        for found in pattern.finditer(normal):
            written = reading(found, today)
            if written is not None:
                yield written


def _possible(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    for parts in ((month, day), (month, None), (None, None)):
        try:
            return None if year is None else PartialDate(year, *parts)
        except ValueError:
            continue
    return None


def _number(found: re.Match[str], name: str) -> int | None:
    text = found.groupdict().get(name)
    return None if text is None else int(text.translate(_KANJI_DIGITS))


def _plain(found: re.Match[str], today: date) -> WrittenDate | None:
    year, month, day = (_number(found, name) for name in ("year", "month", "day"))
    written = WrittenDate(*found.span(), year, month, day)
    return written if year is None or written.partial() is not None else None


def _whole(found: re.Match[str], today: date) -> WrittenDate | None:
    """A date in figures only: wrong as a whole where its day is impossible."""
    written = _plain(found, today)
    possible = written.partial() if written is not None else None
    return written if written is not None and possible is not None and possible.day == written.day else None


def _era(found: re.Match[str], today: date) -> WrittenDate | None:
    number = 1 if found["number"] == "元" else int(found["number"])
    year = _ERAS[found["era"]] + number
    return WrittenDate(*found.span(), year, _number(found, "month"), _number(found, "day"))


def _short_year(found: re.Match[str], today: date) -> WrittenDate | None:
    """'24년: this century up to some years from now; lower numbers are rather a stretch of years."""
    number = int(found["number"])
    if number < 15:
        return None
    year = number + (2000 if number <= today.year % 100 + 5 else 1900)
    return WrittenDate(*found.span(), year, _number(found, "month"), _number(found, "day"))


def _decade(found: re.Match[str], today: date) -> WrittenDate:
    number = int(found["number"])
    first = number if number > 99 else number + (2000 if number <= today.year % 100 else 1900)
    return WrittenDate(*found.span(), first, until=PartialDate(first + 9))


def _year_range(found: re.Match[str], today: date) -> WrittenDate | None:
    first, last = int(found["year"]), int(found["until"])
    last += first // 100 * 100 if last < 100 else 0
    return WrittenDate(*found.span(), first, until=PartialDate(last)) if first < last else None


def _mixed(found: re.Match[str], today: date) -> WrittenDate | None:
    """5/29/2025 and 29/5/2025. Where both orders are possible only the year is sure."""
    one, other, year = int(found["one"]), int(found["other"]), int(found["year"])
    orders = {(month, day) for month, day in ((one, other), (other, one)) if 1 <= month <= 12 and 1 <= day <= 31}
    if not orders:
        return None
    month, day = orders.pop() if len(orders) == 1 else (None, None)
    return WrittenDate(*found.span(), year, month, day)


_FIGURED: tuple[tuple[str, _Reading], ...] = (
    (r"(?<![a-z0-9])(?P<number>[12][0-9]{2}0|[0-9]0)(?: ?[년年][대代]|s(?![a-z0-9]))", _decade),
    (r"(?<![a-z0-9])(?P<number>[12][0-9]{2}0) s(?![a-z0-9])", _decade),
    (rf"(?P<era>令和|平成|昭和|大正|明治) ?(?P<number>元|[0-9]{{1,2}})(?: ?年度?)?{_REST}", _era),
    (rf"(?<![a-z0-9])(?P<era>[rhs]) ?(?P<number>元|[0-9]{{1,2}}) ?年度?{_REST}", _era),
    (rf"{_START}(?P<year>(?:1[89]|2[01])[0-9]{{2}}) ?[년年](?![대代])[도度]?{_REST}", _plain),
    (rf"(?P<year>[一二][〇零一二三四五六七八九]{{3}})年(?!代)度?{_REST}", _plain),
    (rf"(?<![a-z0-9제第])(?P<number>[0-9]{{2}})[년年]{_GOES_ON}[도度]?{_REST}", _short_year),
    (r"^(?P<number>[0-9]{2})[년年](?= |$)(?! (?:전|간|동안|이상|넘))", _short_year),
    (rf"(?<![0-9])(?<![0-9][.:/-]){_MONTH} ?[월月](?!요일|曜)(?: ?{_DAY} ?[일日])?", _plain),
    (rf"{_START}(?P<year>{_CENTURY})(?P<by>[-/. ]){_MONTH}(?P=by){_DAY}(?![0-9a-z]|[.:/][0-9])", _whole),
    (rf"{_START}(?P<year>{_CENTURY})[-/.]{_MONTH}(?![0-9]|[-.:/][0-9])월?", _whole),
    (rf"(?<![0-9a-z])(?P<year>{_CENTURY})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3][0-9])(?![0-9a-z])", _whole),
    (
        rf"{_START}(?P<one>[0-9]{{1,2}})(?P<by>[-/.])(?P<other>[0-9]{{1,2}})(?P=by)(?P<year>{_CENTURY})(?![0-9])",
        _mixed,
    ),
    (rf"{_START}(?P<year>{_CENTURY})[-~](?P<until>{_CENTURY}|[0-9]{{2}}){_RANGE_ENDS}", _year_range),
)


@cache
def _in_figures() -> tuple[tuple[re.Pattern[str], _Reading], ...]:
    return tuple((re.compile(pattern), reading) for pattern, reading in _FIGURED)


@lru_cache(maxsize=16)
def _by_name(words: TimeWords) -> tuple[tuple[re.Pattern[str], _Reading], ...]:
    """Patterns of months by name (May, Mar, 오월)."""

    def named(found: re.Match[str], today: date) -> WrittenDate:
        year, day = _number(found, "year"), _number(found, "day")
        sure = year is not None or day is not None
        return WrittenDate(*found.span(), year, words.months[found["name"]], day, sure=sure)

    return tuple((re.compile(pattern), named) for pattern in _named_months(words))


def _named_months(words: TimeWords) -> tuple[str, ...]:
    """Names that begin with a digit are read without them."""
    names = alternatives(name for name in words.months if not name[0].isdigit())
    name = rf"(?<![a-z一二十])(?P<name>{names})(?![a-z])"
    day = r"(?<![0-9a-z])(?P<day>3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9a-z])"
    year = rf"(?<![0-9a-z])(?P<year>{_CENTURY})(?![0-9a-z]|[.:/][0-9])"
    return (
        rf"{day}(?: of)? {name}(?:(?: of| in)? {year})?",
        rf"{name}(?: (?:the )?{day}(?: {year})?)?",
        rf"{name}(?: of| in)? {year}",
        rf"{year} {name} {day}",
    )


@lru_cache(maxsize=16)
def _bare_year(words: TimeWords) -> re.Pattern[str]:
    """Four digits that no unit follows, unless they count something."""
    joining = words.meaning("since", "until", "before", "after", "between", "and")
    return re.compile(
        rf"{_START}(?<![0-9]-)(?P<year>{_CENTURY})(?![a-z0-9]|[.:/][0-9])"
        rf"(?!(?!{joining})[가-힣一-鿿])(?! {words.meaning('counted')}(?![a-z]))"
    )
