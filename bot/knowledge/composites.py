"""The types of value that have parts: wordings in three languages, references with names, tables of fields.

The one rule: a table accepts the fields it lists and no others, and says which it misses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.knowledge.fields import FieldType, Id, Number, Single, did_you_mean, read_items, read_text
from bot.knowledge.reader import Entry, Node, Report, Scalar, Table
from bot.model.knowledge import LANGS, Lang, Wording

LANGUAGE_NAMES: Mapping[Lang, str] = {"en": "English", "ko": "Korean", "ja": "Japanese"}


def read_table(node: Node, report: Report, what: str) -> Mapping[str, Entry]:
    """The entries of a table."""
    if isinstance(node, Table):
        return node.entries
    report.add("wrong-shape", node.line, f"Write {what} here as 'key: value' lines.")
    return {}


def report_unknown(entries: Mapping[str, Entry], known: tuple[str, ...], what: str, report: Report) -> None:
    """Report the keys that are not known here, with the closest that is."""
    for key, entry in entries.items():
        if key not in known and isinstance(entry.value, Scalar) and not entry.value.text:
            message = f"'{key}' stands after a comma as if it were a key; put the whole text before it in quotes."
            report.add("unknown-key", entry.line, message)
        elif key not in known:
            hint = did_you_mean(key, known) or f" Known here: {', '.join(known)}."
            report.add("unknown-key", entry.line, f"'{key}' is not known in {what}.{hint}")


@dataclass(frozen=True, slots=True)
class Words(Single):
    """One text per language: all three, or at least one where ``partial``."""

    partial: bool = False

    def read(self, node: Node, report: Report) -> Wording | None:
        what = "one text per language (en, ko, ja)"
        entries = read_table(node, report, what)
        report_unknown(entries, LANGS, what, report)
        if isinstance(node, Table):
            self._report_missing(entries, node.line, report)
        found: dict[Lang, str] = {}
        for lang in LANGS:
            text = read_text(entries[lang].value, report) if lang in entries else None
            if text is not None:
                found[lang] = text
        return found or None

    def _report_missing(self, entries: Mapping[str, Entry], line: int, report: Report) -> None:
        missing = [lang for lang in LANGS if lang not in entries]
        if self.partial and len(missing) < len(LANGS):
            return
        for lang in missing:
            report.add("missing-language", line, f"The {LANGUAGE_NAMES[lang]} text is missing; add '{lang}: …' here.")

    def json(self) -> dict[str, Any]:
        text = {"type": "string", "minLength": 1}
        schema: dict[str, Any] = {"type": "object", "properties": dict.fromkeys(LANGS, text)}
        need = {"minProperties": 1} if self.partial else {"required": list(LANGS)}
        return schema | {"additionalProperties": False} | need


@dataclass(frozen=True, slots=True)
class IdOrWords(Single):
    """A subject's id, or a name in three languages for one without a file."""

    id: Id

    def read(self, node: Node, report: Report) -> Any:
        return (self.id if isinstance(node, Scalar) else Words()).read(node, report)

    def json(self) -> dict[str, Any]:
        return {"anyOf": [self.id.json(), Words().json()]}


@dataclass(frozen=True, slots=True)
class Parties(Single):
    """A list of ids and names: ids under the field's name, names joined by ``; `` under ``names_field``."""

    id: Id
    names_field: str

    def read_into(self, data: dict[str, Any], name: str, node: Node, report: Report) -> None:
        ids: list[str] = []
        names: list[Wording] = []
        for item in read_items(node, report, "ids or names"):
            if isinstance(item, Scalar):
                ids += [text for text in [self.id.read(item, report)] if text is not None]
            else:
                names += [words for words in [Words().read(item, report)] if words is not None]
        data[name] = tuple(ids)
        if names:
            data[self.names_field] = {
                lang: "; ".join(words[lang] for words in names if lang in words) for lang in LANGS
            }

    def json(self) -> dict[str, Any]:
        return {"type": "array", "items": IdOrWords(self.id).json(), "minItems": 1}


@dataclass(frozen=True, slots=True)
class Counts(Single):
    """Numbers under known keys, such as how many came from each country."""

    keys: tuple[str, ...]

    def read(self, node: Node, report: Report) -> Mapping[str, int] | None:
        entries = read_table(node, report, "numbers per country")
        report_unknown(entries, self.keys, "these numbers", report)
        counts: dict[str, int] = {}
        for key, entry in entries.items():
            number = Number().read(entry.value, report) if key in self.keys else None
            if number is not None:
                counts[key] = number
        return counts or None

    def json(self) -> dict[str, Any]:
        numbers = dict.fromkeys(self.keys, Number().json())
        return {"type": "object", "properties": numbers, "additionalProperties": False, "minProperties": 1}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a table; ``note`` is what editors show about it."""

    type: FieldType
    required: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A table of known fields; ``what`` says in a message what it describes."""

    what: str
    fields: Mapping[str, Field]

    def read(self, node: Node, report: Report, but: tuple[str, ...] = ()) -> dict[str, Any]:
        """The values of its fields; the fields in ``but`` are checked to be allowed there, and left to the caller."""
        entries = read_table(node, report, self.what)
        report_unknown(entries, tuple(self.fields), self.what, report)
        data: dict[str, Any] = {}
        for name, field in self.fields.items():
            if name in entries and name not in but:
                field.type.read_into(data, name, entries[name].value, report)
            elif field.required and name not in entries and isinstance(node, Table):
                self._report_missing(name, field, node.line, report)
        return data

    def _report_missing(self, name: str, field: Field, line: int, report: Report) -> None:
        if name == "sources":
            message = f"{self.what.capitalize()} needs a source; add 'sources: [id]' with the id of one."
            report.add("missing-source", line, message)
        elif name == "text":
            report.add("missing-text", line, f"{self.what.capitalize()} needs 'text: {{en: …, ko: …, ja: …}}'; add it.")
        else:
            report.add("missing-field", line, f"{self.what.capitalize()} needs '{name}'; add '{name}: …' here.")

    def json(self) -> dict[str, Any]:
        properties = {name: field.type.json() | _described(field) for name, field in self.fields.items()}
        schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
        required = [name for name, field in self.fields.items() if field.required]
        return schema | {"required": required} if required else schema


@dataclass(frozen=True, slots=True)
class Flattened(Single):
    """A small table whose fields are kept as ``<name>_<field>``."""

    record: Record

    def read_into(self, data: dict[str, Any], name: str, node: Node, report: Report) -> None:
        for key, value in self.record.read(node, report).items():
            data[f"{name}_{key}"] = value

    def json(self) -> dict[str, Any]:
        return self.record.json()


@dataclass(frozen=True, slots=True)
class Nested(Single):
    """A table or list that the caller reads itself; ``schema`` describes it to editors."""

    schema: Mapping[str, Any]

    def json(self) -> dict[str, Any]:
        return dict(self.schema)


def _described(field: Field) -> dict[str, str]:
    return {"description": field.note} if field.note else {}
