"""The words for time of one or several languages, ready to be found in a normal form.

They come from a lexicon; the one rule: what a word means is one of the meanings below, and nothing else is read.

``now``, ``past``, ``before``, ``after``, ``first``, ``latest``, ``next``, ``history``: as in ``Time.when``.
``year``, ``month``, ``week``, ``day``, with ``-1``, ``+2``…: counted from today (last year: ``year-1``).
``previous``, ``this``: only before a month (last May; this May) or a stretch (the previous two years).
``since``, ``until``, ``before``, ``after``, ``between``, ``and``, ``at``: join dates. Latin ones stand before a date,
all others behind it.
``unit-year``, ``unit-month``, ``unit-week``, ``unit-day`` and ``ago``: for "3 years ago".
``counted``: what a number before it counts ("2000 members" is no year; the "60th anniversary" no ordinal).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from bot.text.normalise import normalise
from bot.text.script import script_of

_WHEN = "now|past|before|after|first|latest|next|history"
_JOINING = "since|until|between|and|at|previous|this|ago|counted"
_MEANING = re.compile(
    rf"(?:{_WHEN}|{_JOINING}|(?:year|month|week|day)(?:[+-][0-9]{{1,2}})?|unit-(?:year|month|week|day))"
)
_NOTHING = r"(?!)"


@dataclass(frozen=True, slots=True)
class FoundWord:
    start: int
    end: int
    meaning: str
    leads: bool
    """Whether it stands before what it is about, as English words do."""


class Lexicon(Protocol):
    """What is needed of a language's lexicon."""

    @property
    def times(self) -> Mapping[str, str]: ...
    @property
    def months(self) -> Sequence[Sequence[str]]: ...
    @property
    def formats(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, eq=False)
class TimeWords:
    """What words for time mean; ``tens`` (fifty) go before an ordinal. Made once: compared as itself."""

    meanings: Mapping[str, str]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    tens: Mapping[str, int]

    @classmethod
    def of(cls, lexicons: Iterable[Lexicon]) -> TimeWords:
        """The words of several languages as one; where two agree on a word, the first language's meaning stands.

        A lexicon's formats ``numbers`` and ``ordinals`` list words from one on, ``tens`` from ten on, parted by spaces;
        ``|`` parts words for the same number.
        """
        words = cls({}, {}, {}, {}, {})
        for lexicon in reversed(tuple(lexicons)):
            words = cls(
                {
                    **words.meanings,
                    **{_plain(word): meaning for word, meaning in lexicon.times.items() if _plain(word)},
                },
                {**words.months, **_numbered(lexicon.months)},
                {**words.numbers, **_listed(lexicon.formats.get("numbers", ""))},
                {**words.ordinals, **_listed(lexicon.formats.get("ordinals", ""))},
                {**words.tens, **{ten: 10 * n for ten, n in _listed(lexicon.formats.get("tens", "")).items()}},
            )
        return words

    def plain(self) -> list[dict[str, Any]]:
        """The words as values that JSON can hold."""
        return [dict(known) for known in (self.meanings, self.months, self.numbers, self.ordinals, self.tens)]

    def names_month(self, normal: str) -> bool:
        """Whether the name of a month stands anywhere in a normal form, within a word too."""
        return any(name in normal for name in self.months)

    def counts_units(self, normal: str) -> bool:
        """Whether a word for a unit of time stands anywhere in a normal form."""
        return any(unit in normal for unit in self._units)

    @cached_property
    def _units(self) -> tuple[str, ...]:
        return tuple(word for word, meaning in self.meanings.items() if meaning.startswith("unit-"))

    def find(self, normal: str) -> Iterator[FoundWord]:
        """The words in a normal form, longest first, none within another."""
        for found in self._pattern.finditer(normal):
            word = found.group()
            yield FoundWord(found.start(), found.end(), self.meanings[word], script_of(word[0]) == "latin")

    def meaning(self, *meanings: str) -> str:
        """A pattern for the words of the given meanings."""
        return alternatives(word for word, meaning in self.meanings.items() if meaning in meanings)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """A Latin word stands alone. Others may be glued to their neighbours; those of one character only to a date."""
        latin = alternatives(word for word in self.meanings if word[0].isascii())
        longer = alternatives(word for word in self.meanings if not word[0].isascii() and len(word) > 1)
        single = alternatives(word for word in self.meanings if not word[0].isascii() and len(word) == 1)
        loose = rf"(?=[가-힣])(?<![가-힣]){single}(?![가-힣])|(?=[^가-힣])(?<![一-鿿]){single}(?![一-鿿])"
        return re.compile(
            rf"(?<![a-z0-9]){latin}(?![a-z0-9])|{longer}|{loose}|(?<=[0-9년年월月일日]){single}(?![가-힣一-鿿])"
        )


def unknown_meanings(times: Mapping[str, str]) -> tuple[str, ...]:
    """The words of a lexicon whose meaning is none of those above, for the checks."""
    return tuple(sorted(word for word, meaning in times.items() if _MEANING.fullmatch(meaning) is None))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that fits."""
    return "(?:" + ("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or _NOTHING) + ")"


def _listed(words: str) -> dict[str, int]:
    return _numbered(same.split("|") for same in words.split())


def _numbered(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    """Words by the place of their group, counted from one."""
    return {_plain(word): number for number, same in enumerate(groups, 1) for word in same if _plain(word)}


def _plain(word: str) -> str:
    return normalise(word).text
