from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.text.hangul import compose_jamo, final_of, to_jamo

_SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=8)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("경단련", "ㄱㅕㅇㄷㅏㄴㄹㅕㄴ"),
        ("KCCI 회장", "KCCI ㅎㅗㅣㅈㅏㅇ".replace("ㅗㅣ", "ㅚ")),
        ("값", "ㄱㅏㅄ"),
        ("ㅋ", "ㅋ"),
    ],
)
def test_syllables_become_letters_and_the_rest_stays(text: str, letters: str) -> None:
    assert to_jamo(text) == letters


def test_a_letter_is_the_same_first_and_last() -> None:
    assert to_jamo("각") == "ㄱㅏㄱ"


@settings(max_examples=200, deadline=None)
@given(_SYLLABLES)
def test_letters_spell_the_syllables_again(text: str) -> None:
    assert compose_jamo(to_jamo(text)) == text


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=20))
def test_composing_never_fails(text: str) -> None:
    compose_jamo(to_jamo(text))


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ("ㄱㅕㅇㄷㅏㄴㄹㅕㄴ", "경단련"),
        ("ㄱㅏㄱㅅ", "갃"),
        ("ㄱㅏㄱㅅㅏ", "각사"),
        ("ㄱㅏㄲㅏ", "가까"),
        ("ㄱㅗㅏ", "과"),
        ("ㅋㅋ", "ㅋㅋ"),
    ],
)
def test_a_vowel_takes_the_consonant_before_it(letters: str, text: str) -> None:
    assert compose_jamo(letters) == text


@pytest.mark.parametrize(("char", "final"), [("련", "ㄴ"), ("회", ""), ("값", "ㅄ"), ("a", ""), ("ㄱ", "")])
def test_only_a_syllable_has_a_final(char: str, final: str) -> None:
    assert final_of(char) == final
