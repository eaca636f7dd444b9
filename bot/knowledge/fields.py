"""The types a single value can have: how each is read from a node, and how JSON Schema says the same.

The one rule: reading never raises; what is wrong goes to the report and the value is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol

from bot.knowledge.reader import Items, Node, Report, Scalar
from bot.model.dates import PartialDate

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_URL = re.compile(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class FieldType(Protocol):
    """What a field may hold."""

    def read_into(self, data: dict[str, Any], name: str, node: Node, report: Report) -> None:
        """Put the value under its name in ``data``, or the reason why not in ``report``."""

    def json(self) -> dict[str, Any]:
        """The JSON Schema of the value."""


class Single:
    """A type with one value; subclasses say how it is read."""

    def read(self, node: Node, report: Report) -> Any:
        raise NotImplementedError

    def read_into(self, data: dict[str, Any], name: str, node: Node, report: Report) -> None:
        value = self.read(node, report)
        if value is not None:
            data[name] = value


def read_text(node: Node, report: Report, what: str = "a text") -> str | None:
    """The text of a scalar that is not empty."""
    if not isinstance(node, Scalar):
        report.add("wrong-shape", node.line, f"Write {what} here, not a list or a group of keys.")
        return None
    if (node.plain and node.text in _NOTHING) or not node.text.strip():
        report.add("empty-value", node.line, f"Nothing is written here; write {what} or remove the line.")
        return None
    return node.text.strip()


def read_items(node: Node, report: Report, what: str) -> tuple[Node, ...]:
    """The members of a list."""
    if isinstance(node, Items):
        return node.items
    report.add("wrong-shape", node.line, f"Write a list of {what}, in square brackets: [one, two].")
    return ()


def did_you_mean(word: str, known: Mapping[str, object] | frozenset[str] | tuple[str, ...]) -> str:
    """`` did you mean 'x'?`` for the closest known word, or nothing."""
    close = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f" Did you mean '{close[0]}'?" if close else ""


@dataclass(frozen=True, slots=True)
class Text(Single):
    """Any text on its own."""

    def read(self, node: Node, report: Report) -> str | None:
        return read_text(node, report)

    def json(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Url(Single):
    def read(self, node: Node, report: Report) -> str | None:
        text = read_text(node, report, "a web address")
        if text is not None and not _URL.fullmatch(text):
            report.add("wrong-url", node.line, f"'{text}' is not a web address; write all of it, from https:// on.")
            return None
        return text

    def json(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^https?://"}


@dataclass(frozen=True, slots=True)
class Identifier(Single):
    """What another collection calls a subject, in the form that collection gives it."""

    pattern: str
    example: str

    def read(self, node: Node, report: Report) -> str | None:
        text = read_text(node, report, f"an identifier such as {self.example}")
        if text is not None and not re.fullmatch(self.pattern, text):
            report.add("wrong-identifier", node.line, f"'{text}' has not the form of {self.example}; look it up again.")
            return None
        return text

    def json(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True, slots=True)
class Choice(Single):
    """One of a few words."""

    words: tuple[str, ...]

    def read(self, node: Node, report: Report) -> str | None:
        text = read_text(node, report, "one of: " + ", ".join(self.words))
        if text is None or text in self.words:
            return text
        hint = did_you_mean(text, self.words)
        report.add(
            "wrong-value", node.line, f"'{text}' is not allowed here.{hint} Write one of: {', '.join(self.words)}."
        )
        return None

    def json(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Date(Single):
    """A day, a month or a year."""

    def read(self, node: Node, report: Report) -> PartialDate | None:
        text = read_text(node, report, "a date such as 2025-05-29, 2025-05 or 2025")
        if text is None:
            return None
        try:
            return PartialDate.parse(text)
        except ValueError:
            message = f"'{text}' is not a date; write YYYY-MM-DD, YYYY-MM or YYYY, for example 2025-05-29."
            report.add("wrong-date", node.line, message)
            return None

    def json(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "integer", "minimum": 1000, "maximum": 9999}, {"type": "string", "pattern": _DATE}]}


@dataclass(frozen=True, slots=True)
class Number(Single):
    """A whole number."""

    least: int = 0

    def read(self, node: Node, report: Report) -> int | None:
        text = read_text(node, report, "a whole number")
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 10) or int(text) < self.least:
            message = f"'{text}' is not a whole number from {self.least}; write digits only, such as 1574."
            report.add("wrong-number", node.line, message)
            return None
        return int(text)

    def json(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least}


@dataclass(frozen=True, slots=True)
class Flag(Single):
    """true or false."""

    def read(self, node: Node, report: Report) -> bool | None:
        text = read_text(node, report, "true or false")
        if text is None or text in ("true", "false"):
            return None if text is None else text == "true"
        report.add("wrong-value", node.line, f"'{text}' is not allowed here; write true or false.")
        return None

    def json(self) -> dict[str, Any]:
        return {"enum": [True, False, "true", "false"]}


@dataclass(frozen=True, slots=True)
class Id(Single):
    """The id of a record: ``of`` says of what; ``types`` are the types of subject it may name."""

    of: str = ""
    types: tuple[str, ...] = ()

    def read(self, node: Node, report: Report) -> str | None:
        text = read_text(node, report, f"the id of {self.of}" if self.of else "an id")
        if text is not None and not ID.fullmatch(text):
            message = (
                f"'{text}' is not an id; ids have small letters, digits and single hyphens, such as keidanren-chair."
            )
            report.add("wrong-id", node.line, message)
            return None
        return text

    def json(self) -> dict[str, Any]:
        schema = {"type": "string", "pattern": f"^{ID.pattern}$"}
        return schema | {"description": f"the id of {self.of}"} if self.of else schema


@dataclass(frozen=True, slots=True)
class Listed(Single):
    """A list of values of one type, each text."""

    of: Text | Id | Choice
    what: str
    least: int = 0

    def read(self, node: Node, report: Report) -> tuple[str, ...] | None:
        items = read_items(node, report, self.what)
        if isinstance(node, Items) and len(items) < self.least:
            report.add("empty-value", node.line, f"The list is empty; name at least {self.least} of the {self.what}.")
        return tuple(text for item in items if (text := self.of.read(item, report)) is not None)

    def json(self) -> dict[str, Any]:
        schema: dict[str, Any] = {"type": "array", "items": self.of.json()}
        return schema | {"minItems": self.least} if self.least else schema
