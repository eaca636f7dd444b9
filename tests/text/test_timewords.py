from __future__ import annotations

from collections.abc import Mapping

from bot.text.timewords import TimeWords, unknown_meanings
from tests.text.words import ALL_WORDS, TIMES, SmallLexicon


def _words(*languages: Mapping[str, str]) -> TimeWords:
    return TimeWords.of(SmallLexicon(times) for times in languages)


def _found(normal: str, **times: str) -> list[str]:
    return [normal[word.start : word.end] for word in _words(times).find(normal)]


def test_the_longest_word_is_found() -> None:
    words = _words({"last": "latest", "last year": "year-1"})
    assert [word.meaning for word in words.find("the last year")] == ["year-1"]


def test_a_latin_word_stands_alone() -> None:
    assert _found("nowhere is now", now="now") == ["now"]


def test_other_words_may_be_glued_to_their_neighbours() -> None:
    assert _found("경단련현재회장은", 현재="now") == ["현재"]


def test_a_single_character_may_only_be_glued_to_a_date() -> None:
    assert _found("의전 전 2년전", 전="ago") == ["전", "전"]
    assert _found("今回 今の", 今="now") == ["今"]


def test_words_are_compared_in_normal_form() -> None:
    assert _words({"LAST-year": "year-1"}).meanings == {"last year": "year-1"}


def test_the_first_language_wins_a_word_of_two() -> None:
    both = _words({"a": "now"}, {"a": "past", "b": "past"})
    assert both.meanings == {"a": "now", "b": "past"}


def test_no_words_at_all_find_nothing() -> None:
    assert list(_words().find("now and then")) == []


def test_every_meaning_of_the_tests_is_known_and_others_are_told() -> None:
    assert [unknown_meanings(times) for times in TIMES.values()] == [(), (), ()]
    assert unknown_meanings({"now": "now", "soon": "soonish", "then": "at-once"}) == ("soon", "then")


def test_numbers_and_ordinals_count_from_one() -> None:
    assert (ALL_WORDS.numbers["two"], ALL_WORDS.numbers["이"], ALL_WORDS.ordinals["third"]) == (2, 2, 3)
    assert ALL_WORDS.tens["fifty"] == 50
