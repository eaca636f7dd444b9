from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.text.keyboard import from_keyboard, to_keyboard


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [
        ("rudeksfus", "경단련"),
        ("ghlwkd", "회장"),
        ("eogkstkdrhdghldmlth", "대한상공회의소"),
        ("RkEn", "까뚜"),
        ("rkqt", "값"),
        ("dhksfy", "완료"),
        ("rudeksfus ghlwkd 2024?", "경단련 회장 2024?"),
    ],
)
def test_latin_keys_spell_hangul(keys: str, hangul: str) -> None:
    assert from_keyboard(keys) == hangul
    assert to_keyboard(hangul) == keys


@pytest.mark.parametrize(
    ("hangul", "keys"), [("ㅏ댱무ㄱ두", "keidanren"), ("ㅏㅊ챠", "kcci"), ("랴", "fi"), ("랴ㅏ", "fik")]
)
def test_hangul_gives_back_the_latin_keys(hangul: str, keys: str) -> None:
    assert to_keyboard(hangul) == keys


@settings(max_examples=200, deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyz RETQWOP2", max_size=20))
def test_both_ways_undo_each_other(keys: str) -> None:
    assert to_keyboard(from_keyboard(keys)) == keys
