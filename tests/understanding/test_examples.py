from __future__ import annotations

from bot.understanding.examples import build_examples, filled, masked_text
from bot.understanding.interpreting import Interpreter
from bot.understanding.subjects import group_of
from tests.understanding.words import TODAY


def masked(interpreter: Interpreter, text: str) -> str:
    return masked_text(interpreter.read(text, TODAY, "en"), lambda id_: group_of(interpreter.knowledge, id_))


def test_slots_are_filled_with_names() -> None:
    assert filled("{body} and {body2} in {year}", {"body": "A", "body2": "B", "year": "2021"}) == "A and B in 2021"


def test_names_of_one_group_look_the_same(interpreter: Interpreter) -> None:
    assert masked(interpreter, "Who leads EFED?") == masked(interpreter, "who leads the Western Federation").replace(
        " the", ""
    )
    assert masked(interpreter, "EFED") != masked(interpreter, "Mori Taro")


def test_a_year_and_a_relative_time_look_the_same(interpreter: Interpreter) -> None:
    assert masked(interpreter, "chairman 2024") == masked(interpreter, "chairman last year")


def test_an_example_is_most_like_itself(interpreter: Interpreter) -> None:
    index = interpreter.examples("en")
    reading = interpreter.read("Who leads EFED?", TODAY, "en")
    likeness = index.similarities(index.features_of(masked(interpreter, "Who leads EFED?"), reading.concepts))
    assert max(likeness, key=lambda intent: likeness[intent]) == "leader"
    assert all(0 <= value <= 1.0001 for value in likeness.values())


def test_an_example_left_out_says_nothing(interpreter: Interpreter) -> None:
    reading = interpreter.read("Who leads EFED?", TODAY, "en")
    index = build_examples([("leader", "Who leads {body}?", reading, masked(interpreter, "Who leads EFED?"))])
    features = index.features_of(masked(interpreter, "Who leads EFED?"), reading.concepts)
    assert index.similarities(features)["leader"] > 0.99
    assert index.similarities(features, skip="Who leads {body}?") == {}


def test_no_examples_are_like_nothing() -> None:
    index = build_examples([])
    assert index.similarities(index.features_of("who", ["who"])) == {}
