"""The bot as its own process, while Telegram, the network or the answerer fails."""

from __future__ import annotations

import re

import pytest

from tests.telegram_server import Fault, TelegramServer
from tests.transports.running import RunningBot, asked


def test_a_failure_is_told_once_in_the_language_of_the_question(
    telegram: TelegramServer, bot: RunningBot, person: int
) -> None:
    assert asked(telegram, person, "쾅 무너졌어").startswith("문제가 생겨서 답하지 못했습니다.")
    assert asked(telegram, person, "boom", 2).startswith("Something went wrong")
    assert asked(telegram, person, "fine", 3).startswith("asked=fine")


@pytest.mark.parametrize("kind", ["500", "502", "reset", "429"])
def test_a_fault_while_sending_costs_no_answer(
    telegram: TelegramServer, bot: RunningBot, person: int, kind: str
) -> None:
    telegram.faults.append(Fault("sendMessage", kind))
    assert asked(telegram, person, "still there").startswith("asked=still there")


@pytest.mark.parametrize("kind", ["lost", "cut"])
def test_an_answer_whose_arrival_is_unknown_is_sent_at_most_twice(
    telegram: TelegramServer, bot: RunningBot, person: int, kind: str
) -> None:
    telegram.faults.append(Fault("sendMessage", kind))
    telegram.say(person, "maybe")
    telegram.wait_for_message(person, 2)
    assert asked(telegram, person, "next", 3).startswith("asked=next")


def test_when_sending_fails_for_good_there_is_one_apology(
    telegram: TelegramServer, bot: RunningBot, person: int
) -> None:
    telegram.faults.append(Fault("sendMessage", "500", times=2))
    assert asked(telegram, person, "hello").startswith("Something went wrong")


@pytest.mark.parametrize("kind", ["500", "reset", "cut", "409", "429"])
def test_polling_survives(telegram: TelegramServer, bot: RunningBot, person: int, kind: str) -> None:
    telegram.faults.append(Fault("getUpdates", kind))
    telegram.say(person, "wake")
    assert asked(telegram, person, "again", 2).startswith("asked=again")


def test_a_typing_sign_or_a_button_that_telegram_refuses_changes_nothing(
    telegram: TelegramServer, bot: RunningBot, person: int
) -> None:
    telegram.faults.append(Fault("sendChatAction", "500"))
    telegram.say(person, "which")
    message = telegram.wait_for_message(person)
    telegram.faults.append(Fault("answerCallbackQuery", "500", times=2))
    telegram.press(person, message, 0)
    assert "picked=" in telegram.wait_for_message(person, 2)["text"]


def test_a_person_who_blocked_the_bot_disturbs_nobody(telegram: TelegramServer, bot: RunningBot, person: int) -> None:
    telegram.state.blocked.add(person)
    telegram.say(person, "hello")
    telegram.wait_for(lambda: telegram.calls("sendMessage", person))
    assert asked(telegram, person + 10_000, "hello").startswith("asked=hello")


@pytest.mark.parametrize(
    "content",
    [None, 7, [], {}, {"message_id": "x"}, {"message_id": 1, "date": "soon", "chat": 5, "text": "hi"}],
    ids=repr,
)
def test_an_update_that_cannot_be_read_blocks_nobody(
    telegram: TelegramServer, bot: RunningBot, person: int, content: object
) -> None:
    telegram.push("message", content)
    telegram.push("callback_query", content)
    polls = len(telegram.calls("getUpdates"))
    assert asked(telegram, person, "alive?").startswith("asked=alive?")
    assert len(telegram.calls("getUpdates")) < polls + 10


@pytest.mark.parametrize(
    "text",
    ["\u202e\u202d", "e" + "\u0301" * 300, "👨\u200d👩\u200d👧" * 500, "<script>", "\x00", "a" * 4096, "&#x;"],
)
def test_odd_texts_are_answered(telegram: TelegramServer, bot: RunningBot, person: int, text: str) -> None:
    assert asked(telegram, person, text).startswith("asked=")


def test_no_token_and_no_text_of_a_person_is_ever_written(telegram: TelegramServer, bot: RunningBot) -> None:
    assert "broken, with <token> in its words" in bot.output
    assert re.search(r"\d+:[\w-]{35}", bot.output) is None
    assert "무너졌어" not in bot.output
