from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.knowledge import LANGS, Lang
from bot.text.dates import FoundTime, find_times
from bot.text.normalise import normalise
from bot.text.ordinals import find_ordinals
from tests.text.words import ALL_WORDS, MONTHS, TIMES, time_words

_TODAY = date(2026, 11, 23)


def _written(found: FoundTime) -> str:
    """A time as ``when date..until``."""
    said = "" if found.time.date is None else f" {found.time.date}"
    until = "" if found.time.until is None else f"..{found.time.until}"
    return f"{found.time.when}{said}{until}"


def _times(question: str) -> list[str]:
    return [_written(found) for found in find_times(normalise(question).text, ALL_WORDS, _TODAY)]


@pytest.mark.parametrize(
    ("question", "time"),
    [
        ("who led Keidanren in 2024?", "at 2024"),
        ("경단련2024년회장", "at 2024"),
        ("2024年の会長は誰", "at 2024"),
        ("who was chair on 29 May 2025", "at 2025-05-29"),
        ("現在の会長", "now"),
        ("in the 1990s", "at 1990..1999"),
        ("until 2024", "at 2024"),
        ("2024년까지", "at 2024"),
    ],
)
def test_a_date_is_found_within_a_question(question: str, time: str) -> None:
    assert _times(question) == [time]


@pytest.mark.parametrize(
    ("question", "time"),
    [
        ("since 2024", "since 2024"),
        ("2024년부터", "since 2024"),
        ("2024년 이후", "since 2024"),
        ("2024年から", "since 2024"),
        ("2024年以降の会議", "since 2024"),
        ("since May 2023", "since 2023-05"),
        ("since the 1990s", "since 1990"),
        ("since last year", "since 2025"),
        ("작년 5월부터", "since 2025-05"),
        ("from 2019 to now", "since 2019"),
        ("2019년부터 지금까지", "since 2019"),
        ("before 2020", "before 2020"),
        ("2020년 이전", "before 2020"),
        ("2020年以前", "before 2020"),
        ("after the 1990s", "after 1999"),
    ],
)
def test_a_word_beside_a_date_says_how_it_is_meant(question: str, time: str) -> None:
    assert _times(question) == [time]


@pytest.mark.parametrize(
    "question",
    [
        "between 2019 and 2021",
        "2019~2021",
        "2019 ~ 2021년",
        "2019–2021",
        "2019-21",
        "2019년부터 2021년까지",
        "2019年から2021年まで",
        "2019年〜2021年",
        "from 2019 to 2021",
        "2019 to 2021",
        "2019년과 2021년 사이",
        "2019年と2021年の間",
    ],
)
def test_two_dates_make_a_span(question: str) -> None:
    assert _times(question) == ["at 2019..2021"]


def test_two_years_side_by_side_are_two_times() -> None:
    assert _times("2019 and 2021") == ["at 2019", "at 2021"]
    assert _times("from 2021 to 2019") == ["since 2021", "at 2019"]


def test_the_place_of_a_time_holds_the_words_that_belong_to_it() -> None:
    normal = normalise("KCCI 회장 2019년부터 2021년까지 누구").text
    (found,) = find_times(normal, ALL_WORDS, _TODAY)
    assert normal[found.start : found.end] == "2019년부터 2021년까지"


def test_a_word_alone_is_a_time_but_one_that_joins_is_not() -> None:
    assert _times("who came before Tokura") == ["before"]
    assert _times("from Seoul to Tokyo in between and since") == []


@pytest.mark.parametrize(
    "question",
    [
        "57th meeting",
        "제57회 회의",
        "第57回",
        "57차 회의",
        "1,574 companies",
        "2000명",
        "2,000 members",
        "may i ask who leads KCCI",
        "KCCI",
        "",
        "2차전지",
        "the march of the companies",
    ],
)
def test_counts_ordinals_and_other_words_are_no_times(question: str) -> None:
    assert _times(question) == []


@pytest.mark.parametrize("lang", LANGS)
def test_years_need_no_words(lang: Lang) -> None:
    found = find_times("2024", time_words(lang), _TODAY)
    assert [_written(one) for one in found] == ["at 2024"]


_PIECES = [*(word for times in TIMES.values() for word in times), *(name for names in MONTHS["en"] for name in names)]
_PIECES += [
    "2024",
    "2019",
    "~",
    "-",
    "5월",
    "29일",
    "제",
    "57",
    "회",
    "年",
    "th",
    " ",
    "令和",
    "元",
    "5",
    "/",
    ".",
    "02",
    "30",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=10).map("".join) | st.text(max_size=30), st.dates())
def test_times_and_ordinals_lie_within_the_text_and_never_overlap(text: str, today: date) -> None:
    normal = normalise(text).text
    times, ordinals = find_times(normal, ALL_WORDS, today), find_ordinals(normal, ALL_WORDS)
    for spans in ([(one.start, one.end) for one in times], [(one.start, one.end) for one in ordinals]):
        assert all(0 <= start < end <= len(normal) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(one.time.date is not None for one in times if one.time.when in ("at", "since"))
