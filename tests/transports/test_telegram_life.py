"""The bot as its own process, from its start to its end."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator

import pytest

from tests.telegram_server import Fault, TelegramServer
from tests.transports.running import RunningBot


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer() as server:
        yield server


def test_buttons_outlive_a_restart_and_so_does_what_was_written_meanwhile(server: TelegramServer) -> None:
    with RunningBot(server.environment) as bot:
        server.say(1, "which")
        choices = server.wait_for_message(1)
        server.say(1, "keidanren")
        suggestions = server.wait_for_message(1, 2)
        assert bot.stop() < 5, bot.output
        assert bot.wait() == 0, bot.output
    server.say(1, "meanwhile")
    with RunningBot(server.environment):
        assert server.wait_for_message(1, 3)["text"].startswith("asked=meanwhile")
        server.press(1, choices, 1)
        assert "picked=leader/kcci/since" in server.wait_for_message(1, 4)["text"]
        server.press(1, suggestions, 0)
        assert server.wait_for_message(1, 5)["text"].endswith("focus=keidanren")


def test_a_signal_lets_it_finish_and_confirm_what_it_had_begun(server: TelegramServer) -> None:
    with RunningBot(server.environment) as bot:
        server.wait_for(lambda: server.calls("setMyCommands"))
        for person in range(1, 6):
            server.say(person, "slow")
        server.wait_for_message(1)
        assert bot.stop(signal.SIGINT) < 5
        assert bot.wait() == 0
    taken = {message["chat"]["id"] for message in server.state.messages.values()}
    assert taken | {update["message"]["from"]["id"] for update in server.state.updates} == {1, 2, 3, 4, 5}
    assert taken.isdisjoint(update["message"]["from"]["id"] for update in server.state.updates)


def test_a_refused_token_at_the_start_is_said_and_ends_it(server: TelegramServer) -> None:
    token = "4242:" + "W" * 35
    with RunningBot(server.environment | {"TELEGRAM_BOT_TOKEN": token}) as bot:
        assert bot.wait() == 1
        assert "Telegram refuses the token" in bot.output
        assert "Traceback" not in bot.output
        assert token not in bot.output


@pytest.mark.parametrize("method", ["getUpdates", "sendMessage"])
def test_a_token_revoked_later_is_said_and_ends_it(server: TelegramServer, method: str) -> None:
    with RunningBot(server.environment) as bot:
        server.wait_for(lambda: server.calls("setMyCommands"))
        server.faults.append(Fault(method, "401"))
        server.say(1, "hello")
        assert bot.wait() == 1
        assert "Telegram refuses the token" in bot.output
        assert "Traceback" not in bot.output


def test_a_start_while_telegram_stumbles_waits_for_it(server: TelegramServer) -> None:
    server.faults += [Fault("getMe", "502"), Fault("deleteWebhook", "429"), Fault("setMyCommands", "500", times=4)]
    server.state.webhook = "https://a.example"
    server.say(1, "early")
    with RunningBot(server.environment) as bot:
        assert server.wait_for_message(1)["text"].startswith("asked=early")
        assert bot.is_alive


def test_it_stops_at_once_while_telegram_cannot_be_reached() -> None:
    unreachable = {"TELEGRAM_BOT_TOKEN": "1:" + "a" * 35, "TELEGRAM_API_URL": "http://127.0.0.1:9"}
    with RunningBot(unreachable) as bot:
        deadline = time.monotonic() + 10
        while "trying again" not in bot.output and time.monotonic() < deadline:
            time.sleep(0.05)
        assert bot.stop() < 3
        assert bot.wait() == 0


def test_at_debug_the_logs_keep_the_secret_too(server: TelegramServer) -> None:
    with RunningBot(server.environment | {"LOG_LEVEL": "DEBUG"}) as bot:
        server.faults.append(Fault("getUpdates", "cut"))
        server.say(1, "a private matter")
        server.wait_for_message(1)
        bot.stop()
        assert server.token not in bot.output
        assert "private matter" not in bot.output
