"""Slips of the finger, made on purpose: the same seed gives the same slips."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from bot.text.hangul import INITIALS, MEDIALS, compose_jamo, is_syllable, to_jamo
from bot.text.script import script_of

LETTERS = "abcdefghijklmnopqrstuvwxyz"
KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん"
KANJI = "国本会社協経済連合議所団体商工産業医機器半導電力新山田川"


def single_typos(name: str, seed: int) -> tuple[str, ...]:
    """``name`` with one letter left out, two swapped, or one replaced, at every place; Hangul by its jamo."""
    is_hangul = any(map(is_syllable, name))
    letters = to_jamo(name) if is_hangul else name
    slips = dict.fromkeys(_slips(letters, Random(seed)))
    return tuple(slip for slip in dict.fromkeys(map(compose_jamo, slips) if is_hangul else slips) if slip != name)


def _slips(letters: str, chance: Random) -> Iterator[str]:
    for place, letter in enumerate(letters):
        if letter.isalnum():
            yield letters[:place] + letters[place + 1 :]
            yield letters[:place] + chance.choice(_others(letter)) + letters[place + 1 :]
        if place + 1 < len(letters):
            yield letters[:place] + letters[place + 1] + letter + letters[place + 2 :]


def _others(letter: str) -> str:
    """What may be struck in place of a letter."""
    if letter in MEDIALS:
        return MEDIALS.replace(letter, "")
    if script_of(letter) == "hangul":
        return INITIALS.replace(letter, "")
    if script_of(letter) in ("hiragana", "katakana"):
        return KANA.replace(letter, "")
    if script_of(letter) == "kanji":
        return KANJI.replace(letter, "")
    return (LETTERS.upper() if letter.isupper() else LETTERS).replace(letter, "")
