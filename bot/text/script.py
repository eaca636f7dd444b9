"""Which script a character is in. The one rule: ranges only, so a name never has to be known to be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

Script = Literal["latin", "hangul", "hiragana", "katakana", "kanji", "digit", "other"]

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x41, 0x5A, "latin"),
    (0x61, 0x7A, "latin"),
    (0xC0, 0xD6, "latin"),
    (0xD8, 0xF6, "latin"),
    (0xF8, 0x24F, "latin"),
    (0x1100, 0x11FF, "hangul"),
    (0x1E00, 0x1EFF, "latin"),
    (0x3005, 0x3007, "kanji"),
    (0x3041, 0x309F, "hiragana"),
    (0x30A1, 0x30FA, "katakana"),
    (0x30FC, 0x30FF, "katakana"),
    (0x3131, 0x318E, "hangul"),
    (0x31F0, 0x31FF, "katakana"),
    (0x3400, 0x4DBF, "kanji"),
    (0x4E00, 0x9FFF, "kanji"),
    (0xA960, 0xA97F, "hangul"),
    (0xAC00, 0xD7FF, "hangul"),
    (0xF900, 0xFAFF, "kanji"),
    (0xFF21, 0xFF3A, "latin"),
    (0xFF41, 0xFF5A, "latin"),
    (0xFF66, 0xFF9F, "katakana"),
    (0xFFA0, 0xFFDC, "hangul"),
    (0x20000, 0x323AF, "kanji"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one script: ``text[start:end]``."""

    script: Script
    start: int
    end: int


@lru_cache(maxsize=8192)
def script_of(char: str) -> Script:
    if char.isdecimal():
        return "digit"
    code = ord(char)
    return next((script for first, last, script in _RANGES if first <= code <= last), "other")


def scripts_of(text: str) -> frozenset[Script]:
    """The scripts that letters and digits of ``text`` are in; spaces and signs (``other``) do not count."""
    return frozenset(map(script_of, text)) - {"other"}


def script_runs(text: str) -> Iterator[Run]:
    """Stretches of one script, left to right; a long-vowel mark belongs to the kana before it."""
    start = 0
    for script, chars in groupby(_scripts_in_context(text)):
        end = start + sum(1 for _ in chars)
        yield Run(script, start, end)
        start = end


def _scripts_in_context(text: str) -> Iterator[Script]:
    previous: Script = "other"
    for char in text:
        script = script_of(char)
        if char == "ー" and previous == "hiragana":
            script = previous
        yield script
        previous = script
