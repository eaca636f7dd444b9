"""Words typed while the keyboard was set to the other language. The one rule: a key is a key, so both ways undo each
other (``rudeksfus`` and 경단련, ``skfms`` and 나른)."""

from __future__ import annotations

from bot.text.hangul import SINGLE_LETTERS, compose_jamo, to_jamo

_LOWER = dict(zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True))
_SHIFTED = dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True))
_LETTER = {**{key.upper(): letter for key, letter in _LOWER.items()}, **_LOWER, **_SHIFTED}
_KEY = {letter: key for key, letter in {**_LOWER, **_SHIFTED}.items()}
_STROKES = {double: "".join(_KEY[letter] for letter in pair) for double, pair in SINGLE_LETTERS.items()}


def from_keyboard(latin: str) -> str:
    """What Latin keys spell on a Korean (two-set) keyboard; other characters unchanged."""
    return compose_jamo("".join(_LETTER.get(char, char) for char in latin))


def to_keyboard(hangul: str) -> str:
    """The Latin keys that were pressed for a Korean text; other characters unchanged."""
    return "".join(_STROKES.get(letter) or _KEY.get(letter, letter) for letter in to_jamo(hangul))
