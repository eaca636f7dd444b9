from __future__ import annotations

import pytest

from bot.text.normalise import normalise
from bot.text.ordinals import find_ordinals
from tests.text.words import ALL_WORDS


def _numbers(question: str) -> list[int]:
    return [found.number for found in find_ordinals(normalise(question).text, ALL_WORDS)]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("the 57th meeting", 57),
        ("제57회 한일경제인회의", 57),
        ("57회", 57),
        ("57차 회의", 57),
        ("第57回", 57),
        ("57回", 57),
        ("32nd", 32),
        ("제14대 회장", 14),
        ("14대 회장", 14),
        ("第14代会長", 14),
        ("제 3대 회장", 3),
        ("fifty-seventh", 57),
        ("the first chair", 1),
        ("두 번째 회의", 2),
        ("세번째", 3),
        ("二回目", 2),
        ("第二回", 2),
        ("2番目", 2),
        ("제57", 57),
        ("제2회의 결과", 2),
    ],
)
def test_a_place_in_a_row_is_read(question: str, number: int) -> None:
    assert _numbers(question) == [number]


@pytest.mark.parametrize(
    "question",
    [
        "29th of May 2025",
        "May 29th",
        "may the 29th",
        "2차전지",
        "이차전지 협력",
        "3차례",
        "4대 그룹",
        "6대 경제단체",
        "60th anniversary",
        "이 회의",
        "2024년",
        "57",
        "3回答",
        "0th",
        "1234th",
        "10대 그룹",
        "次の会議",
        "二次電池",
    ],
)
def test_days_counts_and_kinds_are_no_ordinals(question: str) -> None:
    assert _numbers(question) == []


def test_the_place_of_an_ordinal_leaves_out_what_follows() -> None:
    (found,) = find_ordinals("제57회 회의", ALL_WORDS)
    assert (found.start, found.end) == (0, 4)
