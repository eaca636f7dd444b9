"""A small strict Bot API server for tests: it refuses what Telegram refuses, remembers everything it is told, and can
be made to fail. Written after the sources of Telegram's own server; see ``server.py``."""

from tests.telegram_server.server import Fault, TelegramServer

__all__ = ["Fault", "TelegramServer"]
