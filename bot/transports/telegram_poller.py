"""Long polling. The one rule: an update is passed on before the next poll confirms it, and no fault of the network,
of Telegram or of a single update ends the polling or makes it spin; a refused token does."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.transports.telegram_client import Client, seconds_of

KINDS = ("message", "callback_query")
_WAIT_SECONDS = 25
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0

_chance = random.SystemRandom()
_log = logging.getLogger(__name__)
Result = TypeVar("Result")


class Poller:
    """Passes raw updates to ``receive``, which may wait to slow the polling down."""

    def __init__(self, client: Client, receive: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        self._client = client
        self._receive = receive
        self._next: int | None = None
        self._confirmed: int | None = None

    async def poll(self) -> None:
        """Poll until cancelled; InvalidToken where Telegram refuses the token."""
        while True:
            found = await persist(self._fetch, "polling")
            for raw in found:
                await self._take(raw)

    async def confirm(self) -> None:
        """Tell Telegram what was received, so that a restart does not get it again."""
        if self._next == self._confirmed:
            return
        try:
            async with asyncio.timeout(5):
                await self._client.raw_updates(self._next, 0, KINDS, limit=1)
        except (TelegramError, TimeoutError) as error:
            _log.warning("the last updates could not be confirmed: %s", error)

    async def _fetch(self) -> list[dict[str, Any]]:
        asked = self._next
        found = await self._client.raw_updates(asked, _WAIT_SECONDS, KINDS)
        self._confirmed = asked
        if found and not any(_id_of(raw) is not None for raw in found):
            raise NetworkError("getUpdates gave updates without ids")
        return found

    async def _take(self, raw: dict[str, Any]) -> None:
        update_id = _id_of(raw)
        if update_id is None:
            return
        await self._receive(raw)
        self._next = max(self._next or 0, update_id + 1)


def _id_of(raw: object) -> int | None:
    update_id = raw.get("update_id") if isinstance(raw, dict) else None
    return update_id if isinstance(update_id, int) else None


async def persist(call: Callable[[], Awaitable[Result]], what: str, most: int | None = None) -> Result:
    """Do a call until it succeeds, at growing intervals, at most ``most`` times. Says so once, not each time."""
    failures = 0
    while True:
        try:
            result = await call()
        except InvalidToken:
            raise
        except TelegramError as error:
            failures += 1
            if most is not None and failures >= most:
                raise
            _log.log(logging.WARNING if failures == 1 else logging.DEBUG, "%s: %s; trying again", what, error)
            await asyncio.sleep(_pause(failures, error))
        else:
            if failures:
                _log.info("%s: works again after %d attempts", what, failures)
            return result


def _pause(failures: int, error: TelegramError) -> float:
    if isinstance(error, RetryAfter):
        return seconds_of(error)
    pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** min(failures - 1, 10))
    return pause * _chance.uniform(0.8, 1.2)
