from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.text.script import Run, script_of, script_runs, scripts_of


@pytest.mark.parametrize(
    ("chars", "script"),
    [
        ("aZéｋ", "latin"),
        ("가힣ㄱㅏᄀ", "hangul"),
        ("あん", "hiragana"),
        ("アンｱー", "katakana"),
        ("漢々\U00020bb7\uf900", "kanji"),
        ("09９", "digit"),
        (" .・×א🎉\ud800", "other"),
    ],
)
def test_each_character_is_in_one_script(chars: str, script: str) -> None:
    assert [script_of(char) for char in chars] == [script] * len(chars)


def test_spaces_and_signs_are_no_script() -> None:
    assert scripts_of("KCCI 회장, 2024!") == {"latin", "hangul", "digit"}


def test_runs_part_a_name_from_its_particle() -> None:
    assert list(script_runs("経団連の会長")) == [Run("kanji", 0, 3), Run("hiragana", 3, 4), Run("kanji", 4, 6)]


def test_a_long_vowel_stays_with_the_kana_before_it() -> None:
    assert [run.script for run in script_runs("らーめんラーメン")] == ["hiragana", "katakana"]


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_runs_cover_the_text(text: str) -> None:
    assert "".join(text[run.start : run.end] for run in script_runs(text)) == text
