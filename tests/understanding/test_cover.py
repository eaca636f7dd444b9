from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.base import KnowledgeBase
from bot.text.normalise import compact
from bot.understanding.cover import Cover, Fixed, Glyphs, cover
from bot.understanding.vocabulary import build_vocabulary
from tests.understanding.words import field_of_six

VOCABULARY = build_vocabulary(field_of_six())


def covered(text: str, *fixed: Fixed) -> Cover:
    written = compact(text)
    return cover(Glyphs(written.text, written.scripts, written.starts), VOCABULARY, fixed)


def kinds(text: str) -> list[str]:
    return [piece.kind for piece in covered(text).pieces]


def names(text: str) -> list[str]:
    return [
        use.entity_id
        for piece in covered(text).pieces
        if piece.kind == "name" and piece.entry
        for use in piece.entry.uses
    ]


@given(st.text(max_size=40))
def test_pieces_join_without_gap_from_end_to_end(text: str) -> None:
    pieces = covered(text).pieces
    assert [piece.start for piece in pieces[1:]] == [piece.end for piece in pieces[:-1]]
    if pieces:
        assert (pieces[0].start, pieces[-1].end) == (0, len(compact(text).text))


def test_nothing_is_covered_by_nothing() -> None:
    assert covered("") == Cover((), 0.0)


def test_a_particle_is_not_part_of_a_name() -> None:
    assert kinds("동부연합회는") == ["name", "particle"]
    assert kinds("東部連合会の会長は") == ["name", "particle", "word", "particle"]


def test_a_particle_needs_something_to_hang_on() -> None:
    assert kinds("은")[0] == "unknown"


def test_unknown_latin_words_are_taken_whole() -> None:
    pieces = covered("zwhoz leads").pieces
    assert [(piece.kind, piece.start, piece.end) for piece in pieces] == [("unknown", 0, 5), ("word", 5, 10)]


def test_a_latin_name_inside_a_longer_word_is_no_name() -> None:
    assert names("refederation efedx hbo") == []


def test_latin_words_run_together_are_read_where_all_of_it_is_known() -> None:
    assert names("easternfederationchairman") == ["east"]


def test_katakana_inside_a_longer_word_is_no_name() -> None:
    assert names("ハーバーの会長") == ["bureau"]
    assert names("ハーバーサイドの会長") == []
    assert names("スーパーハーバーの会長") == []


def test_a_name_is_found_between_scripts() -> None:
    assert names("EFED회장") == ["east"]
    assert names("EFEDの会長") == ["east"]


def test_spaces_within_a_name_do_not_matter() -> None:
    assert names("동부 연합회 회장") == ["east"]


def test_a_time_read_beforehand_is_kept_whole() -> None:
    pieces = covered("leads 2024", Fixed(5, 9, "time")).pieces
    assert [piece.kind for piece in pieces] == ["word", "time"]


def test_what_explains_more_costs_less() -> None:
    assert covered("동부연합회 회장").cost < covered("동부연합희 회장").cost


@pytest.mark.parametrize("text", ["동부연합회 회장 누구", "東部連合会の会長は誰", "who leads the Eastern Federation"])
def test_a_plain_question_is_explained_to_the_end(text: str, field: KnowledgeBase) -> None:
    assert "unknown" not in kinds(text)
