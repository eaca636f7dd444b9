"""What the environment sets, read once into one frozen value. The one rule: every wrong value is reported at once,
by the name of its variable, and no value is ever printed: one of them is a secret."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

DEFAULT_API_URL = "https://api.telegram.org"

NO_CACHE = "off"

HOW_TO_GET_ONE = (
    "TELEGRAM_BOT_TOKEN: not set. Write /newbot to @BotFather in Telegram, answer its two questions, and set this "
    "variable to the token it gives you (or TELEGRAM_BOT_TOKEN_FILE to a file that holds the token)"
)

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. ``token`` is None where none is needed; ``knowledge`` None means the folder shipped.

    ``cache`` is where compiled knowledge is kept, None for nowhere.
    """

    knowledge: Path | None = None
    token: str | None = field(default=None, repr=False)
    api_url: str = DEFAULT_API_URL
    cache: Path | None = None


class WrongSettings(Exception):
    """Everything that is wrong with the environment, a line each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_settings(environ: Mapping[str, str], *, for_telegram: bool = False) -> Settings:
    """Read the settings; WrongSettings with all problems. Telegram's variables count only where they are used."""
    problems: list[str] = []
    knowledge = _read_folder(environ, "KEYMEN_KNOWLEDGE", problems)
    settings = Settings(knowledge, cache=_read_cache(environ))
    if for_telegram:
        token, url = _read_token(environ, problems), _read_url(environ, "TELEGRAM_API_URL", problems)
        settings = replace(settings, token=token, api_url=url)
    if problems:
        raise WrongSettings(tuple(problems))
    return settings


def _value(environ: Mapping[str, str], name: str) -> str | None:
    """A variable that is set to nothing counts as not set, as in a compose file without its value."""
    return environ.get(name, "").strip() or None


def _read_folder(environ: Mapping[str, str], name: str, problems: list[str]) -> Path | None:
    written = _value(environ, name)
    if written is None:
        return None
    if not Path(written).is_dir():
        problems.append(f"{name}: there is no such folder")
    return Path(written)


def _read_cache(environ: Mapping[str, str]) -> Path | None:
    """The folder given, none where it is ``off``; else Keymen's own in this person's cache folder."""
    given = _value(environ, "KEYMEN_CACHE")
    if given is not None:
        return None if given == NO_CACHE else Path(given)
    base, home = _value(environ, "XDG_CACHE_HOME"), _value(environ, "HOME") or _value(environ, "LOCALAPPDATA")
    if base is not None and Path(base).is_absolute():
        return Path(base) / "keymen"
    return Path(home) / ".cache" / "keymen" if home is not None else None


def _read_token(environ: Mapping[str, str], problems: list[str]) -> str | None:
    token, path = _value(environ, "TELEGRAM_BOT_TOKEN"), _value(environ, "TELEGRAM_BOT_TOKEN_FILE")
    if token is not None and path is not None:
        problems.append("TELEGRAM_BOT_TOKEN, TELEGRAM_BOT_TOKEN_FILE: both are set; keep one of them")
        return None
    if token is None and path is None:
        problems.append(HOW_TO_GET_ONE)
        return None
    name = "TELEGRAM_BOT_TOKEN"
    if path is not None:
        name = "TELEGRAM_BOT_TOKEN_FILE"
        token = _read_secret(Path(path), problems)
    if token is not None and _TOKEN.fullmatch(token) is None:
        problems.append(f"{name}: not a token; it looks like 123456789:AA…, as @BotFather wrote it")
        return None
    return token


def _read_secret(path: Path, problems: list[str]) -> str | None:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        problems.append(f"TELEGRAM_BOT_TOKEN_FILE: the file cannot be read: {reason}")
        return None


def _read_url(environ: Mapping[str, str], name: str, problems: list[str]) -> str:
    written = _value(environ, name)
    if written is None:
        return DEFAULT_API_URL
    if not _is_server(written):
        problems.append(f"{name}: not the address of a server; it looks like http://127.0.0.1:8081")
    return written.rstrip("/")


def _is_server(url: str) -> bool:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        _ = parts.port  # raises for a port that is none
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and not parts.fragment
