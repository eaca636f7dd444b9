"""The process that a command runs in: its encoding, its log, the person's language and data folder. The one rule:
nothing here knows what Keymen answers."""

from __future__ import annotations

import logging
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from pathlib import Path

from bot.model.knowledge import LANGS, Lang


def data_folder(environ: Mapping[str, str]) -> Path:
    """Where this person's own data of Keymen live."""
    given = environ.get("XDG_DATA_HOME", "")
    base = Path(given) if Path(given).is_absolute() else Path.home() / ".local" / "share"
    return base / "keymen"


def home_language(environ: Mapping[str, str]) -> Lang:
    """The language of this person's system, where it is one of ours."""
    written = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return next((lang for lang in LANGS if written.lower().startswith(lang)), "en")


def speak_utf8() -> None:
    """What cannot be shown or read becomes a mark instead of an error, whatever the system's encoding."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def set_up_logging(level: str, with_traces: bool) -> None:
    """Log to standard error; people at a terminal get the message alone, operators the trace."""
    handler = logging.StreamHandler()
    formatter = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s") if with_traces else _Brief()
    handler.setFormatter(formatter)
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)


class _Brief(logging.Formatter):
    """The message alone, without its trace."""

    def format(self, record: logging.LogRecord) -> str:
        return record.getMessage()
