"""From Telegram's updates to what a person sent. The one rule: only people in private chats are heard; bots, groups,
edits and service messages are not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from telegram import CallbackQuery, InaccessibleMessage, Message, Update
from telegram.constants import ChatType

from bot.transports.telegram_client import Place
from bot.transports.telegram_desk import Command, Incoming, Unreadable, Utterance

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Received:
    """What came in, from where. A button pressed comes as its data, with what its message's buttons say (``labels``);
    ``ignored``: it only has to be told that it was seen."""

    update_id: int
    place: Place
    app_lang: str | None
    incoming: Incoming | None = None
    query_id: str | None = None
    data: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    message_id: int | None = None
    ignored: bool = False


def read_update(update: Update, username: str) -> Received | None:
    """What to answer, or None where there is nothing to."""
    if update.message is not None:
        return _read_message(update.update_id, update.message, username)
    if update.callback_query is not None:
        return _read_press(update.update_id, update.callback_query)
    return None


def _read_message(update_id: int, message: Message, username: str) -> Received | None:
    person = message.from_user
    if person is None or person.is_bot or message.via_bot is not None or message.chat.type != ChatType.PRIVATE:
        return None
    incoming = _read_text(message, username)
    if incoming is None:
        return None
    return Received(update_id, _place_of(message), person.language_code, incoming)


def _read_text(message: Message, username: str) -> Incoming | None:
    text = message.text or message.caption
    if text is None:
        return Unreadable() if message.effective_attachment is not None else None
    command = _COMMAND.fullmatch(text.strip())
    if command is None:
        return Utterance(text)
    name, addressee, argument = command.groups()
    if addressee is not None and addressee.lower() != username.lower():
        return None
    return Command(name, (argument or "").strip())


def _read_press(update_id: int, query: CallbackQuery) -> Received:
    message = query.message
    person = query.from_user
    private = message is not None and message.chat.type == ChatType.PRIVATE
    place = Place(person.id)
    labels: dict[str, str] = {}
    if isinstance(message, Message):
        place = _place_of(message)
        rows = message.reply_markup.inline_keyboard if message.reply_markup is not None else ()
        labels = {str(button.callback_data): button.text for row in rows for button in row if button.callback_data}
    elif isinstance(message, InaccessibleMessage):
        place = Place(message.chat.id)
    return Received(
        update_id,
        place,
        person.language_code,
        query_id=query.id,
        data=query.data or "",
        labels=labels,
        message_id=message.message_id if isinstance(message, Message) else None,
        ignored=person.is_bot or not private,
    )


def _place_of(message: Message) -> Place:
    return Place(message.chat.id, message.message_thread_id if message.is_topic_message else None)
