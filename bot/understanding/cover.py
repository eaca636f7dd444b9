"""Cover an utterance from end to end with the cheapest row of names, words, times and unknown stretches.

The one rule: nothing is passed over. What no entry explains is covered as unknown, at a price, so that a reading
that explains more of what was said always wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal

from bot.model.understanding import SegmentKind, Time
from bot.text.script import Script
from bot.understanding.entries import Entry
from bot.understanding.vocabulary import Vocabulary

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

    def cuts_katakana(self, index: int) -> bool:
        """Whether the index parts a word in katakana: キッチン holds no チン."""
        inside = 0 < index < len(self.text) and index not in self.starts
        return inside and self.scripts[index - 1] == self.scripts[index] == "katakana"


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


_Edge = tuple[int, float, SegmentKind, Entry | None, Fixed | None, Guess | None]
"""A stretch from one index on as it may be read: where it ends, its price, its kind, and what reads it."""

_Step = tuple[float, _Edge | None, int, bool]
"""The cheapest way to an index: its cost, its last edge, where that began, and whether that was beside unknown."""


def cover(
    glyphs: Glyphs, vocabulary: Vocabulary, fixed: tuple[Fixed, ...] = (), guessed: tuple[Guess, ...] = ()
) -> Cover:
    """The cheapest cover; of equally cheap ones the first found. Work grows with the length of the text alone."""
    size = len(glyphs.text)
    ground = _Ground.of(glyphs)
    read: dict[int, list[_Edge]] = {}
    for one in fixed:
        read.setdefault(one.start, []).append((one.end, _PRICE[one.kind], one.kind, None, one, None))
    for guess in guessed:
        read.setdefault(guess.start, []).append((guess.end, guess.price, guess.entry.kind, guess.entry, None, guess))
    known: list[_Step | None] = [(0.0, None, 0, False), *[None] * size]
    lost: list[_Step | None] = [None] * (size + 1)
    for index in range(size):
        if known[index] is None and lost[index] is None:
            continue
        edges = [*read.get(index, ()), *_entries(index, glyphs, vocabulary, ground)]
        unknown = _unknown(index, glyphs, ground)
        for after_unknown, here in ((False, known[index]), (True, lost[index])):
            if here is not None:
                _step_on(index, here, after_unknown, edges, glyphs, ground, known)
                if unknown is not None:
                    _step_into_unknown(index, here, after_unknown, unknown, ground, lost)
    return _traced(known, lost, glyphs.starts)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What prices ask of each index, looked up once: whether a word begins or ends there (``breaks``: by a space), how
    many words began before it, and whether it cuts a word in katakana."""

    edges: Sequence[bool]
    breaks: Sequence[bool]
    begun: Sequence[int]
    cuts: Sequence[bool]

    @classmethod
    def of(cls, glyphs: Glyphs) -> _Ground:
        size, scripts = len(glyphs.text), glyphs.scripts
        breaks = [False] * (size + 1)
        for start in glyphs.starts:
            breaks[start] = True
        begun = [0, *accumulate(breaks)]
        breaks[0] = breaks[size] = True
        pairs = list(pairwise(scripts))
        edges, cuts = breaks.copy(), [False] * (size + 1)
        for index, (before, after) in enumerate(pairs, 1):
            if breaks[index]:
                continue
            if before == after:
                cuts[index] = after == "katakana"
            elif before == "latin" or after == "latin":
                edges[index] = True
        return cls(edges, breaks, begun, cuts)

    def gaps(self, start: int, end: int) -> int:
        """How many words begin strictly within a stretch."""
        return self.begun[end] - self.begun[start + 1]


def _step_on(
    index: int,
    here: _Step,
    after_unknown: bool,
    edges: Sequence[_Edge],
    glyphs: Glyphs,
    ground: _Ground,
    known: list[_Step | None],
) -> None:
    """Go on by what is read from here; a word that begins inside one whose beginning nothing explains costs more."""
    cost = here[0]
    begins_inside = after_unknown and not ground.edges[index]
    for edge in edges:
        end, price, kind, entry, _, guess = edge
        if entry is not None and guess is None:
            if kind == "particle" and not _may_follow(index, here[1], glyphs):
                continue
            if begins_inside:
                price += _AFTER_UNKNOWN
        there = known[end]
        if there is None or cost + price < there[0] - 1e-9:
            known[end] = (cost + price, edge, index, after_unknown)


def _step_into_unknown(
    index: int, here: _Step, after_unknown: bool, edge: _Edge, ground: _Ground, lost: list[_Step | None]
) -> None:
    """Go on by what nothing explains; each such stretch costs something to begin with."""
    goes_on = after_unknown and not ground.edges[index]
    total = here[0] + (edge[1] + (0.0 if goes_on else _UNKNOWN_START))
    there = lost[edge[0]]
    if there is None or total < there[0] - 1e-9:
        lost[edge[0]] = (total, edge, index, after_unknown)


def _entries(index: int, glyphs: Glyphs, vocabulary: Vocabulary, ground: _Ground) -> Iterator[_Edge]:
    for end, entry in vocabulary.matches(glyphs.text, index):
        price = _entry_price(index, end, entry, glyphs, ground)
        if price is not None:
            yield end, price, entry.kind, entry, None, None


def _unknown(index: int, glyphs: Glyphs, ground: _Ground) -> _Edge | None:
    """What of a stretch stays unexplained from here on: of Latin no part of a word."""
    script = glyphs.scripts[index]
    if script not in ("latin", "digit"):
        return index + 1, _UNKNOWN[script], "unknown", None, None, None
    if script == "latin" and not ground.edges[index]:
        return None
    end = _unknown_end(index, glyphs, ground)
    return end, sum([_UNKNOWN[script]] * (end - index)), "unknown", None, None, None


def _entry_price(start: int, end: int, entry: Entry, glyphs: Glyphs, ground: _Ground) -> float | None:
    if entry.gaps is not None and entry.gaps != ground.gaps(start, end):
        return None
    price = _PRICE[entry.kind]
    if entry.kind == "name" and entry.uses[0].strength in ("weak", "family"):
        price = _WEAK_NAME
    if ground.breaks[start] and ground.breaks[end]:
        return price
    for edge, inside in ((start, start), (end, end - 1)):
        if ground.cuts[edge]:
            if entry.kind == "name":
                return None
            price += _SPLIT_WORD
        if edge == end and entry.kind != "name" and _parts_a_word(start, end, glyphs, ground):
            price += _PARTED_WORD
        if glyphs.scripts[inside] == "latin" and not ground.edges[edge]:
            if end - start < _SHORTEST_SPLIT or entry.kind in ("skip", "particle"):
                return None
            price += _SPLIT_WORD
    return price


def _parts_a_word(start: int, end: int, glyphs: Glyphs, ground: _Ground) -> bool:
    """Whether a stretch of several words ends within the last of them: 말 한 in "말 한일경제협회"."""
    return not ground.breaks[end] and glyphs.scripts[end - 1] == "hangul" and ground.gaps(start, end) > 0


def _may_follow(index: int, before: _Edge | None, glyphs: Glyphs) -> bool:
    """A particle hangs on what it follows; Latin ones (``keidanren s``) stand apart."""
    if before is None or (before[2] == "unknown" and glyphs.scripts[index] == "latin"):
        return False
    return glyphs.scripts[index] == "latin" or index not in glyphs.starts or before[2] in ("name", "time", "ordinal")


def _unknown_end(index: int, glyphs: Glyphs, ground: _Ground) -> int:
    """Unknown Latin, and figures, are taken by the word, so that no part can be read as something else."""
    end, script = index + 1, glyphs.scripts[index]
    while not ground.breaks[end] and glyphs.scripts[end] == script:
        end += 1
    return end


def _traced(known: Sequence[_Step | None], lost: Sequence[_Step | None], starts: frozenset[int]) -> Cover:
    """The way back from the end, as pieces."""
    end = len(known) - 1
    ways = [(step, unknown) for step, unknown in ((known[end], False), (lost[end], True)) if step is not None]
    step, unknown = min(ways, key=lambda way: way[0][0])
    total = step[0]
    pieces: list[Piece] = []
    while (edge := step[1]) is not None:
        _, _, start, unknown = step
        pieces.append(Piece(start, edge[0], edge[2], *edge[3:]))
        before = (lost if unknown else known)[start]
        assert before is not None
        step = before
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
