from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.rich import Span
from bot.rendering.split import split


def texts(*parts: str, limit: int) -> list[str]:
    return ["".join(span.text for span in page) for page in split([Span(part) for part in parts], limit)]


def test_a_text_that_fits_is_not_cut() -> None:
    assert texts("one two", limit=7) == ["one two"]


def test_it_cuts_at_the_best_pause_a_reader_makes() -> None:
    assert texts("A is b.\n\nC is d. E is f.", limit=17) == ["A is b.", "C is d. E is f."]
    assert texts("AB is c. DE is f, g", limit=14) == ["AB is c.", "DE is f, g"]
    assert texts("会長はAです。副会長はBです。", limit=12) == ["会長はAです。", "副会長はBです。"]


def test_a_text_without_pauses_is_cut_at_the_limit() -> None:
    assert texts("abcdefgh", limit=3) == ["abc", "def", "gh"]


def test_an_accent_stays_with_its_letter_and_a_joined_sign_in_one_piece() -> None:
    assert texts("abe\u0301f", limit=3) == ["ab", "e\u0301f"]
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert texts("ab" + family, limit=5) == ["ab", family]


def test_marks_without_end_are_cut_rather_than_kept_for_ever() -> None:
    assert max(len(page) for page in texts("a" + "\u0301" * 500, limit=100)) == 100


def test_a_look_goes_on_after_the_cut() -> None:
    pages = split([Span("a b", href="https://a.example"), Span(" c")], 3)
    assert pages == ((Span("a b", href="https://a.example"),), (Span("c"),))


@given(st.lists(st.text(max_size=40), max_size=5), st.integers(1, 20))
def test_cutting_loses_only_space_at_the_edges(parts: list[str], limit: int) -> None:
    pages = texts(*parts, limit=limit)
    assert all(page == page.strip() and 0 < len(page) <= limit for page in pages)
    assert "".join("".join(page.split()) for page in pages) == "".join("".join(parts).split())
    assert all(unicodedata.category(char) != "Cs" for page in pages for char in page)
