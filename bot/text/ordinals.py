"""Ordinals: the 57th meeting, 제57회, 第14代. The one rule: a day of a month is none, nor is a mere count (3차례)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.text.timewords import TimeWords, alternatives

_COUNTERS = (
    r"(?:번 ?째|회차|차(?!례|원| ?전지| ?산업)|회(?!원|사|장|관)"
    r"|대(?!학| ?기업| ?그룹| ?재벌| ?은행| ?산업| ?(?:경제)? ?단체)"
    r"|番目|回目|代目|回(?!答)|代(?!表)|次(?!期|世代|官| ?電池| ?産業))"
)
_NUMBER = r"(?P<number>[0-9]{1,3})"
_MARKED = re.compile(rf"(?:제|第) ?{_NUMBER}(?![0-9])(?: ?(?:{_COUNTERS}|기(?!업|관|술)|期))?")
_COUNTED = re.compile(rf"(?<![0-9.,:/~-])(?<![a-z제第]){_NUMBER} ?{_COUNTERS}")
_HINT = re.compile("[0-9第번番回代]")
_ENGLISH = r"(?<![0-9a-z.])(?P<number>[0-9]{1,3})(?:st|nd|rd|th)(?![a-z0-9])"


@dataclass(frozen=True, slots=True)
class FoundOrdinal:
    """A place in a row and the stretch of the normal form that says it."""

    start: int
    end: int
    number: int


def find_ordinals(normal: str, words: TimeWords) -> tuple[FoundOrdinal, ...]:
    """The ordinals in a normal form, left to right; none overlap."""
    free: list[FoundOrdinal] = []
    for one in sorted(_readings(normal, words), key=lambda one: (one.start, -one.end)):
        if not free or one.start >= free[-1].end:
            free.append(one)
    return tuple(free)


def _readings(normal: str, words: TimeWords) -> Iterator[FoundOrdinal]:
    worded = _patterns(words) if _may_be_worded(normal, words) else ()
    for pattern in (_MARKED, _COUNTED, *worded):
        for found in pattern.finditer(normal):
            number = _value(found, words)
            if number and not _follows_month(normal, found.start(), words):
                yield FoundOrdinal(*found.span(), number)


def _may_be_worded(normal: str, words: TimeWords) -> bool:
    """Whether any of the patterns with words could be found: they need a figure, an ordinal word or a counter."""
    return _HINT.search(normal) is not None or any(ordinal in normal for ordinal in words.ordinals)


def _follows_month(normal: str, start: int, words: TimeWords) -> bool:
    before = normal[max(0, start - 24) : start].removesuffix("the ").split()
    return bool(before) and before[-1] in words.months


def _value(found: re.Match[str], words: TimeWords) -> int:
    parts = found.groupdict()
    number = parts.get("number")
    if number is not None:
        return int(number) if number.isdecimal() else words.numbers[number]
    return words.ordinals[parts["ordinal"]] + words.tens.get(parts["tens"] or "", 0)


@lru_cache(maxsize=16)
def _patterns(words: TimeWords) -> tuple[re.Pattern[str], ...]:
    """English figures and words, but no days of a month and nothing that is only counted; number words by a counter."""
    months = alternatives(words.months)
    counted = rf"(?! {words.meaning('counted')}(?![a-z]))"
    before_month = rf"(?! (?:of )?{months}(?![a-z]))"
    tens, ordinals, numbers = (alternatives(known) for known in (words.tens, words.ordinals, words.numbers))
    ordinal = rf"(?<![a-z])(?:(?P<tens>{tens}) )?(?P<ordinal>{ordinals})(?![a-z])"
    return (
        re.compile(rf"{_ENGLISH}{before_month}{counted}"),
        re.compile(rf"{ordinal}{before_month}{counted}"),
        re.compile(rf"第(?P<number>{numbers}){_COUNTERS}"),
        re.compile(rf"(?<![가-힣a-z])(?P<number>{numbers}) ?(?:번 ?째|番目|回目|代目)"),
    )
