from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

from bot.transports.telegram_lanes import Lanes

Work = Callable[[tuple[str, int]], Coroutine[None, None, None]]


def test_a_lane_keeps_its_order_while_lanes_run_side_by_side() -> None:
    async def scenario() -> tuple[list[tuple[str, int]], int]:
        done: list[tuple[str, int]] = []
        running, most = 0, 0

        async def work(item: tuple[str, int]) -> None:
            nonlocal running, most
            running, most = running + 1, max(most, running + 1)
            await asyncio.sleep(0.001 * (5 - item[1]))
            done.append(item)
            running -= 1

        lanes = Lanes(work, at_once=3)
        for number in range(5):
            for lane in "abcd":
                lanes.put(lane, (lane, number))
        assert await lanes.finish(5) == 0
        return done, most

    done, most = asyncio.run(scenario())
    assert all([number for lane, number in done if lane == each] == [0, 1, 2, 3, 4] for each in "abcd")
    assert most == 3


def test_a_busy_lane_holds_one_place_only() -> None:
    async def scenario() -> int:
        before = 0
        quiet_done = asyncio.Event()

        async def work(item: tuple[str, int]) -> None:
            nonlocal before
            await asyncio.sleep(0.001)
            if item[0] == "quiet":
                quiet_done.set()
            elif not quiet_done.is_set():
                before += 1

        lanes = Lanes(work, at_once=2)
        for number in range(200):
            lanes.put("busy", ("busy", number))
        await asyncio.sleep(0)
        lanes.put("quiet", ("quiet", 0))
        await lanes.finish(5)
        return before

    assert asyncio.run(scenario()) <= 3


def test_what_is_not_done_in_time_is_left_and_counted() -> None:
    async def scenario() -> int:
        async def work(item: int) -> None:
            await asyncio.sleep(0 if item == 0 else 60)

        lanes = Lanes(work, at_once=2)
        for number in range(3):
            lanes.put("a", number)
        return await lanes.finish(0.05)

    assert asyncio.run(scenario()) == 2


def test_whoever_brings_too_much_waits() -> None:
    async def scenario() -> int:
        async def work(item: int) -> None:
            await asyncio.sleep(0.001)

        lanes = Lanes(work, at_once=2)
        for number in range(10):
            lanes.put(number, number)
        await lanes.below(4)
        return lanes.unfinished

    assert asyncio.run(scenario()) < 4


def test_a_lane_that_ran_empty_opens_again() -> None:
    async def scenario() -> list[int]:
        done: list[int] = []

        async def work(item: int) -> None:
            done.append(item)

        lanes = Lanes(work, at_once=1)
        for number in range(3):
            lanes.put("a", number)
            await lanes.finish(1)
        return done

    assert asyncio.run(scenario()) == [0, 1, 2]
