"""What a single written character becomes in the normal form. The one rule: folding a folded character changes nothing.

A written character is a code point with the marks and Hangul letters that belong to it (ﾀﾞ, é as two code points, 가 as
two letters).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from bot.text.hangul import FINALS, INITIALS, MEDIALS
from bot.text.variants import SHINJITAI

DIGIT_SIGNS = frozenset("-/.:~,")
"""Signs that may join numbers: the only punctuation that gets this far."""

_COMPATIBILITY = range(0x3131, 0x318F)
_SPACING_MARKS = {"\u309b": "\u3099", "\u309c": "\u309a"}
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0")
_DROPPED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_SIGNS = {"\u301c": "~", "\u223c": "~", "\u2212": "-", "\u2044": "/", "\u2215": "/", "\u2236": ":"}
_LATIN = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i", "ŋ": "n", "æ": "ae", "œ": "oe", "þ": "th"}
_LETTERS = {
    **{chr(0x1100 + place): letter for place, letter in enumerate(INITIALS)},
    **{chr(0x1161 + place): letter for place, letter in enumerate(MEDIALS)},
    **{chr(0x11A8 + place): letter for place, letter in enumerate(FINALS)},
}


@lru_cache(maxsize=4096)
def prepared(char: str) -> str:
    """The character as it is read: nothing for what is invisible, and half-width Hangul letters as plain ones, since
    NFKC would glue them to their neighbours."""
    if char.isspace():
        return " "
    if char in _FILLERS or unicodedata.category(char) in _DROPPED:
        return ""
    if "\uffa1" <= char <= "\uffdc":
        return chr(int(unicodedata.decomposition(char).split()[1], 16))
    return _SPACING_MARKS.get(char, char)


def attaches(char: str, before: str) -> bool:
    """Whether ``char`` is part of the written character that ``before`` is the last code point of."""
    if char < "\u0300":
        return False
    if "\u1161" <= char <= "\u1175":
        return "\u1100" <= before <= "\u1112"
    if "\u11a8" <= char <= "\u11c2":
        return "\u1161" <= before <= "\u1175" or ("가" <= before <= "힣" and (ord(before) - 0xAC00) % 28 == 0)
    return _is_mark(char)


@lru_cache(maxsize=4096)
def _is_mark(char: str) -> bool:
    if ord(char) in _COMPATIBILITY:
        return False
    return unicodedata.category(unicodedata.normalize("NFKD", char)[0]).startswith("M")


@lru_cache(maxsize=8192)
def folded(written: str) -> str:
    """The characters of the normal form: letters, digits, spaces and ``DIGIT_SIGNS``."""
    if ord(written[0]) in _COMPATIBILITY:  # NFKC makes ㅋㅋ two initials, which a later vowel would join
        return written[0]
    text, before = written, ""
    while text != before:
        before = text
        text = "".join(map(_plain, unicodedata.normalize("NFKC", text).casefold()))
    return "".join(map(_sign_or_letter, text))


def _plain(char: str) -> str:
    if char.isascii() or ("\u3041" <= char <= "\u30ff" and not _is_mark(char)) or "가" <= char <= "힣":
        return char
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    bare = (part for part in unicodedata.normalize("NFD", char) if not unicodedata.category(part).startswith("M"))
    return "".join(_LATIN.get(part) or SHINJITAI.get(part) or _LETTERS.get(part, part) for part in bare)


def _sign_or_letter(char: str) -> str:
    if char in _SIGNS or char in DIGIT_SIGNS:
        return _SIGNS.get(char, char)
    if unicodedata.category(char) == "Pd":
        return "-"
    is_modifier = "\u02b0" <= char <= "\u02ff"  # apostrophes that Unicode calls letters
    return char if char.isalnum() and not is_modifier else " "
