"""One form for names and questions, so that they meet. The one rule: every character of it knows where it came from.

Width, case, Latin diacritics, old character forms and punctuation go; dakuten, digits and word breaks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.text.characters import DIGIT_SIGNS, attaches, folded, prepared
from bot.text.script import Script, script_of
from bot.text.variants import SHINJITAI

_DIGIT = re.compile("[0-9]")
_THOUSANDS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_JOINT = re.compile(r"(?<=[0-9])[-/.:](?=[0-9])")
_RANGE = re.compile(r"(?<=[0-9년年월月일日])(?P<before> *)[~](?P<after> *)(?=[0-9])")
_YEARS = re.compile(r"(?<![0-9])[0-9]{4}(?P<before> *)-(?P<after> *)(?=[0-9]{4}(?![0-9]))")
_PLAIN = re.compile("[a-z \uac00-\ud7a3\u3041-\u3096\u30a1-\u30f6\u30fc\u4e00-\u9fff]*")
"""Words of these characters are in normal form already; most words of a lexicon are."""
_OLD_FORMS = frozenset(SHINJITAI)
_LONGEST = 8
_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_FULL_SIZE = dict(zip(map(ord, "ぁぃぅぇぉっゃゅょゎ"), map(ord, "あいうえおつやゆよわ"), strict=True))
_FOLDED = {
    **_FULL_SIZE,
    **{code: _FULL_SIZE.get(folded_code, folded_code) for code, folded_code in _HIRAGANA.items()},
}


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """``text`` is the normal form of ``original``. Its character i was written as
    ``original[offsets[i]:ends[i]]``; ``offsets`` has one more: where the last character ends."""

    original: str
    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that ``text[start:end]`` was written as, without what surrounds it."""
        return _span(self.offsets, self.ends, start, end)

    def quote(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.original[first:last]


@dataclass(frozen=True, slots=True)
class CompactText:
    """The normal form without spaces and with katakana as hiragana: what names are compared by.

    Offsets and ends point into the original, as in ``NormalisedText``; a word began at each of ``starts``.
    ``scripts`` are those of the normal form, so katakana is still told from hiragana.
    """

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]
    starts: frozenset[int]
    scripts: tuple[Script, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that ``text[start:end]`` was written as, without what surrounds it."""
        return _span(self.offsets, self.ends, start, end)


def normalise(text: str) -> NormalisedText:
    """The normal form of any string; normalising it again changes nothing."""
    units = [(char, start, end) for written, start, end in _written(text) for char in folded(written)]
    kept = _settled(units)
    offsets = tuple(start for _, start, _ in kept)
    ends = tuple(end for _, _, end in kept)
    return NormalisedText(text, "".join(char for char, _, _ in kept), (*offsets, *(ends[-1:] or (0,))), ends)


def compact(text: str | NormalisedText) -> CompactText:
    """The compact form; the normal form may be given where it is at hand."""
    normal = text if isinstance(text, NormalisedText) else normalise(text)
    places = [place for place, char in enumerate(normal.text) if char != " "]
    began = (index for index, place in enumerate(places) if place == 0 or normal.text[place - 1] == " ")
    return CompactText(
        fold_kana(normal.text.replace(" ", "")),
        (*(normal.offsets[place] for place in places), normal.offsets[-1]),
        tuple(normal.ends[place] for place in places),
        frozenset(began),
        tuple(script_of(normal.text[place]) for place in places),
    )


def normal_form(word: str) -> str:
    """The normal form of a word whose offsets nobody needs."""
    is_plain = _PLAIN.fullmatch(word) and "  " not in word and _OLD_FORMS.isdisjoint(word)
    return word.strip() if is_plain else normalise(word).text


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """The compact form of a name: equal for two ways to write it."""
    if _PLAIN.fullmatch(text) and _OLD_FORMS.isdisjoint(text):
        return fold_kana(text.replace(" ", ""))
    return fold_kana(normalise(text).text.replace(" ", ""))


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text's normal form."""
    return tuple(normal_form(text).split())


def fold_kana(text: str) -> str:
    """Katakana as hiragana and small kana as full ones (ジエトロ is ジェトロ), character by character."""
    return text.translate(_FOLDED)


_Unit = tuple[str, int, int]


def _written(text: str) -> Iterator[_Unit]:
    """The written characters of a text, without what is invisible, and where each begins and ends."""
    written, start, end = "", 0, 0
    blank = max(0, len(text) - len(text.lstrip(" ")) - 1)  # of the spaces before the first word one is enough
    for place, char in enumerate(map(prepared, text.rstrip(" ")[blank:]), blank):
        if char and written and attaches(char, written[-1]):
            written += char if len(written) < _LONGEST else ""
            end = place + 1
        elif char:
            if written:
                yield written, start, end
            written, start, end = char, place, place + 1
    if written:
        yield written, start, end


def _settled(units: list[_Unit]) -> list[_Unit]:
    """Signs that join numbers stay, commas within numbers go, any others and spaces become one space."""
    dropped, joints = _signs("".join(char for char, _, _ in units))
    kept: list[_Unit] = []
    for place, (char, start, end) in enumerate(units):
        if place in dropped:
            continue
        if (char not in DIGIT_SIGNS and char != " ") or place in joints:
            kept.append((char, start, end))
        elif kept and kept[-1][0] == " ":
            kept[-1] = (" ", kept[-1][1], end)
        elif kept:
            kept.append((" ", start, end))
    return kept[:-1] if kept and kept[-1][0] == " " else kept


def _signs(raw: str) -> tuple[set[int], set[int]]:
    """Places of what a number loses (its commas, the spaces around ``~``), and of the signs that it keeps."""
    if not _DIGIT.search(raw):
        return set(), set()
    commas = {place for found in _THOUSANDS.finditer(raw) for place in range(*found.span()) if raw[place] == ","}
    dropped, joints = commas, {found.start() for found in _JOINT.finditer(raw)}
    for found in (*_RANGE.finditer(raw), *_YEARS.finditer(raw)):
        joints.add(found.end("before"))
        dropped.update(range(*found.span("before")), range(*found.span("after")))
    return dropped, joints


def _span(offsets: tuple[int, ...], ends: tuple[int, ...], start: int, end: int) -> tuple[int, int]:
    if start >= end:
        return offsets[start], offsets[start]
    return offsets[start], ends[end - 1]
