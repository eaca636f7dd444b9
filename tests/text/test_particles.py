from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.text.particles import choose_particle, ends_in_rieul, has_final, with_particle


@pytest.mark.parametrize(
    ("word", "topic"),
    [
        ("게이단렌", "은"),
        ("류진 회장", "은"),
        ("대한상의", "는"),
        ("서울", "은"),
        ("KCCI", "는"),
        ("FKI", "는"),
        ("SEAJ", "는"),
        ("KOTRA", "는"),
        ("LG", "는"),
        ("SK", "는"),
        ("KORCHAM", "은"),
        ("AI", "는"),
        ("HTML", "은"),
        ("APEC", "은"),
        ("RCEP", "은"),
        ("MOU", "는"),
        ("Keidanren", "은"),
        ("Toyota", "는"),
        ("Samsung", "은"),
        ("Forum", "은"),
        ("Bank", "는"),
        ("Center", "는"),
        ("Summit", "은"),
        ("Group", "은"),
        ("Club", "은"),
        ("Public", "은"),
        ("Network", "는"),
        ("Institute", "는"),
        ("Google", "은"),
        ("Tōkura", "는"),
        ("Line", "은"),
        ("Week", "는"),
        ("2020", "은"),
        ("2024", "는"),
        ("2025", "는"),
        ("2026", "은"),
        ("57", "은"),
        ("1,574", "는"),
        ("0.5", "는"),
        ("경단련(経団連)", "은"),
        ("대한상의 (KCCI)", "는"),
        ("「경단련」", "은"),
        ("(일본)", "은"),
        ("'회의'", "는"),
        ("50%", "는"),
        ("レンゴン", "은"),
        ("ソニー", "는"),
        ("", "는"),
        ("!!", "는"),
    ],
)
def test_the_last_sound_decides(word: str, topic: str) -> None:
    assert with_particle(word, "은") == with_particle(word, "는") == word + topic
    assert has_final(word) == (topic == "은")


@pytest.mark.parametrize(
    ("word", "particle", "written"),
    [
        ("경단련", "가", "경단련이"),
        ("협회", "이", "협회가"),
        ("협회", "을", "협회를"),
        ("경단련", "와", "경단련과"),
        ("도쿄", "으로", "도쿄로"),
        ("부산", "로", "부산으로"),
        ("서울", "으로", "서울로"),
        ("2021", "으로", "2021로"),
        ("KDDL", "으로", "KDDL로"),
        ("Seoul", "으로", "Seoul로"),
        ("경단련", "나", "경단련이나"),
        ("협회", "이라", "협회라"),
        ("회장", "예요", "회장이에요"),
        ("협회", "이에요", "협회예요"),
        ("류진", "야", "류진아"),
        ("서울", "에서", "서울에서"),
    ],
)
def test_either_writing_of_a_particle_gives_the_right_one(word: str, particle: str, written: str) -> None:
    assert with_particle(word, particle) == written


def test_rieul_is_a_sound_and_not_a_letter() -> None:
    assert all(map(ends_in_rieul, ("서울", "2021", "Oracle")))
    assert not any(map(ends_in_rieul, ("부산", "도쿄")))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_any_word_takes_a_particle(word: str) -> None:
    assert choose_particle(word, "은") in ("은", "는")
