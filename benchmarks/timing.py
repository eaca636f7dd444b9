"""Timing many calls, each by itself. The one rule: a median with its tail; a mean hides both."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TypeVar

Item = TypeVar("Item")

_NOTHING: Mapping[str, str] = {}
_TELL_PEAK = """
import pathlib, sys
if sys.argv[1:]:
    from bot.__main__ import main
    main(sys.argv[1:])
status = pathlib.Path("/proc/self/status")
print(status.read_text() if status.exists() else "", file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long calls took, in milliseconds."""

    milliseconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.milliseconds)

    @property
    def p99(self) -> float:
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]

    @property
    def worst(self) -> float:
        return max(self.milliseconds)

    @property
    def total(self) -> float:
        return sum(self.milliseconds)


def time_each(call: Callable[[Item], object], items: Iterable[Item]) -> Timing:
    """Time one call per item."""
    took = []
    for item in items:
        start = perf_counter()
        call(item)
        took.append((perf_counter() - start) * 1000)
    return Timing(tuple(took))


def time_process(
    arguments: Sequence[str], times: int, stdin: bytes = b"", environ: Mapping[str, str] = _NOTHING
) -> Timing:
    """Start Python with these arguments that many times, each to its end; ``environ`` adds to the environment."""
    return time_each(lambda _: _run([sys.executable, *arguments], stdin, environ), range(times))


def peak_megabytes(arguments: Sequence[str], stdin: bytes = b"", environ: Mapping[str, str] = _NOTHING) -> float | None:
    """The most memory that the command holds at once, as it sees it itself: what the system tells of a child includes
    what its parent held when it began. None where the system does not tell."""
    told = _run([sys.executable, "-c", _TELL_PEAK, *arguments], stdin, environ)
    found = re.search(r"VmHWM:\s+(\d+) kB", told)
    return None if found is None else int(found[1]) / 1024


def _run(command: Sequence[str], stdin: bytes, environ: Mapping[str, str]) -> str:
    done = subprocess.run(
        command,
        input=stdin,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, **environ},
        check=True,
    )
    return done.stderr.decode()
