"""What the server knows: chats, messages, updates that wait, and every call. The one rule: it is a plain object under
one lock; the network is ``server.py``'s."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.telegram_server.checks import check_notice, checked_commands, checked_keyboard, checked_text
from tests.telegram_server.html import Refused

Json = dict[str, Any]
ME: Json = {"id": 4242, "is_bot": True, "first_name": "Keymen", "username": "KeymenTestBot"}


@dataclass
class Call:
    """One call of the bot: its parameters, Telegram's answer, and when."""

    method: str
    params: dict[str, str]
    status: int = 0
    answer: Json = field(default_factory=dict)
    at: float = field(default_factory=time.monotonic)


class Forbidden(Exception):
    """The person has blocked the bot."""


class State:
    """One bot's world."""

    def __init__(self) -> None:
        self.updates: list[Json] = []
        self.calls: list[Call] = []
        self.messages: dict[tuple[int, int], Json] = {}
        self.chats: dict[int, str] = {}
        self.blocked: set[int] = set()
        self.queries: dict[str, float] = {}
        self.menus: dict[str, list[Json]] = {}
        self.allowed: set[str] | None = None
        self.webhook = ""
        self._ids = itertools.count(1000)
        self._methods: dict[str, Callable[[dict[str, str]], Any]] = {
            "getMe": lambda _: ME,
            "deleteWebhook": self._delete_webhook,
            "sendMessage": self._send,
            "editMessageText": self._edit,
            "answerCallbackQuery": self._answer_query,
            "sendChatAction": self._chat_action,
            "setMyCommands": self._set_commands,
        }

    def next_id(self) -> int:
        return next(self._ids)

    def push(self, kind: str, content: Json, update_id: int | None = None) -> int:
        """Let an update wait for the bot, if it asked for its kind."""
        number = self.next_id() if update_id is None else update_id
        if self.allowed is None or kind in self.allowed:
            self.updates.append({"update_id": number, kind: content})
        return number

    def waiting(self, offset: int, limit: int) -> list[Json]:
        """The updates from ``offset`` on; those before are confirmed and gone."""
        if offset < 0:
            self.updates = self.updates[offset:]
        elif offset > 0:
            self.updates = [update for update in self.updates if update["update_id"] >= offset]
        return self.updates[:limit]

    def run(self, method: str, params: dict[str, str]) -> Any:
        """Do what a method does; ``KeyError`` where there is no such method."""
        return self._methods[method](params)

    def _send(self, params: dict[str, str]) -> Json:
        chat_id = self._chat(params)
        parsed = checked_text(params)
        message: Json = {"message_id": self.next_id(), "date": int(time.time()), "chat": self._described(chat_id)}
        message |= {"from": ME, "text": parsed.text.strip()}
        keyboard = checked_keyboard(params)
        if keyboard is not None:
            message["reply_markup"] = keyboard
        if "message_thread_id" in params:
            message |= {"message_thread_id": int(params["message_thread_id"]), "is_topic_message": True}
        self.messages[chat_id, message["message_id"]] = message
        return message

    def _edit(self, params: dict[str, str]) -> Json:
        chat_id = self._chat(params)
        message = self.messages.get((chat_id, int(params.get("message_id", "0"))))
        if message is None:
            raise Refused("message to edit not found")
        text, keyboard = checked_text(params).text.strip(), checked_keyboard(params)
        if text == message["text"] and keyboard == message.get("reply_markup"):
            words = "specified new message content and reply markup are exactly the same as a current content"
            raise Refused(f"message is not modified: {words} and reply markup of the message")
        message["text"] = text
        message.pop("reply_markup", None)
        if keyboard is not None:
            message["reply_markup"] = keyboard
        return message

    def _answer_query(self, params: dict[str, str]) -> bool:
        check_notice(params)
        asked = self.queries.pop(params.get("callback_query_id", ""), None)
        if asked is None or time.monotonic() - asked > 150:
            raise Refused("query is too old and response timeout expired or query ID is invalid")
        return True

    def _chat_action(self, params: dict[str, str]) -> bool:
        self._chat(params)
        if params.get("action") != "typing":
            raise Refused("wrong parameter action in request")
        return True

    def _set_commands(self, params: dict[str, str]) -> bool:
        self.menus[params.get("language_code", "")] = checked_commands(params)
        return True

    def _delete_webhook(self, params: dict[str, str]) -> bool:
        self.webhook = ""
        if params.get("drop_pending_updates", "").lower() == "true":
            self.updates.clear()
        return True

    def _chat(self, params: dict[str, str]) -> int:
        written = params.get("chat_id", "")
        if not written.lstrip("-").isdigit() or int(written) not in self.chats:
            raise Refused("chat not found" if written else "chat_id is empty")
        if int(written) in self.blocked:
            raise Forbidden
        return int(written)

    def _described(self, chat_id: int) -> Json:
        return {"id": chat_id, "type": self.chats[chat_id]}
