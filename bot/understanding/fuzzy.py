"""Misspelt words: what an unknown stretch may have been meant to be. The only module that measures edit distance.

The one rule: a guess needs length. A short name one edit away is usually another name, so acronyms and names of two
syllables are matched as they are or not at all, and every entry that is as near as the nearest is offered beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain

from bot.text.hangul import to_jamo
from bot.text.normalise import normalise
from bot.text.script import script_of
from bot.understanding.cover import Cover, Glyphs, Guess, Piece
from bot.understanding.entries import Entry
from bot.understanding.vocabulary import Vocabulary

_LONG_JAPANESE_WORD = 7
_COMMON = 4
_SHORTEST_ENDING = 2
"""An ending of so many characters that more than so many names share tells none of them apart."""
_SHORTEST_COMPOUND = 4
_LONG_KANJI = 12
_SHORTEST_KANA = 6
_LATIN = re.compile("[A-Za-z]")
_LONGEST_WINDOW = 24
_TWO_EDITS = 9
_MOST_NEAR = 6
_LENGTHS = (4, 6, 9, 14, 1000)
"""Keys up to so many characters are looked for together, near where they may stand."""
_MOST_SPOILT = 3
"""Pairs of letters that one edit may spoil: two letters swapped."""
_MOST_KEPT = 4096
_NO_WORDS: tuple[tuple[str, ...], tuple[int, ...]] = ((), ())
_SHORTEST_WORD = 5
"""Latin words of fewer letters are too near to others; parts of names may have one less."""

_Near = tuple[list[int], list[str], int]
"""Keys of like length, their jamo, and the most edits that one of them bears."""


@dataclass(frozen=True)
class Speller:
    """The Latin words of all entries, and the keys in other scripts by the characters they hold."""

    vocabulary: Vocabulary
    words: tuple[str, ...]
    name_words: frozenset[str]
    keys: tuple[str, ...]
    _by_gram: Mapping[int, Mapping[str, tuple[int, ...]]] = field(repr=False)
    _grams_of: tuple[frozenset[str], ...] = field(repr=False)
    _limits: tuple[int, ...] = field(repr=False)
    _needed: tuple[int, ...] = field(repr=False)
    _least: tuple[int, ...] = field(repr=False)
    _jamo: tuple[str, ...] = field(repr=False)
    _respelt: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict, repr=False)

    def plain(self) -> list[list[str]]:
        """What it was built from, as values that JSON can hold."""
        return [list(self.words), sorted(self.name_words), list(self.keys)]

    @classmethod
    def from_plain(cls, vocabulary: Vocabulary, plain: Sequence[Sequence[str]]) -> Speller:
        words, name_words, keys = plain
        return cls.of(vocabulary, tuple(words), frozenset(name_words), tuple(keys))

    @classmethod
    def of(
        cls, vocabulary: Vocabulary, words: tuple[str, ...], name_words: frozenset[str], keys: tuple[str, ...]
    ) -> Speller:
        limits = _distinct_limits(keys)
        grams = tuple(map(_grams, keys))
        needed = tuple(_needed(*each) for each in zip(keys, grams, limits, strict=True))
        least = tuple(max(1, len(mine) - _MOST_SPOILT * limit) for mine, limit in zip(grams, limits, strict=True))
        jamo = tuple(map(to_jamo, keys))
        return cls(vocabulary, words, name_words, keys, _by_gram(keys, grams), grams, limits, needed, least, jamo)

    def respellings(self, word: str) -> tuple[tuple[str, int], ...]:
        """Latin words that ``word`` may be a misspelling of, with the edits between them; nearest first."""
        if word not in self._respelt:
            if len(self._respelt) >= _MOST_KEPT:
                self._respelt.clear()
            self._respelt[word] = self._near(word)
        return self._respelt[word]

    def _near(self, word: str) -> tuple[tuple[str, int], ...]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        limit = 0 if len(word) < _SHORTEST_WORD - 1 else 1 if len(word) < _TWO_EDITS else 2
        if limit == 0:
            return ()
        found: list[tuple[int, int, str]] = []
        for size in range(len(word) - limit, len(word) + limit + 1):
            words, places = self._by_size.get(size, _NO_WORDS)
            near = process.extract(word, words, scorer=OSA.distance, score_cutoff=limit, limit=_MOST_NEAR)
            found += [(int(edits), places[index], meant) for meant, edits, index in near]
        nearest = [(meant, edits) for edits, _, meant in sorted(found)[:_MOST_NEAR] if self._is_plausible(word, meant)]
        return tuple(sorted(nearest, key=lambda pair: (pair[1], pair[0])))

    @cached_property
    def _by_size(self) -> Mapping[int, tuple[tuple[str, ...], tuple[int, ...]]]:
        """The Latin words by their length, with their places among all."""
        sizes: dict[int, list[tuple[str, int]]] = {}
        for place, word in enumerate(self.words):
            sizes.setdefault(len(word), []).append((word, place))
        return {
            size: (tuple(word for word, _ in found), tuple(place for _, place in found))
            for size, found in sizes.items()
        }

    def _is_plausible(self, word: str, meant: str) -> bool:
        if edits_between(word, meant, _MOST_NEAR) > 1 and word[0] != meant[0]:
            return False
        if min(len(word), len(meant)) < _SHORTEST_WORD:
            return meant in self.name_words and word[0] == meant[0] and len(meant) >= _SHORTEST_WORD - 1
        return True

    def guesses(self, glyphs: Glyphs, unknown: Piece, edges: Iterable[int]) -> Iterator[Guess]:
        """Entries in Hangul, kanji or kana that a stretch around ``unknown`` may be a misspelling of."""
        reach = min(unknown.end, unknown.start + _LONGEST_WINDOW)
        first, last = max(0, unknown.start - _LONGEST_WINDOW), min(len(glyphs.text), reach + _LONGEST_WINDOW)
        candidates = self._by_length(self._candidates(glyphs.text[first:last], unknown.start - first))
        longest = max(candidates, default=0)
        for start in sorted(edge for edge in edges if first <= edge <= unknown.start):
            for end in range(unknown.start + 1, min(len(glyphs.text), start + longest) + 1):
                near = candidates.get(end - start)
                if near is not None and _may_be_misspelt(glyphs, start, end):
                    yield from self._compared(glyphs, start, end, near)

    def _by_length(self, candidates: Iterable[int]) -> Mapping[int, _Near]:
        """Keys by the lengths of the stretches that they are compared with: their own, and one less and more."""
        sizes: dict[int, list[int]] = {}
        for index in candidates:
            sizes.setdefault(len(self.keys[index]), []).append(index)
        lengths = sorted({size + change for size in sizes for change in (-1, 0, 1)})
        found = {
            length: [index for size in (length + 1, length, length - 1) for index in sizes.get(size, ())]
            for length in lengths
        }
        return {
            length: (near, [self._jamo[index] for index in near], max(self._limits[index] for index in near))
            for length, near in found.items()
        }

    def _compared(self, glyphs: Glyphs, start: int, end: int, near: _Near) -> Iterator[Guess]:
        """Those of the keys that a stretch is as near to as each bears."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        indices, wanted, most = near
        written = to_jamo(glyphs.text[start:end])
        for _, edits, place in process.extract(written, wanted, scorer=OSA.distance, score_cutoff=most, limit=None):
            if 0 < edits <= self._limits[indices[place]]:
                entries = self.vocabulary.entries[self.keys[indices[place]]]
                yield from (Guess(start, end, entry, int(edits)) for entry in entries)

    def _candidates(self, text: str, at: int) -> list[int]:
        """Keys that share all but a few of their grams with the text, and nearly as many with the part of it around
        ``at`` that keys of their length can be compared with."""
        grams = _grams(text)
        kept: list[int] = []
        for longest, by_gram in self._by_gram.items():
            near = _grams(text[max(0, at - longest - 1) : at + longest + 2])
            shared = Counter(chain.from_iterable(by_gram.get(gram, ()) for gram in near))
            kept += [index for index, count in shared.items() if count >= self._least[index]]
        return sorted(index for index in kept if len(self._grams_of[index] & grams) >= self._needed[index])


def build_speller(vocabulary: Vocabulary) -> Speller:
    """Index the entries that are long enough to be recognised by most of their letters."""
    words: set[str] = set()
    name_words: set[str] = set()
    keys: list[str] = []
    for entry_key, entries in vocabulary.entries.items():
        is_name = any(entry.kind == "name" for entry in entries)
        written = {use.alias for entry in entries for use in entry.uses} or {entry_key}
        if all(_is_refusal(entry) for entry in entries):
            continue
        for word in _latin_words(written):
            if word not in vocabulary.acronyms:
                words.add(word)
                name_words.update({word} if is_name else ())
        if _limit(entry_key) and not entry_key.isascii() and (is_name or _is_misspelt_word(entry_key, entries)):
            keys.append(entry_key)
    return Speller.of(vocabulary, tuple(sorted(words)), frozenset(name_words), tuple(sorted(keys)))


def _by_gram(keys: Sequence[str], grams: Sequence[frozenset[str]]) -> Mapping[int, Mapping[str, tuple[int, ...]]]:
    """The keys by their grams, those up to each of a few lengths apart."""
    found: dict[int, dict[str, list[int]]] = {longest: {} for longest in _LENGTHS}
    for index, (one, mine) in enumerate(zip(keys, grams, strict=True)):
        by_gram = found[next(longest for longest in _LENGTHS if len(one) <= longest)]
        for gram in sorted(mine):
            by_gram.setdefault(gram, []).append(index)
    return {longest: {gram: tuple(indices) for gram, indices in by_gram.items()} for longest, by_gram in found.items()}


def _is_refusal(entry: Entry) -> bool:
    """Whether a word names only what is not held: "carry" must not be read as "marry" and refused for it."""
    return bool(entry.concepts) and all(concept.startswith("unheld:") for concept in entry.concepts)


def compounds(covered: Cover, glyphs: Glyphs) -> list[Piece]:
    """Stretches of several words without a space or particle between them, as a misspelt long name falls apart."""
    runs: list[list[Piece]] = []
    for piece in covered.pieces:
        is_part = piece.kind in ("word", "unknown") and not glyphs.text[piece.start].isascii()
        if is_part and runs and runs[-1] and runs[-1][-1].end == piece.start and piece.start not in glyphs.starts:
            runs[-1].append(piece)
        elif is_part:
            runs.append([piece])
        else:
            runs.append([])
    long = [run for run in runs if len(run) > 1 and run[-1].end - run[0].start >= _SHORTEST_COMPOUND]
    return [Piece(run[0].start, run[-1].end, "unknown") for run in long]


def _is_misspelt_word(entry_key: str, entries: Iterable[Entry]) -> bool:
    """Whether a word is long enough to be guessed: without spaces, short Japanese words are near to everything."""
    is_hangul = script_of(entry_key[0]) == "hangul"
    return any(entry.kind == "word" for entry in entries) and (is_hangul or len(entry_key) >= _LONG_JAPANESE_WORD)


def edits_between(written: str, meant: str, limit: int) -> int:
    """The edits between two texts; more than ``limit`` where there are more."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(written, meant, score_cutoff=limit))


def unknown_pieces(covered: Cover) -> tuple[Piece, ...]:
    return tuple(piece for piece in covered.pieces if piece.kind == "unknown")


def nearest_acronyms(word: str, vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """The acronyms one edit from an unknown Latin word: never taken for it, but worth offering."""
    if not 3 <= len(word) <= 6 or not word.isascii():
        return ()
    near = sorted(acronym for acronym in vocabulary.acronyms if edits_between(word, acronym, 1) <= 1)
    return tuple(entry for acronym in near for entry in vocabulary.entries[acronym] if entry.kind == "name")


def _may_be_misspelt(glyphs: Glyphs, start: int, end: int) -> bool:
    return "latin" not in glyphs.scripts[start:end] and not (glyphs.cuts_katakana(start) or glyphs.cuts_katakana(end))


def _latin_words(written: Iterable[str]) -> Iterator[str]:
    for text in filter(_LATIN.search, written):
        for word in normalise(text).text.split():
            if len(word) >= _SHORTEST_WORD - 1 and word.isascii() and word.isalpha():
                yield word


@lru_cache(maxsize=65536)
def _limit(meant: str) -> int:
    """How many edits (of jamo in Hangul, of characters elsewhere) a key bears before it may be another."""
    size = len(meant)
    if size < 2 or meant.isascii():
        return 0
    if all(script_of(character) == "hangul" for character in meant):
        return {2: 0, 3: 1, 4: 2, 5: 2}.get(size, 3 if size < 8 else 4)
    if all(script_of(character) in ("hiragana", "katakana") for character in meant):
        return 0 if size < _SHORTEST_KANA else 1 if size < 9 else 2
    return 0 if size < 3 else 1 if size < _LONG_KANJI else 2


def _grams(text: str) -> frozenset[str]:
    """What names are found by: pairs of jamo in Hangul, of which an edit spoils two; else single characters."""
    if any(script_of(character) == "hangul" for character in text):
        jamo = to_jamo(text)
        return frozenset(jamo[index : index + 2] for index in range(len(jamo) - 1))
    return frozenset(text)


def _distinct_limits(keys: tuple[str, ...]) -> tuple[int, ...]:
    """How many edits each key bears: no more than the part does that tells it from others with the same ending.

    몽골상공회의소 is three jamo from 동경상공회의소, but what they share proves nothing.
    """
    endings = Counter(key[start:] for key in keys for start in range(1, len(key) - 1))
    limits = []
    for key in keys:
        shared = next((len(key) - start for start in range(1, len(key) - 1) if endings[key[start:]] > _COMMON), 0)
        distinct = _limit(key[: len(key) - shared]) if shared >= _SHORTEST_ENDING else _limit(key)
        limits.append(min(_limit(key), max(1, distinct)))
    return tuple(limits)


def _needed(meant: str, grams: frozenset[str], limit: int) -> int:
    spoilt = 2 if script_of(meant[0]) == "hangul" else 1
    return max(2, len(grams) - spoilt * limit)
