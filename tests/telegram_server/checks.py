"""What Telegram demands of a call. The one rule: a call that breaks a limit raises ``Refused`` in Telegram's words."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.telegram_server.html import Parsed, Refused, parse_html

_STRIPPED = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00a0"


def checked_text(params: dict[str, str]) -> Parsed:
    """The text of a message as it will be seen."""
    raw = params.get("text", "")
    if len(raw.encode("utf-8", "replace")) > 32768:
        raise Refused("message is too long")
    mode = params.get("parse_mode", "")
    if mode not in ("", "HTML"):
        raise Refused("unsupported parse_mode")
    parsed = parse_html(raw) if mode else Parsed(raw)
    seen = parsed.text.strip()
    if not seen.strip(_STRIPPED + " \n"):
        raise Refused("message text is empty")
    if len(seen) > 4096:
        raise Refused("message is too long")
    return parsed


def checked_keyboard(params: dict[str, str]) -> dict[str, Any] | None:
    """The inline keyboard of a message, as Telegram keeps it."""
    if "reply_markup" not in params:
        return None
    markup = _json(params["reply_markup"], "can't parse reply keyboard markup JSON object")
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list):
        raise Refused("object expected as reply markup")
    if sum(len(row) for row in rows) > 100 or any(len(row) > 8 for row in rows):
        raise Refused("reply markup is too long")
    for button in (button for row in rows for button in row):
        _check_button(button)
    return {"inline_keyboard": rows}


def _check_button(button: dict[str, Any]) -> None:
    if not str(button.get("text", "")).strip():
        raise Refused('can\'t parse inline keyboard button: Field "text" must be of type String and not empty')
    if "callback_data" in button:
        if not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refused("BUTTON_DATA_INVALID")
    elif "url" in button:
        if not re.match(r"(?:https?|tg)://[^/\s]*\.[^/\s]+", button["url"]):
            raise Refused(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    else:
        raise Refused("Text buttons are unallowed in the inline keyboard")


def check_notice(params: dict[str, str]) -> None:
    """A notice on a button: two hundred characters, a flag."""
    if len(params.get("text", "")) > 200:
        raise Refused("MESSAGE_TOO_LONG")


def checked_commands(params: dict[str, str]) -> list[dict[str, str]]:
    """The menu of a language."""
    commands = _json(params.get("commands", ""), "can't parse commands JSON object")
    if not isinstance(commands, list) or len(commands) > 100:
        raise Refused("expected an Array of BotCommand")
    for command in commands:
        if re.fullmatch(r"/?[a-z0-9_]{1,32}", command.get("command", "")) is None:
            raise Refused("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise Refused("BOT_COMMAND_DESCRIPTION_INVALID")
    if re.fullmatch(r"(?:[a-z]{2})?", params.get("language_code", "")) is None:
        raise Refused("invalid language code specified")
    return commands


def _json(raw: str, complaint: str) -> Any:
    try:
        return json.loads(raw)
    except ValueError:
        raise Refused(complaint) from None
