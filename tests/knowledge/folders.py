"""Tiny knowledge folders in one text: ``# file: PATH`` begins a file, ``# here`` marks a line to be reported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_FILE = "# file: "
_MARK = "# here"


@dataclass(frozen=True, slots=True)
class Place:
    """A marked line: the file, from the folder on, and its number."""

    path: str
    line: int


def unfold(text: str, folder: Path) -> frozenset[Place]:
    """Write the files of a text into a folder; return the lines that are marked."""
    marked: set[Place] = set()
    for part in text.split(_FILE)[1:]:
        path, _, content = part.partition("\n")
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
        lines = enumerate(content.splitlines(), start=1)
        marked |= {Place(path, number) for number, line in lines if line.endswith(_MARK)}
    (folder / "subjects").mkdir(exist_ok=True)
    return frozenset(marked)
