"""Korean particles after any word. The one rule: the last sound decides, as a Korean reader would say the word.

Hangul says it exactly; digits and capitals are read out (KCCI ends in 이); other Latin words go by their spelling.
"""

from __future__ import annotations

import re
import unicodedata

from bot.text.hangul import final_of, is_syllable

_PAIRS = (
    ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("아", "야"), ("으로", "로"), ("으로서", "로서"),
    ("으로부터", "로부터"), ("으로는", "로는"), ("이나", "나"), ("이라", "라"), ("이라는", "라는"), ("이라고", "라고"),
    ("이란", "란"), ("이랑", "랑"), ("이며", "며"), ("이고", "고"), ("이다", "다"), ("이에요", "예요"),
)  # fmt: skip
_CHOICES = {writing: pair for pair in _PAIRS for writing in pair}
_DIGITS = dict(zip("0123456789", ("ㅇ", "ㄹ", "", "ㅁ", "", "", "ㄱ", "ㄹ", "ㄹ", ""), strict=True))
_CAPITALS = {"L": "ㄹ", "M": "ㅁ", "N": "ㄴ", "R": "ㄹ"}
_ASIDE = re.compile(r"(?<=.)\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*$")
_LATIN_END = re.compile(r"[A-Za-z]+$")
_SPOKEN_AS_WORD = re.compile(r"[A-Z]{2,}[AEIOU][CPK]")
_SPELT_ENDINGS = (
    (re.compile(r"(?:le|l)$"), "ㄹ"),
    (re.compile(r"(?:m|[aeiou]me)$"), "ㅁ"),
    (re.compile(r"(?:n|[aeiou]ne)$"), "ㄴ"),
    (re.compile(r"ng$"), "ㅇ"),
    (re.compile(r"(?:ck|[aeiou]c|aek|eok|(?<![aeiou])[aeiou]k)$"), "ㄱ"),
    (re.compile(r"[aeiou][bp]$"), "ㅂ"),
    (re.compile(r"(?<![aeiou])[aeiou]t$"), "ㅅ"),
)


def has_final(text: str) -> bool:
    """Whether the last sound is a consonant."""
    return bool(_final(text))


def ends_in_rieul(text: str) -> bool:
    """Whether the last sound is ㄹ, after which 로 stands instead of 으로."""
    return _final(text) == "ㄹ"


def choose_particle(word: str, particle: str) -> str:
    """The form of a particle after ``word``, whichever form is given; one that never changes stays as it is."""
    pair = _CHOICES.get(particle)
    if pair is None:
        return particle
    after_consonant, after_vowel = pair
    if after_consonant.startswith("으") and ends_in_rieul(word):
        return after_vowel
    return after_consonant if has_final(word) else after_vowel


def with_particle(word: str, particle: str) -> str:
    return word + choose_particle(word, particle)


def _final(text: str) -> str:
    """The letter for the closing consonant of the last sound, or nothing; brackets at the end are not read."""
    spoken = _without_aside(text)
    if not spoken:
        return ""
    last = spoken[-1]
    if is_syllable(last):
        return final_of(last)
    if last in _DIGITS:
        return _DIGITS[last]
    if last in "んンっッ":
        return "ㄴ" if last in "んン" else "ㅅ"
    latin = _LATIN_END.search(spoken)
    return _final_of_latin(latin.group()) if latin is not None else ""


def _without_aside(text: str) -> str:
    """What is read aloud: without brackets at the end and their content, closing quotes, spaces and diacritics."""
    spoken = unicodedata.normalize("NFKC", text[-200:])
    spoken = _ASIDE.sub("", spoken)
    while spoken and not (spoken[-1].isalnum() or spoken[-1] == "%"):
        spoken = spoken[:-1]
    plain = "".join(char for char in unicodedata.normalize("NFD", spoken[-40:]) if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", plain)


def _final_of_latin(word: str) -> str:
    """Capitals are read letter by letter unless they make a word (APEC); other words go by how they end."""
    if word.isupper() and _SPOKEN_AS_WORD.fullmatch(word) is None:
        return _CAPITALS.get(word[-1], "")
    return next((final for ending, final in _SPELT_ENDINGS if ending.search(word.lower())), "")
