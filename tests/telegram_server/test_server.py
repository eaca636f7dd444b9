"""The server refuses what Telegram refuses: without that, nothing the other tests say counts."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from tests.telegram_server import Fault, TelegramServer


@pytest.fixture(scope="module")
def server() -> Iterator[TelegramServer]:
    with TelegramServer() as running:
        running.say(7, "hello")
        yield running


def call(server: TelegramServer, method: str, token: str | None = None, **params: Any) -> tuple[int, Any]:
    written = {key: value if isinstance(value, str) else json.dumps(value) for key, value in params.items()}
    url = f"{server.url}/bot{server.token if token is None else token}/{method}"
    try:
        with urllib.request.urlopen(url, urllib.parse.urlencode(written).encode(), timeout=5) as answer:  # noqa: S310 — our own server
            return answer.status, json.load(answer)["result"]
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)["description"]


def keyboard(*buttons: dict[str, str]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<b>bold", "Can't find end tag"),
        ("</b>", "Unexpected end tag"),
        ("<b>x</i>", "Unmatched end tag"),
        ("a < b", 'Unsupported start tag ""'),
        ("<h1>x</h1>", 'Unsupported start tag "h1"'),
        ("<a href>x</a>", "bad attribute"),
        ("<b", "Unclosed start tag"),
        ("", "text is empty"),
        (" \n\u200b", "text is empty"),
        ("<b></b>", "text is empty"),
        ("x" * 4097, "too long"),
        ("<i>" + "&lt;" * 9000 + "</i>", "too long"),
    ],
)
def test_a_text_that_telegram_refuses_is_refused(server: TelegramServer, text: str, words: str) -> None:
    status, said = call(server, "sendMessage", chat_id=7, text=text, parse_mode="HTML")
    assert status == 400
    assert words in said


@pytest.mark.parametrize(
    "text", ["한" * 4096, "&lt;" * 4096, "a & b &nbsp; &#39;", '<a href="https://a.example/?a&amp;b">x</a>']
)
def test_a_text_that_telegram_takes_is_taken(server: TelegramServer, text: str) -> None:
    assert call(server, "sendMessage", chat_id=7, text=text, parse_mode="HTML")[0] == 200


@pytest.mark.parametrize(
    "button",
    [
        {"text": "x", "callback_data": "가" * 22},
        {"text": "x", "callback_data": ""},
        {"text": " ", "callback_data": "x"},
        {"text": "x", "url": "http://localhost/"},
        {"text": "x"},
    ],
    ids=repr,
)
def test_a_button_that_telegram_refuses_is_refused(server: TelegramServer, button: dict[str, str]) -> None:
    assert call(server, "sendMessage", chat_id=7, text="x", reply_markup=keyboard(button))[0] == 400


def test_too_many_buttons_are_refused(server: TelegramServer) -> None:
    many = keyboard(*[{"text": "x", "callback_data": "x"}] * 101)
    assert call(server, "sendMessage", chat_id=7, text="x", reply_markup=many)[0] == 400


def test_unknown_chats_queries_messages_methods_and_tokens_are_refused(server: TelegramServer) -> None:
    assert call(server, "sendMessage", chat_id=8, text="x") == (400, "Bad Request: chat not found")
    assert call(server, "answerCallbackQuery", callback_query_id="1")[0] == 400
    assert call(server, "editMessageText", chat_id=7, message_id=1, text="x")[0] == 400
    assert call(server, "inventMethod")[0] == 404
    assert call(server, "getMe", token="4242:" + "Z" * 35) == (401, "Unauthorized")
    assert call(server, "getMe", token="4242:short")[0] == 404


def test_an_edit_that_changes_nothing_is_refused(server: TelegramServer) -> None:
    _, message = call(server, "sendMessage", chat_id=7, text="same")
    again = {"chat_id": 7, "message_id": message["message_id"], "text": "same"}
    assert "message is not modified" in call(server, "editMessageText", **again)[1]
    assert call(server, "editMessageText", **(again | {"text": "other"}))[1]["text"] == "other"


def test_menus_are_checked(server: TelegramServer) -> None:
    for command, description, code in (
        ("UP", "x", "en"),
        ("ok", "", "en"),
        ("ok", "x" * 257, "en"),
        ("ok", "x", "eng"),
    ):
        menu = [{"command": command, "description": description}]
        assert call(server, "setMyCommands", commands=menu, language_code=code)[0] == 400


def test_an_update_comes_again_until_an_offset_confirms_it() -> None:
    with TelegramServer() as fresh:
        first, second = fresh.say(7, "one"), fresh.say(7, "two")
        for _ in range(2):
            assert [update["update_id"] for update in call(fresh, "getUpdates")[1]] == [first, second]
        assert [update["update_id"] for update in call(fresh, "getUpdates", offset=second)[1]] == [second]
        assert call(fresh, "getUpdates", offset=second + 1)[1] == []
        assert call(fresh, "getUpdates")[1] == []


def test_faults_come_as_often_as_ordered(server: TelegramServer) -> None:
    server.faults += [Fault("getMe", "500"), Fault("getMe", "429", times=1, retry_after=9)]
    assert [call(server, "getMe")[0] for _ in range(3)] == [500, 429, 200]
    server.faults.append(Fault("getMe", "reset"))
    with pytest.raises((ConnectionError, http.client.HTTPException, urllib.error.URLError)):
        call(server, "getMe")
