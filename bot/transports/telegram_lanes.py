"""Work in lanes: one at a time within a lane, side by side across lanes. The one rule: what waits in a lane holds no
place that another lane could use, so one busy chat slows nobody else."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Lanes(Generic[Item]):
    """Runs ``work`` on items, in order per lane, ``at_once`` of them at most. ``work`` never raises."""

    def __init__(self, work: Callable[[Item], Awaitable[None]], at_once: int) -> None:
        self._work = work
        self._places = asyncio.Semaphore(at_once)
        self._waiting: dict[Hashable, deque[Item]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._one_done = asyncio.Event()
        self.unfinished = 0

    def put(self, lane: Hashable, item: Item) -> None:
        """Add an item at the end of its lane."""
        self.unfinished += 1
        if lane in self._waiting:
            self._waiting[lane].append(item)
            return
        self._waiting[lane] = deque([item])
        task = asyncio.create_task(self._run(lane))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def below(self, most: int) -> None:
        """Wait until fewer than ``most`` items are unfinished."""
        while self.unfinished >= most:
            self._one_done.clear()
            await self._one_done.wait()

    async def finish(self, seconds: float) -> int:
        """Give what is unfinished this long, then leave it; how much was left."""
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        return self.unfinished

    async def _run(self, lane: Hashable) -> None:
        waiting = self._waiting[lane]
        while waiting:
            async with self._places:
                await self._work(waiting.popleft())
            self.unfinished -= 1
            self._one_done.set()
        del self._waiting[lane]
