from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.dates import PartialDate
from bot.model.understanding import Time
from bot.understanding.interpreting import Interpreter
from bot.understanding.reading import Reader
from tests.understanding.words import TODAY, field_of_six

READER = Reader.of(field_of_six())


@given(
    st.one_of(
        st.text(max_size=30), st.text(alphabet="동부연합회회장는東部連合会の EFEDfedration leads？!　", max_size=30)
    )
)
@settings(max_examples=150)
def test_offsets_point_into_the_utterance(text: str) -> None:
    for segment in READER.read(text, TODAY).segments:
        assert text[segment.start : segment.end] == segment.text
        if segment.mention is not None:
            assert text[segment.mention.start : segment.mention.end] == segment.mention.text


def test_a_mention_is_quoted_as_it_was_written() -> None:
    (mention,) = READER.read("  Ｅａｓｔｅｒｎ　FEDERATION's chairman?", TODAY).mentions
    assert mention.text == "Ｅａｓｔｅｒｎ　FEDERATION"
    assert mention.alias == "Eastern Federation"


def test_a_repair_tells_which_word_was_read_as_which() -> None:
    reading = READER.read("who leads the Eastern Fedration", TODAY)
    (repair,) = reading.repairs
    assert "fedration" in repair.casefold()
    assert "federation" in repair.casefold()
    assert reading.unknown == ()


def test_what_is_known_needs_no_repair() -> None:
    assert READER.read("who leads the Eastern Federation", TODAY).repairs == ()


def test_a_korean_word_typed_on_a_latin_keyboard_is_read() -> None:
    reading = READER.read("EFED ghlwkd", TODAY)
    assert reading.concepts == {"head"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("who leads EFED", "en"),
        ("EFED 회장 누구야", "ko"),
        ("EFEDの会長は誰ですか", "ja"),
        ("東部連合会 회장 누구야", "ko"),
    ],
)
def test_the_language_is_judged_by_script_and_words(text: str, lang: str) -> None:
    assert READER.read(text, TODAY).lang == lang


def test_what_shows_no_language_takes_the_default() -> None:
    assert READER.read("2024?", TODAY, "ja").lang == "ja"


def test_a_word_for_the_head_behind_a_name_counts() -> None:
    assert READER.read("동부연합회장은 누구", TODAY).concepts == {"head", "who"}


def test_a_time_is_told_as_a_date() -> None:
    assert READER.read("동부연합회 작년 회장", TODAY).time == Time("at", PartialDate(2025))


def test_what_no_entry_explains_is_unknown_as_written() -> None:
    assert READER.read("Zebra chairman of EFED", TODAY).unknown == ("Zebra",)


@pytest.mark.parametrize(("text", "id_"), [("Mori before", "mori"), ("모리 전에", "mori")])
def test_a_family_name_stands_for_its_bearer(interpreter: Interpreter, text: str, id_: str) -> None:
    (mention,) = interpreter.read(text, TODAY, "en").mentions
    assert (mention.entity_ids, mention.rule) == ((id_,), "family")


def test_a_short_family_name_is_not_guessed_at() -> None:
    assert READER.read("who leads Morri", TODAY).mentions == ()
