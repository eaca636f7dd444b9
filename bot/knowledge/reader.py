"""YAML text → a plain tree of nodes that know their line. The one rule: every scalar is text; meaning is the schema's.

Only a small part of YAML is let in: one document, no tags, no anchors, no repeated keys, bounded size and depth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bot.model.knowledge import Location, Problem

LARGEST_FILE = 2_000_000
DEEPEST = 12
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Scalar(NamedTuple):
    """One value as written; ``plain`` when it stands without quotes."""

    text: str
    line: int
    plain: bool


class Items(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int


class Entry(NamedTuple):
    """What stands under a key, with the line of the key."""

    line: int
    value: Node


class Table(NamedTuple):
    """Keys with their values, in the order written."""

    entries: dict[str, Entry]
    line: int


Node = Scalar | Items | Table


@dataclass(slots=True)
class Report:
    """Collects the problems of one file."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, code: str, line: int, message: str) -> None:
        self.problems.append(Problem(Location(self.path, line), code, message))


def read_file(path: Path, report: Report) -> Node | None:
    """The tree of a file; None, and the reason in ``report``, when it cannot be read as YAML at all."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        report.add("unreadable-file", 1, f"This file cannot be opened ({error.strerror}); check its permissions.")
        return None
    if size > LARGEST_FILE:
        report.add("too-big", 1, f"This file has {size:,} bytes; split it into files under {LARGEST_FILE:,} bytes.")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        report.add("broken-yaml", line, "This line is not UTF-8 text; save the file with the encoding UTF-8.")
        return None
    return read_text(text, report)


def read_text(text: str, report: Report) -> Node | None:
    """The tree of a YAML text; what is not allowed in it is in ``report``."""
    builder = _Builder(report)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                return None
    except yaml.YAMLError as error:
        report.add("broken-yaml", _line_of(error, text), _explain(error))
        return None
    if builder.root is None:
        report.add("empty-file", 1, "This file is empty; fill it in or delete it.")
    return builder.root


def plain(node: Node) -> Any:
    """The same as lists, dictionaries and strings, without lines."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files below a folder, sorted; hidden ones are left out."""
    found: Iterable[Path] = sorted(path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
    return (path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))


@dataclass(slots=True)
class _Open:
    """A list or table that is being read; ``key`` waits for its value."""

    line: int
    items: list[Node] | None = None
    entries: dict[str, Entry] | None = None
    key: Scalar | None = None


class _Builder:
    """Builds the tree from parser events, without recursion, so that no depth can exhaust the stack."""

    def __init__(self, report: Report) -> None:
        self.root: Node | None = None
        self._report = report
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Whether reading can go on after this event."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._refuse_extras(event)
            style = event.style
            self._put(Scalar(event.value, event.start_mark.line + 1, style is None or style == ""))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            return self._start(event, kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._put(_closed(self._open.pop()))
        elif kind is yaml.AliasEvent:
            return self._stop(event, "not-allowed", "Write the value itself instead of a reference with '*'.")
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                return self._stop(event, "not-allowed", "Remove the '---': a file holds one document.")
        return True

    def _start(self, event: Any, table: bool) -> bool:
        self._refuse_extras(event)
        if len(self._open) >= DEEPEST:
            return self._stop(event, "too-deep", "Too many levels within each other; compare with the README.")
        line = event.start_mark.line + 1
        if self._open and self._open[-1].entries is not None and self._open[-1].key is None:
            return self._stop(event, "broken-yaml", "A key must be a plain word; write 'key: value'.")
        self._open.append(_Open(line, entries={}) if table else _Open(line, items=[]))
        return True

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if top.items is not None:
            top.items.append(node)
        elif top.key is None:
            assert isinstance(node, Scalar)
            top.key = node
        else:
            self._put_under(top, top.key, node)
            top.key = None

    def _put_under(self, top: _Open, key: Scalar, node: Node) -> None:
        assert top.entries is not None
        earlier = top.entries.get(key.text)
        if earlier is not None:
            message = f"'{key.text}' stands here a second time (first on line {earlier.line}); keep one of the two."
            self._report.add("duplicate-key", key.line, message)
            return
        top.entries[key.text] = Entry(key.line, node)

    def _refuse_extras(self, event: Any) -> None:
        line = event.start_mark.line + 1
        if event.tag is not None and event.tag != "!":
            self._report.add("not-allowed", line, f"Remove the tag '{event.tag}': values are plain text here.")
        if event.anchor is not None:
            self._report.add("not-allowed", line, f"Remove '&{event.anchor}': anchors are not used here.")

    def _stop(self, event: Any, code: str, message: str) -> bool:
        self._report.add(code, event.start_mark.line + 1, message)
        return False


def _closed(top: _Open) -> Node:
    if top.items is not None:
        return Items(tuple(top.items), top.line)
    return Table(top.entries or {}, top.line)


def _line_of(error: yaml.YAMLError, text: str) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return min(int(mark.line) + 1, text.count("\n") + 1)
    position = getattr(error, "position", None)
    return text.count("\n", 0, position) + 1 if isinstance(position, int) else 1


_ADVICE = {
    "mapping values are not allowed": "A ':' inside a value: put the whole value in quotes, or check the indentation.",
    "found character that cannot start any token": "Put the value in quotes, and indent with spaces, not tabs.",
    "did not find expected ',' or": "A bracket is not closed, or a comma is missing.",
    "did not find expected key": "Check the indentation and the quotes of this line and the one before.",
    "could not find expected ':'": "A ':' is missing after the key, or the indentation is wrong.",
    "found unexpected end of stream": "A quote or a bracket is opened and never closed.",
    "special characters are not allowed": "Remove the invisible control character.",
    "control characters are not allowed": "Remove the invisible control character.",
}


def _explain(error: yaml.YAMLError) -> str:
    said = " ".join(str(part) for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part)
    said = said or str(getattr(error, "reason", "")) or "not YAML"
    advice = next((advice for start, advice in _ADVICE.items() if start in said), "Compare with the README's examples.")
    return f"This is not valid YAML ({said}). {advice}"
