"""Hangul syllables and their letters. The one rule: a letter is written the same wherever it stands in a syllable.

So ㄱ first and ㄱ last are one letter, and a distance between letter strings counts slips of the finger.
"""

from __future__ import annotations

from functools import lru_cache

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"

_FIRST, _LAST = 0xAC00, 0xD7A3
_DOUBLE_MEDIALS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}
_DOUBLE_FINALS = {
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
SINGLE_LETTERS = {double: pair for pair, double in (_DOUBLE_MEDIALS | _DOUBLE_FINALS).items()}
"""A letter that is typed with two strokes → those two letters."""

_HEARD = {
    letter: row[0]
    for row in (
        "ㄱㄲㅋ",
        "ㄷㄸㅌ",
        "ㅂㅃㅍ",
        "ㅅㅆㅈㅉㅊ",
        "ㅐㅔㅒㅖ",
        "ㅏㅑ",
        "ㅓㅕ",
        "ㅗㅛ",
        "ㅜㅠ",
        "ㅚㅙㅞㅟ",
        "ㅣㅢ",
    )
    for letter in row
}
_CLOSING = dict.fromkeys("ㄷㅌㅅㅆㅈㅊㅎ", "ㅅ") | {"ㄹ": "ㄴ"}


def is_syllable(char: str) -> bool:
    return _FIRST <= ord(char) <= _LAST


@lru_cache(maxsize=16384)
def letters_of(char: str) -> str:
    """The two or three letters of a syllable; any other character stands for itself."""
    if not is_syllable(char):
        return char
    rest, final = divmod(ord(char) - _FIRST, len(FINALS) + 1)
    initial, medial = divmod(rest, len(MEDIALS))
    return INITIALS[initial] + MEDIALS[medial] + (FINALS[final - 1] if final else "")


def final_of(char: str) -> str:
    """The letter that closes a syllable, or nothing."""
    return letters_of(char)[2:] if is_syllable(char) else ""


def sound_key(text: str) -> str:
    """Letters with those that are easily written for each other as one: plain, tense and aspirated consonants, vowels
    and closing letters that sound alike. Equal keys are ways to write one sound."""
    return "".join(map(_heard, text))


@lru_cache(maxsize=4096)
def _heard(char: str) -> str:
    letters = letters_of(char)
    if len(letters) == 1:
        return letters
    return _HEARD.get(letters[0], letters[0]) + _HEARD.get(letters[1], letters[1]) + _closing(letters[2:])


def _closing(letter: str) -> str:
    return _CLOSING.get(letter, _HEARD.get(letter, letter))


def to_jamo(text: str) -> str:
    """Syllables as their letters, for measuring distance; other characters unchanged."""
    return "".join(map(letters_of, text))


def compose_jamo(letters: str) -> str:
    """Letters as the syllables they spell, as a Korean keyboard puts them together; other characters unchanged."""
    written: list[str] = []
    position = 0
    while position < len(letters):
        syllable, position = _syllable_at(letters, position)
        written.append(syllable)
    return "".join(written)


def _syllable_at(letters: str, start: int) -> tuple[str, int]:
    """The syllable (or lone character) that begins at ``start``, and where the next one does."""
    if letters[start] not in INITIALS:
        return _medial_at(letters, start) or (letters[start], start + 1)
    found = _medial_at(letters, start + 1)
    if found is None:
        return letters[start], start + 1
    medial, end = found
    final, end = _final_at(letters, end)
    code = (INITIALS.index(letters[start]) * len(MEDIALS) + MEDIALS.index(medial)) * (len(FINALS) + 1)
    return chr(_FIRST + code + (FINALS.index(final) + 1 if final else 0)), end


def _medial_at(letters: str, start: int) -> tuple[str, int] | None:
    double = _DOUBLE_MEDIALS.get(letters[start : start + 2])
    if double is not None:
        return double, start + 2
    single = letters[start : start + 1]
    return (single, start + 1) if single and single in MEDIALS else None


def _final_at(letters: str, start: int) -> tuple[str, int]:
    """The closing letter, but for a consonant that the next vowel takes with it."""
    double = _DOUBLE_FINALS.get(letters[start : start + 2])
    if double is not None and not _is_medial(letters, start + 2):
        return double, start + 2
    single = letters[start : start + 1]
    if single and single in FINALS and not (single in INITIALS and _is_medial(letters, start + 1)):
        return single, start + 1
    return "", start


def _is_medial(letters: str, position: int) -> bool:
    return position < len(letters) and letters[position] in MEDIALS
