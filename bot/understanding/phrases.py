"""Names of several Latin words of which one is written otherwise: "… Devices Association" for "… Associations".

The one rule: all words but one must be there, in their order; which words a name shares with others decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from bot.text.normalise import normalise
from bot.understanding.cover import Glyphs, Guess
from bot.understanding.fuzzy import edits_between
from bot.understanding.vocabulary import Vocabulary

_SHORTEST = 3
_MOST_EDITS = 2


@dataclass(frozen=True)
class Phrases:
    """The names of three Latin words and more, by each of their words, and how many words each has."""

    vocabulary: Vocabulary
    _by_word: Mapping[str, Sequence[str]] = field(repr=False)
    _sizes: Mapping[str, int] = field(repr=False)

    def plain(self) -> list[Any]:
        """The index as values that JSON can hold."""
        return [dict(self._by_word), dict(self._sizes)]

    @classmethod
    def from_plain(cls, vocabulary: Vocabulary, plain: Sequence[Any]) -> Phrases:
        by_word, sizes = plain
        return cls(vocabulary, by_word, sizes)

    def guesses(self, glyphs: Glyphs) -> Iterator[Guess]:
        """The names that a row of words may be a misspelling of; those that stand there as they are left out."""
        words = _latin_spans(glyphs)
        present = {glyphs.text[start:end] for start, end in words}
        shared: Counter[str] = Counter(name for word in sorted(present) for name in self._by_word.get(word, ()))
        for meant, count in sorted(shared.items()):
            if count >= self._sizes[meant] - 1 and meant not in glyphs.text:
                yield from self._compared(glyphs, words, meant)

    def _compared(self, glyphs: Glyphs, words: list[tuple[int, int]], meant: str) -> Iterator[Guess]:
        size = self._sizes[meant]
        for first in range(len(words) - size + 1):
            start, end = words[first][0], words[first + size - 1][1]
            edits = edits_between(glyphs.text[start:end], meant, _MOST_EDITS)
            if 0 < edits <= _MOST_EDITS:
                yield from (Guess(start, end, entry, edits) for entry in self.vocabulary.entries[meant])


def build_phrases(vocabulary: Vocabulary) -> Phrases:
    by_word: dict[str, list[str]] = {}
    sizes: dict[str, int] = {}
    for name, entries in sorted(vocabulary.entries.items()):
        aliases = sorted({use.alias for entry in entries for use in entry.uses}) if name.isascii() else []
        words = normalise(aliases[0]).text.split() if aliases else []
        if len(words) >= _SHORTEST:
            sizes[name] = len(words)
            for word in sorted(set(words)):
                by_word.setdefault(word, []).append(name)
    return Phrases(vocabulary, {word: tuple(names) for word, names in by_word.items()}, sizes)


def _latin_spans(glyphs: Glyphs) -> list[tuple[int, int]]:
    """Where the Latin words stand."""
    borders = [*sorted(glyphs.starts), len(glyphs.text)]
    return [(start, end) for start, end in pairwise(borders) if glyphs.scripts[start] == "latin"]
