from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.transports import terminal
from bot.transports.console import Console, Shown, Talk
from bot.transports.terminal import NameCompleter, styled, wrapped
from tests.transports.test_console import console

NAMES = ("Keidanren", "Keizai Doyukai", "경단련", "経団連", "日本経済団体連合会")


@pytest.fixture
def typing() -> Iterator[PipeInput]:
    """A terminal that shows nothing; what is sent to it is typed."""
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that the console gets."""
    lines: list[str] = []
    take = Console.take

    def noting(self: Console, line: str, talk: Talk) -> tuple[Talk, Shown]:
        lines.append(line)
        return take(self, line, talk)

    monkeypatch.setattr(Console, "take", noting)
    return lines


def completed(text: str) -> list[str]:
    found = NameCompleter(NAMES).get_completions(Document(text), CompleteEvent())
    return [text[: len(text) + each.start_position] + each.text for each in found]


def test_commands_are_completed_at_the_start_of_a_line() -> None:
    assert completed("/s") == ["/sources"]
    assert completed("/lang ") == ["/lang en", "/lang ko", "/lang ja", "/lang auto"]
    assert completed("who /s") == []


def test_names_are_completed_anywhere_and_whatever_the_case() -> None:
    assert completed("who leads kei") == ["who leads Keidanren", "who leads Keizai Doyukai"]
    assert completed("Keizai d") == ["Keizai Doyukai"]


def test_a_latin_name_is_completed_at_the_edge_of_a_word_only() -> None:
    assert completed("monkei") == []


def test_names_without_spaces_between_words_are_completed() -> None:
    assert completed("그럼 경단") == ["그럼 경단련"]
    assert completed("では日本経") == ["では日本経済団体連合会"]


def test_nothing_is_completed_from_nothing() -> None:
    assert completed("") == []
    assert completed("who leads ") == []


def test_suggestions_are_numbered() -> None:
    text = "".join(part for _, part in styled(Shown("An answer.\nA note.", ("Why?", "And then?"))))
    assert text == "An answer.\nA note.\n  1› Why?\n  2› And then?"


def test_lines_are_broken_between_words_by_the_columns_they_take() -> None:
    assert wrapped("one two three\nfour", 8) == "one two\nthree\nfour"
    assert wrapped("경단련 회장", 8) == "경단련\n회장"
    assert wrapped("  1. https://example.org/very-long", 8) == "  1.\nhttps://example.org/very-long"


def test_ctrl_c_clears_the_line_and_ctrl_d_leaves(typing: PipeInput, taken: list[str], tmp_path: Path) -> None:
    typing.send_text("half a quest\x03one\r\x04")
    terminal.converse(console(), Talk(), NAMES, tmp_path / "new" / "history")
    assert taken == ["one", "/quit"]


def test_a_blank_line_is_no_question(typing: PipeInput, taken: list[str]) -> None:
    typing.send_text("\r  \r/quit\r")
    terminal.converse(console(), Talk(), NAMES, None)
    assert taken == ["/quit"]


def test_the_history_is_for_its_owner_only(typing: PipeInput, tmp_path: Path) -> None:
    typing.send_text("one\r\x04")
    history = tmp_path / "data" / "history"
    terminal.converse(console(), Talk(), NAMES, history)
    assert "one" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0


def test_without_a_place_for_its_history_the_console_works(typing: PipeInput, taken: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    typing.send_text("one\r\x04")
    terminal.converse(console(), Talk(), NAMES, tmp_path / "file" / "history")
    assert taken == ["one", "/quit"]
