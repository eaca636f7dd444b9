"""The Bot API over HTTP, in a thread of its own, so that tests stay plain functions.

with TelegramServer() as telegram:
    …start the bot with telegram.environment…
    telegram.say(7, "who leads Keidanren")
    message = telegram.wait_for_message(7)
    telegram.press(7, message, 0)
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from aiohttp import web

from tests.telegram_server.html import Refused
from tests.telegram_server.state import Call, Forbidden, Json, State

TOKEN = "4242:" + "AAE-strict_test_server_token_0123456"[:35].ljust(35, "x")
Value = TypeVar("Value")


@dataclass
class Fault:
    """What goes wrong with the next ``times`` calls of a method: an HTTP status, or ``reset`` (the connection dies
    before anything is done), ``lost`` (done, but the answer never arrives), ``cut`` (half an answer), ``hang``."""

    method: str
    kind: str
    times: int = 1
    retry_after: int = 1


class TelegramServer:
    """A server for one bot."""

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.state = State()
        self.faults: list[Fault] = []
        self.url = ""
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._pushed = asyncio.Event()
        self._poll = 0
        self._stopping = False
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> TelegramServer:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping = True
        self._loop.call_soon_threadsafe(self._pushed.set)
        self._thread.join(10)

    @property
    def environment(self) -> dict[str, str]:
        return {"TELEGRAM_BOT_TOKEN": self.token, "TELEGRAM_API_URL": self.url}

    # What people do.

    def say(self, person: int, text: str, app_lang: str = "en", **more: Any) -> int:
        """Write to the bot in a private chat."""
        return self.message(person, app_lang=app_lang, text=text, **more)

    def message(self, person: int, chat_type: str = "private", app_lang: str = "en", **content: Any) -> int:
        """Let a message arrive, whatever it holds."""
        chat_id = person if chat_type == "private" else -person
        sender = {"id": person, "is_bot": False, "first_name": "<b>&", "language_code": app_lang}
        with self._changed:
            self.state.chats[chat_id] = chat_type
            chat: Json = {"id": chat_id, "type": chat_type}
            head: Json = {"message_id": self.state.next_id(), "date": int(time.time()), "chat": chat, "from": sender}
            return self._push("message", head | content)

    def press(self, person: int, message: Json, button: int | str, app_lang: str = "en", **changes: Any) -> str:
        """Press a button of a message, by its number, or with data of one's own; the query's id."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        data = [each["callback_data"] for row in rows for each in row][button] if isinstance(button, int) else button
        sender = {"id": person, "is_bot": False, "first_name": "P", "language_code": app_lang}
        with self._changed:
            query_id = str(self.state.next_id())
            self.state.queries[query_id] = time.monotonic()
            query: Json = {"id": query_id, "from": sender, "message": message, "chat_instance": "1", "data": data}
            self._push("callback_query", query | changes)
            return query_id

    def push(self, kind: str, content: Any, update_id: int | None = None) -> int:
        """Let any update arrive, also one that Telegram would never send."""
        with self._changed:
            return self._push(kind, content, update_id)

    # What the bot did.

    def calls(self, method: str, chat_id: int | None = None) -> list[Call]:
        """The calls of a method, in order, refused ones too."""
        with self._changed:
            found = [call for call in self.state.calls if call.method == method]
            return [call for call in found if chat_id is None or call.params.get("chat_id") == str(chat_id)]

    def refused(self) -> list[Call]:
        """The calls that Telegram would have refused."""
        with self._changed:
            return [call for call in self.state.calls if call.status == 400]

    def messages(self, chat_id: int) -> list[Json]:
        """The messages that the bot sent to a chat, as they are now."""
        with self._changed:
            return [message for (chat, _), message in self.state.messages.items() if chat == chat_id]

    def wait_for(self, what: Callable[[], Value | None], seconds: float = 10) -> Value:
        """Wait until ``what`` gives something."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while True:
                found = what()
                if found:
                    return found
                left = deadline - time.monotonic()
                if left <= 0 or not self._changed.wait(left):
                    raise AssertionError(f"nothing in {seconds} s; calls: {[c.method for c in self.state.calls][-20:]}")

    def wait_for_message(self, chat_id: int, number: int = 1, seconds: float = 10) -> Json:
        """The bot's nth message in a chat."""
        self.wait_for(lambda: len(self.messages(chat_id)) >= number, seconds)
        return self.messages(chat_id)[number - 1]

    # The network.

    def _push(self, kind: str, content: Any, update_id: int | None = None) -> int:
        number = self.state.push(kind, content, update_id)
        self._loop.call_soon_threadsafe(self._pushed.set)
        return number

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._until_stopped())
        self._loop.close()

    async def _until_stopped(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/{bot}/{method}", self._call)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        assert runner.addresses
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._ready.set()
        while not self._stopping:
            await asyncio.sleep(0.02)
        await runner.cleanup()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        params = dict(request.query) | {key: str(value) for key, value in (await request.post()).items()}
        call = Call(request.match_info["method"], params)
        fault = self._next_fault(call.method)
        if fault is not None and fault.kind == "reset":
            return self._hang_up(request)
        if fault is not None and fault.kind == "hang":
            await asyncio.sleep(3600)
        if fault is not None and fault.kind.isdigit():
            call.status, call.answer = _failure(fault)
        else:
            call.status, call.answer = await self._answer(request.match_info["bot"], call)
        with self._changed:
            self.state.calls.append(call)
            self._changed.notify_all()
        if fault is not None and fault.kind == "lost":
            return self._hang_up(request)
        body = json.dumps(call.answer)
        if fault is not None and fault.kind == "cut":
            body = body[: len(body) // 2]
        return web.Response(text=body, status=call.status, content_type="application/json")

    def _next_fault(self, method: str) -> Fault | None:
        with self._changed:
            for fault in self.faults:
                if fault.method == method and fault.times > 0:
                    fault.times -= 1
                    return fault
        return None

    @staticmethod
    def _hang_up(request: web.Request) -> web.Response:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def _answer(self, bot: str, call: Call) -> tuple[int, Json]:
        if re.fullmatch(r"bot\d+:[\w-]{35}", bot) is None:
            return _error(404, "Not Found")
        if bot != f"bot{self.token}":
            return _error(401, "Unauthorized")
        if call.method == "getUpdates":
            return await self._get_updates(call.params)
        try:
            with self._changed:
                return 200, {"ok": True, "result": self.state.run(call.method, call.params)}
        except KeyError:
            return _error(404, "Not Found: method not found")
        except Refused as error:
            return _error(400, f"Bad Request: {error}")
        except Forbidden:
            return _error(403, "Forbidden: bot was blocked by the user")

    async def _get_updates(self, params: dict[str, str]) -> tuple[int, Json]:
        """Long polling: a second poll ends the first, and an offset confirms what is before it."""
        if self.state.webhook:
            return _error(409, "Conflict: can't use getUpdates method while webhook is active")
        self._poll += 1
        mine = self._poll
        self._pushed.set()
        with self._changed:
            if "allowed_updates" in params:
                self.state.allowed = set(json.loads(params["allowed_updates"]) or ()) or None
        offset, limit = int(params.get("offset", "0")), int(params.get("limit", "100"))
        deadline = time.monotonic() + float(params.get("timeout", "0"))
        while True:
            self._pushed.clear()
            with self._changed:
                found = self.state.waiting(offset, limit)
            if found or self._stopping or time.monotonic() >= deadline:
                return 200, {"ok": True, "result": found}
            try:
                await asyncio.wait_for(self._pushed.wait(), deadline - time.monotonic())
            except TimeoutError:
                continue
            if mine != self._poll:
                return _error(409, "Conflict: terminated by other getUpdates request")


def _error(status: int, words: str) -> tuple[int, Json]:
    return status, {"ok": False, "error_code": status, "description": words}


def _failure(fault: Fault) -> tuple[int, Json]:
    if fault.kind == "429":
        status, answer = _error(429, f"Too Many Requests: retry after {fault.retry_after}")
        return status, answer | {"parameters": {"retry_after": fault.retry_after}}
    return _error(int(fault.kind), "Internal Server Error" if fault.kind == "500" else "a fault on purpose")
