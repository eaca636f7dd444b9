"""Keeps tokens and texts out of the logs. The one rule: nothing is written before it went through here, not even a
traceback; Telegram's addresses carry the token, and libraries log addresses."""

from __future__ import annotations

import logging
import re

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{35}")
_HIDDEN = "<token>"

# httpx and httpcore write every address at INFO; python-telegram-bot writes every text at DEBUG, and the whole of
# an answer that does not parse at ERROR.
_LEAST_LEVELS = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "telegram": logging.INFO,
    "telegram.request": logging.CRITICAL,
}


class Redacting(logging.Filter):
    """Writes ``<token>`` in place of our token, and of anything that looks like one."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self.redact(record.getMessage()), None
        if record.exc_info and record.exc_text is None:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text is not None:
            record.exc_text = self.redact(record.exc_text)
        return True

    def redact(self, text: str) -> str:
        return _TOKEN.sub(_HIDDEN, text.replace(self._token, _HIDDEN))


def hide_secrets(token: str) -> None:
    """Quiet the libraries and redact whatever any handler writes from now on."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name, least in _LEAST_LEVELS.items():
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.getEffectiveLevel(), least))
    for handler in logging.getLogger().handlers:
        handler.addFilter(Redacting(token))
