"""The real thing: ``python -m bot telegram`` with the knowledge as it ships, against the strict server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.telegram_server import TelegramServer
from tests.transports.running import ROOT, RunningBot

COMMAND = ("-m", "bot", "--today", "2026-11-23", "telegram")
QUESTIONS = {"en": "who leads Keidanren", "ko": "경단련 회장 누구야?", "ja": "経団連の会長は誰ですか"}


@pytest.fixture(scope="module")
def telegram() -> Iterator[TelegramServer]:
    with TelegramServer() as server, RunningBot(server.environment, COMMAND) as bot:
        server.wait_for(lambda: not bot.is_alive or server.calls("setMyCommands"))
        assert bot.is_alive, bot.output
        yield server
        assert bot.output == ""
        assert bot.stop() < 10
        assert bot.wait() == 0
        assert server.refused() == []


def ask(telegram: TelegramServer, person: int, text: str) -> dict[str, Any]:
    number = len(telegram.messages(person)) + 1
    telegram.say(person, text)
    return telegram.wait_for_message(person, number)


def buttons(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


@pytest.mark.parametrize(("person", "lang", "name"), [(1, "en", "Tsutsui"), (2, "ko", "쓰쓰이"), (3, "ja", "筒井")])
def test_a_question_is_answered_with_its_source(telegram: TelegramServer, person: int, lang: str, name: str) -> None:
    message = ask(telegram, person, QUESTIONS[lang])
    assert name in message["text"]
    assert '<a href="http' in telegram.calls("sendMessage", person)[-1].params["text"]


def test_every_button_of_an_answer_works(telegram: TelegramServer) -> None:
    for person, question in enumerate(QUESTIONS.values(), start=10):
        message = ask(telegram, person, question)
        assert buttons(message)
        for number, words in enumerate(buttons(message)):
            telegram.press(person, message, number)
            assert telegram.wait_for_message(person, number + 2)["text"].startswith(words + "\n\n")


def test_help_and_start_offer_questions_to_press(telegram: TelegramServer) -> None:
    for command in ("/start", "/help"):
        assert buttons(ask(telegram, 20, command)), command


def test_the_sources_of_the_answer_are_listed(telegram: TelegramServer) -> None:
    ask(telegram, 30, QUESTIONS["en"])
    assert ask(telegram, 30, "/sources")["text"].startswith("Sources of the last answer:")


def test_a_link_to_a_subject_tells_of_it(telegram: TelegramServer) -> None:
    assert "Keidanren" in ask(telegram, 40, "/start keidanren")["text"]


def test_without_a_token_it_tells_how_to_get_one_and_stops() -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM_")}
    command = [sys.executable, *COMMAND]
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert "@BotFather" in done.stderr
    assert done.stdout == ""
