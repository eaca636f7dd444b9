"""Cover an utterance from end to end with the cheapest row of names, words, times and unknown stretches.

The one rule: nothing is passed over. What no entry explains is covered as unknown, at a price, so that a reading
that explains more of what was said always wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.model.understanding import SegmentKind, Time
from bot.text.script import Script
from bot.understanding.vocabulary import Entry, Vocabulary

_PRICE: Mapping[str, float] = {"name": 0.2, "word": 0.3, "skip": 0.35, "particle": 0.25, "time": 0.15, "ordinal": 0.15}
_WEAK_NAME = 0.32
"""A name that may mean something else costs a little more than a word that is spelt the same."""
_UNKNOWN: Mapping[Script, float] = {
    "latin": 0.5, "hangul": 1.2, "kanji": 1.3, "katakana": 1.0, "hiragana": 0.45, "digit": 0.6, "other": 0.2,
}  # fmt: skip
_UNKNOWN_START = 0.8
_SPLIT_WORD = 0.9
"""For each edge of a Latin entry that is no edge of a word: ``keidanrenchair`` is read, ``chairish`` is not."""
_SHORTEST_SPLIT = 3
_PARTED_WORD = 0.4
_AFTER_UNKNOWN = 0.7
"""For an entry that begins inside a word whose beginning nothing explains."""
_MISSPELT = 0.5
_PLAIN_NAME = 4
_EDIT = 0.25


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The utterance as the cover sees it: compact text, the script of each character as written, word starts."""

    text: str
    scripts: tuple[Script, ...]
    starts: frozenset[int]

    def is_edge(self, index: int) -> bool:
        """Whether a word may begin or end here: at a space, or where Latin meets another script."""
        if index in (0, len(self.text)) or index in self.starts:
            return True
        return (self.scripts[index - 1] == "latin") != (self.scripts[index] == "latin")

    def cuts_katakana(self, index: int) -> bool:
        """Whether the index parts a word in katakana: キッチン holds no チン."""
        inside = 0 < index < len(self.text) and index not in self.starts
        return inside and self.scripts[index - 1] == self.scripts[index] == "katakana"

    def parts_a_word(self, start: int, end: int) -> bool:
        """Whether a stretch of several words ends within the last of them: 말 한 in "말 한일경제협회"."""
        is_inside = end < len(self.text) and end not in self.starts and self.scripts[end - 1] == "hangul"
        return is_inside and any(start < one < end for one in self.starts)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch that was read beforehand: a time or an ordinal."""

    start: int
    end: int
    kind: Literal["time", "ordinal"]
    time: Time | None = None
    ordinal: int | None = None


@dataclass(frozen=True, slots=True)
class Guess:
    """A stretch that may be a misspelt entry, at the price of the entry and of its ``edits``, which weigh the less the
    longer the entry is."""

    start: int
    end: int
    entry: Entry
    edits: int

    @property
    def price(self) -> float:
        size = min(1.0, _PLAIN_NAME / len(self.entry.key))
        return _PRICE[self.entry.kind] + (_MISSPELT + _EDIT * self.edits) * size


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a cover."""

    start: int
    end: int
    kind: SegmentKind
    entry: Entry | None = None
    fixed: Fixed | None = None
    guess: Guess | None = None


@dataclass(frozen=True, slots=True)
class Cover:
    """The pieces in order, and what they cost together."""

    pieces: tuple[Piece, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class _Step:
    cost: float
    piece: Piece | None
    before: tuple[int, bool] | None


def cover(
    glyphs: Glyphs, vocabulary: Vocabulary, fixed: tuple[Fixed, ...] = (), guessed: tuple[Guess, ...] = ()
) -> Cover:
    """The cheapest cover; of equally cheap ones the first found."""
    size = len(glyphs.text)
    by_start: dict[int, list[Fixed]] = {}
    for one in fixed:
        by_start.setdefault(one.start, []).append(one)
    guesses: dict[int, list[Guess]] = {}
    for guess in guessed:
        guesses.setdefault(guess.start, []).append(guess)
    best: list[dict[bool, _Step]] = [{} for _ in range(size + 1)]
    best[0][False] = _Step(0.0, None, None)
    for index in range(size):
        for after_unknown in (False, True):
            here = best[index].get(after_unknown)
            if here is None:
                continue
            for piece, price in _next_pieces(index, here, after_unknown, glyphs, vocabulary, by_start, guesses):
                unknown = piece.kind == "unknown"
                there = best[piece.end].get(unknown)
                total = here.cost + price
                if there is None or total < there.cost - 1e-9:
                    best[piece.end][unknown] = _Step(total, piece, (index, after_unknown))
    return _traced(best, glyphs.starts)


def _next_pieces(
    index: int,
    here: _Step,
    after_unknown: bool,
    glyphs: Glyphs,
    vocabulary: Vocabulary,
    fixed: Mapping[int, list[Fixed]],
    guesses: Mapping[int, list[Guess]],
) -> Iterator[tuple[Piece, float]]:
    for one in fixed.get(index, ()):
        yield Piece(one.start, one.end, one.kind, fixed=one), _PRICE[one.kind]
    for guess in guesses.get(index, ()):
        yield Piece(guess.start, guess.end, guess.entry.kind, guess.entry, guess=guess), guess.price
    for end, entry in vocabulary.matches(glyphs.text, index):
        price = _entry_price(index, end, entry, glyphs)
        if price is None or (entry.kind == "particle" and not _may_follow(index, here, glyphs)):
            continue
        if after_unknown and not glyphs.is_edge(index):
            price += _AFTER_UNKNOWN
        yield Piece(index, end, entry.kind, entry), price
    if glyphs.scripts[index] == "latin" and not glyphs.is_edge(index):
        return
    end = _unknown_end(index, glyphs)
    price = sum(_UNKNOWN[script] for script in glyphs.scripts[index:end])
    yield Piece(index, end, "unknown"), price + (0.0 if after_unknown and not glyphs.is_edge(index) else _UNKNOWN_START)


def _entry_price(start: int, end: int, entry: Entry, glyphs: Glyphs) -> float | None:
    if entry.gaps is not None and entry.gaps != sum(start < one < end for one in glyphs.starts):
        return None
    price = _PRICE[entry.kind]
    if entry.kind == "name" and entry.uses[0].strength in ("weak", "family"):
        price = _WEAK_NAME
    for edge, inside in ((start, start), (end, end - 1)):
        if glyphs.cuts_katakana(edge):
            if entry.kind == "name":
                return None
            price += _SPLIT_WORD
        if edge == end and entry.kind != "name" and glyphs.parts_a_word(start, end):
            price += _PARTED_WORD
        if glyphs.scripts[inside] == "latin" and not glyphs.is_edge(edge):
            if end - start < _SHORTEST_SPLIT or entry.kind in ("skip", "particle"):
                return None
            price += _SPLIT_WORD
    return price


def _may_follow(index: int, here: _Step, glyphs: Glyphs) -> bool:
    """A particle hangs on what it follows; Latin ones (``keidanren s``) stand apart."""
    if here.piece is None or (here.piece.kind == "unknown" and glyphs.scripts[index] == "latin"):
        return False
    return (
        glyphs.scripts[index] == "latin" or index not in glyphs.starts or here.piece.kind in ("name", "time", "ordinal")
    )


def _unknown_end(index: int, glyphs: Glyphs) -> int:
    """Unknown Latin is taken by the word, so that no part of it can be read as something else."""
    end = index + 1
    if glyphs.scripts[index] in ("latin", "digit"):
        while end < len(glyphs.text) and end not in glyphs.starts and glyphs.scripts[end] == glyphs.scripts[index]:
            end += 1
    return end


def _traced(best: list[dict[bool, _Step]], starts: frozenset[int]) -> Cover:
    if len(best) == 1:
        return Cover((), 0.0)
    last = min(best[-1], key=lambda unknown: best[-1][unknown].cost)
    total = best[-1][last].cost
    pieces: list[Piece] = []
    at: tuple[int, bool] | None = (len(best) - 1, last)
    while at is not None:
        step = best[at[0]][at[1]]
        if step.piece is not None:
            pieces.append(step.piece)
        at = step.before
    return Cover(_joined(pieces[::-1], starts), total)


def _joined(pieces: list[Piece], starts: frozenset[int]) -> tuple[Piece, ...]:
    """Neighbouring unknown characters of one word make one piece."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and piece.kind == joined[-1].kind == "unknown" and piece.start not in starts:
            joined[-1] = Piece(joined[-1].start, piece.end, "unknown")
        else:
            joined.append(piece)
    return tuple(joined)
