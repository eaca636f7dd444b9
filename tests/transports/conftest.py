"""A strict server and a bot beside it, shared by the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

from tests.telegram_server import TelegramServer
from tests.transports.running import RunningBot

_PERSONS = count(1)


@pytest.fixture(scope="module")
def telegram() -> Iterator[TelegramServer]:
    with TelegramServer() as server:
        yield server


@pytest.fixture(scope="module")
def running(telegram: TelegramServer) -> Iterator[RunningBot]:
    with RunningBot(telegram.environment) as bot:
        telegram.wait_for(lambda: telegram.calls("getUpdates") or len(telegram.state.menus) == 4)
        yield bot


@pytest.fixture
def bot(telegram: TelegramServer, running: RunningBot) -> Iterator[RunningBot]:
    """The bot all these tests share; after each of them it lives, and nothing it sent was refused."""
    yield running
    assert running.is_alive, running.output
    assert [(call.method, call.answer["description"]) for call in telegram.refused()] == []


@pytest.fixture
def person() -> int:
    return next(_PERSONS)
