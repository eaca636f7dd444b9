"""Starts a bot as its own process and keeps what it writes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.telegram_server import TelegramServer

ROOT = Path(__file__).parents[2]
FAKE = ("-m", "tests.transports.fake_bot")


class RunningBot:
    """A bot in a process of its own."""

    def __init__(self, environment: Mapping[str, str], command: Sequence[str] = FAKE) -> None:
        self._output = tempfile.TemporaryFile()  # noqa: SIM115 — closed with the bot
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "KEYMEN_"))}
        self._process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=kept | dict(environment),
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    def __enter__(self) -> RunningBot:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._output.close()

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    @property
    def output(self) -> str:
        """Everything it has written so far, to either stream."""
        self._output.seek(0)
        return self._output.read().decode()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> float:
        """Ask it to stop; how many seconds that took."""
        start = time.monotonic()
        self._process.send_signal(number)
        self.wait()
        return time.monotonic() - start

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()

    def wait(self, seconds: float = 15) -> int:
        """Its exit status."""
        return self._process.wait(seconds)


def asked(telegram: TelegramServer, person: int, text: str, number: int = 1, app_lang: str = "en") -> str:
    """The text of the nth message that the bot sends a person, after this question."""
    telegram.say(person, text, app_lang)
    return str(telegram.wait_for_message(person, number)["text"])
