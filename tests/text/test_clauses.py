from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.clauses import clauses, parts_to_try, sentences


@given(st.text(alphabet="ab 1.,:;?!。、？\n-–é한日", max_size=40))
def test_a_part_keeps_its_place(text: str) -> None:
    for part in (*sentences(text), *clauses(text)):
        assert len(part) == len(text)
        assert all(kept in (" ", written) for kept, written in zip(part, text, strict=True))


@given(st.text(alphabet="ab 1.,:;?!。、？\n-–é한日", max_size=40))
def test_no_word_is_lost_or_told_twice(text: str) -> None:
    for parts in (sentences(text), clauses(text)):
        for index, written in enumerate(text):
            assert sum(part[index] == written for part in parts if written.isalnum()) == int(written.isalnum())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I met Ryu. Who is he?", ["I met Ryu.", "Who is he?"]),
        ("류진을 만났어. 누구야?", ["류진을 만났어.", "누구야?"]),
        ("柳津に会いました。誰ですか？", ["柳津に会いました。", "誰ですか？"]),
        ("one\ntwo", ["one", "two"]),
        ("Is it 3.5?", ["Is it 3.5?"]),
        ("...", []),
        ("", []),
    ],
)
def test_a_message_falls_into_sentences(text: str, found: list[str]) -> None:
    assert [part.strip() for part in sentences(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By the way, who leads it?", ["By the way,", "who leads it?"]),
        ("질문: 회장은 누구", ["질문:", "회장은 누구"]),
        ("ところで、会長は誰", ["ところで、", "会長は誰"]),
        ("Hi - who is it", ["Hi -", "who is it"]),
        ("Korea-Japan", ["Korea-Japan"]),
    ],
)
def test_clauses_are_parted_at_commas_colons_and_dashes_too(text: str, found: list[str]) -> None:
    assert [part.strip() for part in clauses(text)] == found


def test_the_parts_of_a_message_are_tried_from_its_end_and_none_twice() -> None:
    text = "One. Two, three."
    assert [part.strip() for part in parts_to_try(text)] == ["Two, three.", "One.", "three.", "Two,"]


@pytest.mark.parametrize("text", ["Who leads it? " + "Talk, and talk. " * 250, "a, " * 1400, "a?" * 2000])
def test_of_a_long_text_the_first_and_the_last_parts_are_tried(text: str) -> None:
    parts = [part.strip() for part in parts_to_try(text)]
    assert sum(map(len, parts)) < 600
    assert any(text.startswith(part) for part in parts)
    assert text.rstrip().endswith(parts[0])


def test_a_stretch_longer_than_any_question_is_not_tried() -> None:
    assert list(parts_to_try("word " * 800)) == []
