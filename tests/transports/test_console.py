from __future__ import annotations

import io
import logging
from dataclasses import replace
from datetime import date

import pytest

from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import LANGS, Lang
from bot.transports.asking import Asker
from bot.transports.console import CASES, COMMANDS, Case, Console, Talk, Texts, converse
from tests.answerers import NOON, echo


def console() -> Console:
    texts: dict[Case, str] = {case: f"<{case}>" for case in CASES}
    answers = {lang: {"console": {str(case): f"{lang}{text}" for case, text in texts.items()}} for lang in LANGS}
    return Console(Asker(echo, date(2026, 11, 25), lambda: NOON), Texts(answers))


def said(*lines: str, talk: Talk | None = None) -> list[str]:
    talk = talk or Talk()
    shown = []
    for line in lines:
        talk, each = console().take(line, talk)
        shown.append(each.text)
    return shown


def piped(text: str) -> str:
    out = io.StringIO()
    converse(io.StringIO(text), out, console(), Talk())
    return out.getvalue()


def test_a_pipe_gets_the_answers_and_an_empty_line_between() -> None:
    assert piped("one\n\n  \ntwo\n") == "0: one\n\n1: two\n"


def test_an_empty_pipe_gets_nothing() -> None:
    assert piped("") == ""


def test_a_pipe_gets_no_suggestions() -> None:
    assert "And then?" not in piped("one\n")


def test_nothing_is_answered_after_quit() -> None:
    assert piped("/quit\none\n") == "en<farewell>\n"


def test_choices_are_numbered_and_a_number_answers_them() -> None:
    assert said("which?", "2") == ["0: which?\n  1. The east\n  2. The west", "1: 2"]


def test_a_number_picks_a_suggestion() -> None:
    assert said("one", "2") == ["0: one", "1: Why?"]


@pytest.mark.parametrize("line", ["3", "0", "99999999999999999999", "²", "２"])
def test_a_number_that_stands_for_nothing_is_a_question(line: str) -> None:
    assert said("one", line)[1] == f"1: {line}"


def test_a_number_before_any_answer_is_a_question() -> None:
    assert said("1") == ["0: 1"]


def test_sources_are_those_of_the_last_answer() -> None:
    lines = said("sourced", "/sources")[1].splitlines()
    assert lines == [
        "Publisher of a-source, 2025-06-02: Title of a-source",
        "  https://example.org/a-source",
        "Publisher of undated: Title of undated",
        "  https://example.org/undated",
    ]


def test_sources_and_explain_need_a_question_first() -> None:
    assert said("/sources", "/explain") == ["en<no_question>"] * 2
    assert said("one", "/sources")[1] == "en<no_sources>"


def test_explain_shows_the_trace() -> None:
    assert said("one", "/explain")[1] == "read: one\nchosen: leader"


def test_the_language_can_be_set_and_left_open_again() -> None:
    assert said("/lang ko", "/help", "/lang auto", "/help") == ["ko<lang_set>", "ko<help>", "en<lang_auto>", "en<help>"]


def test_a_set_language_is_asked_for() -> None:
    talk, _ = console().take("/LANG ja", Talk())
    talk, _ = console().take("one", talk)
    assert talk.turn is not None
    assert talk.turn.reply.lang == "ja"


def test_lang_alone_says_how_and_a_wrong_one_says_which() -> None:
    assert said("/lang", "/lang klingon") == ["en<lang>", "en<lang_unknown>"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_console_speaks_the_language_of_the_home_at_first(lang: Lang) -> None:
    assert said("/help", talk=Talk(home=lang)) == [f"{lang}<help>"]


def test_the_beginning_of_a_command_is_enough_where_only_one_begins_so() -> None:
    assert said("/h", "/l", "/") == ["en<help>", "en<lang>", "en<command_unknown>"]


def test_an_unknown_command_is_no_question() -> None:
    assert said("/frobnicate", "one") == ["en<command_unknown>", "0: one"]


def test_a_question_that_breaks_the_engine_is_told_and_the_next_one_works(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert said("one", "boom", "two") == ["0: one", "en<failed>", "1: two"]
    assert "LookupError" in caplog.text


def test_every_command_is_obeyed_and_in_the_help(shipped_base: KnowledgeBase) -> None:
    texts = Texts(shipped_base.answers)
    for command in COMMANDS:
        assert said(command)[0] != "en<command_unknown>"
        if command != "/help":
            assert all(command in texts.say("help", lang) for lang in LANGS)


@pytest.mark.parametrize("lang", LANGS)
def test_the_shipped_texts_are_all_there(shipped_base: KnowledgeBase, lang: Lang) -> None:
    assert sorted(shipped_base.answers[lang]["console"]) == sorted(CASES)


def test_a_talk_that_is_over_says_so() -> None:
    talk, _ = console().take("/quit", Talk())
    assert talk == replace(Talk(), over=True)
