"""Calls to the Bot API, sure as far as one process can make them. The one rule: a call that Telegram asks to repeat is
repeated when it asks; one whose outcome is unknown is repeated once, because a doubled answer is better than none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.rendering.buttons import Button
from bot.transports.telegram_desk import Outgoing

AT_ONCE = 16
_MOST_WAITS = 5
_LONGEST_WAIT = 60.0
_PAUSE = 0.5
# What happens when a person presses twice or late: nothing is wrong, and nothing is to be done.
_HARMLESS = ("message is not modified", "query is too old", "query_id_invalid", "message to edit not found")

_log = logging.getLogger(__name__)
Result = TypeVar("Result")


class Client(Bot):
    """A bot whose updates come as Telegram wrote them: one that does not parse must not hold up the others."""

    async def raw_updates(
        self, offset: int | None, wait: int, kinds: Sequence[str], limit: int = 100
    ) -> list[dict[str, Any]]:
        """The updates from ``offset`` on (which confirms those before), waiting ``wait`` seconds for the first."""
        asked = {"offset": offset, "timeout": wait, "limit": limit, "allowed_updates": list(kinds)}
        found = await self._post("getUpdates", asked, read_timeout=wait + 10.0)
        if not isinstance(found, list):
            raise NetworkError("getUpdates gave no list")
        return found


def make_client(token: str, api_url: str) -> Client:
    """A client with as many connections as there is work at once: more only cost time in the pool."""
    return Client(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=AT_ONCE + 4, read_timeout=15.0, pool_timeout=10.0),
        get_updates_request=HTTPXRequest(connection_pool_size=4, pool_timeout=5.0),
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation is: a chat, and the topic in it where there are topics."""

    chat_id: int
    topic_id: int | None = None


async def send(bot: Bot, place: Place, message: Outgoing) -> None:
    await _surely(lambda: _send_once(bot, place, message))


async def edit(bot: Bot, place: Place, message_id: int, message: Outgoing) -> None:
    """Put a message in place of one sent before."""
    await _leniently(lambda: _edit_once(bot, place, message_id, message), "edit")


async def answer_press(bot: Bot, query_id: str, notice: str | None) -> None:
    """End the waiting sign on a button, at most with a notice."""
    await _leniently(lambda: bot.answer_callback_query(query_id, text=notice, show_alert=bool(notice)), "press")


async def show_typing(bot: Bot, place: Place) -> None:
    """Best effort, and never twice: a sign that comes late says nothing."""
    try:
        await bot.send_chat_action(place.chat_id, ChatAction.TYPING, message_thread_id=place.topic_id)
    except InvalidToken:
        raise
    except TelegramError as error:
        _log.debug("no typing sign in chat %s: %s", place.chat_id, error)


async def _send_once(bot: Bot, place: Place, message: Outgoing) -> object:
    return await bot.send_message(
        place.chat_id,
        message.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=_keyboard(message.buttons),
        message_thread_id=place.topic_id,
    )


async def _edit_once(bot: Bot, place: Place, message_id: int, message: Outgoing) -> object:
    return await bot.edit_message_text(
        message.html,
        place.chat_id,
        message_id,
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=_keyboard(message.buttons),
    )


async def _surely(call: Callable[[], Awaitable[Result]]) -> Result:
    """Do a call; wait as long as Telegram says, and repeat once after a fault of the network."""
    repeated = False
    waits = 0
    while True:
        try:
            return await call()
        except RetryAfter as error:
            waits += 1
            if waits > _MOST_WAITS or seconds_of(error) > _LONGEST_WAIT:
                raise
            await asyncio.sleep(seconds_of(error))
        except (BadRequest, Forbidden, InvalidToken, ChatMigrated):
            raise
        except TelegramError:  # also an answer that breaks off: python-telegram-bot has no name of its own for it
            if repeated:
                raise
            repeated = True
            await asyncio.sleep(_PAUSE)


async def _leniently(call: Callable[[], Awaitable[Result]], what: str) -> None:
    """Do a call that an answer does not depend on."""
    try:
        await _surely(call)
    except InvalidToken:
        raise
    except TelegramError as error:
        harmless = any(sign in str(error).lower() for sign in _HARMLESS)
        _log.log(logging.DEBUG if harmless else logging.WARNING, "%s not taken by Telegram: %s", what, error)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants us to wait (a number or a timedelta, by python-telegram-bot's setting)."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup([[InlineKeyboardButton(each.text, callback_data=each.data)] for each in buttons])
