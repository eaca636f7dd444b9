"""Fills in a skeleton as a curator would: a value after each ``:`` that has none, of the shape the schema asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.knowledge.fields import ID
from bot.knowledge.reader import Entry, Items, Node, Report, Scalar, Table, read_text
from bot.knowledge.schema import SUBJECTS

SIGN = re.compile(r"^(\s*)# ", re.MULTILINE)
_WORDS = {"en": "Word {}", "ko": "낱말 {}", "ja": "言葉{}"}
_TRIED = ("a-source", "2025-06-01", "https://example.org/page", "Q42")
_ID_PATTERN = f"^{ID.pattern}$"


def without_signs(text: str) -> str:
    """A skeleton of which everything is to be filled in."""
    return SIGN.sub(r"\1", text)


def filled(text: str, type_: str) -> str:
    """The text with a value wherever there was none."""
    report = Report("skeleton")
    tree = read_text(text, report)
    assert tree is not None, report.problems
    assert report.problems == []
    filler = _Filler(text.splitlines())
    filler.fill(tree, SUBJECTS[type_].json(), "en")
    return "\n".join(filler.lines) + "\n"


@dataclass(slots=True)
class _Filler:
    lines: list[str]
    count: int = field(default=0)

    def fill(self, node: Node, schema: Mapping[str, Any], lang: str) -> None:
        if isinstance(node, Items):
            for item in node.items:
                self.fill(item, _fact_schema(item, schema), lang)
        elif isinstance(node, Table):
            for key, entry in node.entries.items():
                if key == "family_name":
                    self._family_name(entry.value)
                else:
                    self._entry(entry, schema["properties"][key], key if key in _WORDS else lang)

    def _family_name(self, node: Node) -> None:
        """Part of every name."""
        assert isinstance(node, Table)
        for lang, entry in node.entries.items():
            self.lines[entry.line - 1] += f" {_WORDS[lang].partition('{')[0].strip()}"

    def _entry(self, entry: Entry, schema: Mapping[str, Any], lang: str) -> None:
        line = self.lines[entry.line - 1]
        if entry.value == Items((), entry.line):
            self.lines[entry.line - 1] = line.replace("[]", f"[{self._value(schema['items'], lang)}]", 1)
        elif isinstance(entry.value, Scalar) and not entry.value.text:
            self.lines[entry.line - 1] = line.replace(":", f": {self._value(schema, lang)}", 1)
        else:
            self.fill(entry.value, schema, lang)

    def _value(self, schema: Mapping[str, Any], lang: str) -> str:
        for each in _alternatives(schema):
            if "enum" in each:
                return "true" if each["enum"][0] is True else str(each["enum"][0])
            if each.get("type") == "integer":
                return "2025" if each["minimum"] == 1000 else str(each["minimum"])
            if each.get("pattern") == _ID_PATTERN:
                return _some_id(each["description"])
            if "pattern" in each:
                return next(value for value in _TRIED if re.search(each["pattern"], value))
        self.count += 1
        return _WORDS[lang].format(self.count)


def _alternatives(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from schema.get("anyOf", (schema,))


def _fact_schema(item: Node, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of the schemas of a list of facts, the one of this fact's kind."""
    assert isinstance(item, Table)
    kind = item.entries["kind"].value
    return next(each for each in schema["items"]["oneOf"] if each["properties"]["kind"]["enum"] == [kind.text])  # type: ignore[union-attr]


def _some_id(description: str) -> str:
    """The id of something in the world of the test, for ``the id of organization or …``."""
    of = description.removeprefix("the id of ").partition(" or ")[0]
    return {"a source": "a-source", "a subject": "some-organization"}.get(of, f"some-{of.replace(' ', '-')}")
