from __future__ import annotations

import io
import json
import logging
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.transports import jsonl
from bot.transports.asking import Asker
from tests.answerers import NOON, echo

CONTRACT: dict[str, Any] = {
    "id": int,
    "status": str,
    "intent": str,
    "language": str,
    "text": str,
    "entities": list,
    "facts": list,
    "sources": list,
    "as_of": (str, type(None)),
    "choices": list,
    "suggestions": list,
    "confidence": float,
    "elapsed_ms": float,
}


def asker() -> Asker:
    return Asker(echo, date(2026, 11, 25), lambda: NOON)


def served(*lines: bytes) -> list[dict[str, Any]]:
    out = io.BytesIO()
    jsonl.serve(lines, out, asker())
    return [json.loads(line) for line in out.getvalue().decode("utf-8").splitlines()]


def line(text: str, session: str = "a", id_: Any = 1, **more: Any) -> bytes:
    return json.dumps({"id": id_, "session": session, "text": text, **more}).encode()


def test_an_answer_has_the_agreed_shape() -> None:
    (answer,) = served(line("sourced"))
    assert list(answer) == list(CONTRACT)
    for name, kind in CONTRACT.items():
        assert isinstance(answer[name], kind), name
    assert answer["text"] == "0: sourced\nAs of 2 June 2025.\nSource: somebody, 2 June 2025"
    assert answer["entities"] == [
        {
            "id": "east",
            "type": "organization",
            "name": "The East",
            "matched": "sourced",
            "start": 0,
            "end": 7,
            "score": 0.938,
        }
    ]
    assert [source["published"] for source in answer["sources"]] == ["2025-06-02", None]
    assert answer["facts"] == ["east-chair"]


def test_choices_have_an_id_and_a_label() -> None:
    (answer,) = served(line("which?"))
    assert answer["status"] == "clarify"
    assert answer["choices"] == [{"id": "east", "label": "The east"}, {"id": "west", "label": "The west"}]


def test_lines_of_one_session_are_one_conversation() -> None:
    answers = served(line("one"), line("two", "b"), line("three"), line("four", "b"))
    assert [answer["text"] for answer in answers] == ["0: one", "0: two", "1: three", "1: four"]


def test_any_id_comes_back_as_it_was() -> None:
    ids: list[Any] = [0, "x", None, 1.5, [1, {"a": "b"}], {"k": None}, True]
    assert [answer["id"] for answer in served(*(line("hi", id_=id_) for id_ in ids))] == ids


@pytest.mark.parametrize("depth", [10, 500, 900, 950, 990, 1000, 3000, 5000, 9000, 20_000])
def test_a_deep_id_comes_back_or_is_an_error(depth: int) -> None:
    (answer,) = served(b'{"id": ' + b"[" * depth + b"]" * depth + b', "session": "a", "text": "hi"}')
    assert ("error" in answer) == (answer["id"] is None)


def test_the_language_of_a_line_is_asked_for() -> None:
    assert [answer["language"] for answer in served(line("hi", lang="ko"), line("hi", lang=None))] == ["ko", "en"]


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"\n",
        b"not json",
        b"[1, 2]",
        b'"text"',
        b"{}",
        b'{"id": 1, "text": "no session"}',
        b'{"session": "a", "text": "no id"}',
        b'{"id": 1, "session": "a"}',
        b'{"id": 1, "session": "a", "text": null}',
        b'{"id": 1, "session": 7, "text": "x"}',
        b'{"id": 1, "session": "a", "text": "x", "lang": "fr"}',
        b'{"id": NaN, "session": "a", "text": "x"}',
        b'{"id": 1e999, "session": "a", "text": "x"}',
        b'{"id": ' + b"9" * 5000 + b', "session": "a", "text": "x"}',
        b'{"id": ' + b"[" * 100_000 + b"]" * 100_000 + b', "session": "a", "text": "x"}',
        b"\x00\xff",
    ],
)
def test_a_bad_line_gets_an_error_and_the_next_is_read(bad: bytes) -> None:
    error, answer = served(bad, line("next"))
    assert set(error) == {"id", "error"}
    assert error["id"] is None
    assert error["error"]
    assert answer["text"] == "0: next"


def test_bytes_that_are_no_text_are_answered_all_the_same() -> None:
    (answer,) = served(b'{"id": 1, "session": "a", "text": "caf\xe9"}')
    assert answer["text"] == "0: caf�"


def test_a_lone_surrogate_leaves_as_valid_json() -> None:
    (answer,) = served(b'{"id": "\\udfff", "session": "\\ud800", "text": "a\\ud800b"}')
    assert answer["text"] == "0: a\ud800b"
    assert answer["id"] == "\udfff"


def test_text_leaves_readable() -> None:
    out = io.BytesIO()
    jsonl.serve([line("경단련")], out, asker())
    assert "경단련" in out.getvalue().decode("utf-8")


def test_a_question_that_breaks_the_engine_is_an_error_of_that_line_only(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        before, broken, after = served(line("one"), line("boom", id_=7), line("two"))
    assert broken["id"] == 7
    assert "must not be shown" not in broken["error"]
    assert [before["text"], after["text"]] == ["0: one", "1: two"]
    assert "LookupError" in caplog.text


def test_each_answer_is_out_before_the_next_line_is_read() -> None:
    out = io.BytesIO()

    def lines() -> Any:
        for number in range(3):
            assert out.getvalue().count(b"\n") == number
            yield line("hi")

    jsonl.serve(lines(), out, asker())


def test_sessions_forgotten_anyway_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "FIRST_SWEEP", 4)
    clock = iter(NOON + timedelta(minutes=10 * step) for step in range(100))
    out = io.BytesIO()
    lines = [line("hi", str(number)) for number in range(4)] + [line("again", "3"), line("again", "0")]
    jsonl.serve(lines, out, Asker(echo, None, lambda: next(clock)))
    texts = [json.loads(answer)["text"] for answer in out.getvalue().splitlines()]
    assert texts[-2:] == ["1: again", "0: again"]


@given(st.lists(st.one_of(st.binary(max_size=60).filter(lambda raw: b"\n" not in raw), st.text(max_size=40).map(line))))
def test_one_line_out_for_each_line_in(lines: list[bytes]) -> None:
    assert len(served(*lines)) == len(lines)


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_at_all_is_answered(text: str) -> None:
    (answer,) = served(line(text.replace("boom", "")))
    assert "error" not in answer
