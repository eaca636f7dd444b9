"""Trees → intents, example utterances, answer texts and lexicons. The one rule: words only, no behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.knowledge.base import PAIR, IntentSpec, Lexicon, Pattern
from bot.knowledge.composites import Field, Record, read_table
from bot.knowledge.fields import Choice, Listed, Single, Text, read_items, read_text
from bot.knowledge.reader import Node, Report, Scalar
from bot.knowledge.schema import FACT_KINDS
from bot.model.knowledge import Lang, Location

GROUPS = ("body", "person", "series", "sector", "topic", "field")
INTENT_STATUSES = ("answered", "unknown", "out_of_scope", "chitchat", "help")
IMPLIED_CONCEPTS = frozenset({"country", "ordinal", "past", "time", "unheld"})
"""Concepts that are understood without a word of their own in a lexicon."""
UTTERANCE_SLOTS = (*GROUPS, *(f"{group}2" for group in GROUPS), "year")
_TEXT_SCHEMA: Mapping[str, Any] = {"type": "string", "minLength": 1}
_CONCEPTS = Listed(Text(), "concepts")


@dataclass(frozen=True, slots=True)
class TextsByKey(Single):
    """Texts under keys of the curator's choice."""

    what: str

    def read(self, node: Node, report: Report) -> dict[str, str]:
        entries = read_table(node, report, self.what)
        texts = {key: _as_quoted(entry.value, report) for key, entry in entries.items()}
        return {key: text for key, text in texts.items() if text is not None}

    def json(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": _TEXT_SCHEMA}


def _as_quoted(node: Node, report: Report) -> str | None:
    """A text; between quotes on one line its spaces count, as in ``list-separator: ", "``."""
    text = read_text(node, report)
    keeps_spaces = isinstance(node, Scalar) and not node.plain and "\n" not in node.text
    return node.text if text is not None and isinstance(node, Scalar) and keeps_spaces else text


@dataclass(frozen=True, slots=True)
class Grouped(Single):
    """Lists of words, or tables of words, under keys of the curator's choice."""

    what: str
    of: Listed | TextsByKey

    def read(self, node: Node, report: Report) -> dict[str, Any]:
        entries = read_table(node, report, self.what)
        return {key: self.of.read(entry.value, report) for key, entry in entries.items()}

    def json(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.of.json()}


@dataclass(frozen=True, slots=True)
class Rows(Single):
    """A list of lists of words."""

    what: str
    of: Listed
    length: int | None = None

    def read(self, node: Node, report: Report) -> tuple[tuple[str, ...], ...]:
        rows = read_items(node, report, self.what)
        if self.length is not None and rows and len(rows) != self.length:
            report.add("wrong-shape", node.line, f"There are {len(rows)} {self.what} here; write {self.length}.")
        return tuple(self.of.read(row, report) or () for row in rows)

    def json(self) -> dict[str, Any]:
        bounds = {} if self.length is None else {"minItems": self.length, "maxItems": self.length}
        return {"type": "array", "items": self.of.json()} | bounds


_PATTERN = Record(
    "a pattern",
    {
        "say": Field(Listed(Text(), "concepts", least=1), required=True, note="concepts that must all be said"),
        "of": Field(Rows("rows of subjects", Listed(Choice(GROUPS), "groups")), required=True),
        "part": Field(Text(), note="the part of the answer that is meant"),
    },
)


@dataclass(frozen=True, slots=True)
class Patterns(Single):
    """The ways an intent is asked for."""

    def read(self, node: Node, report: Report) -> tuple[Pattern, ...]:
        tables = (_PATTERN.read(item, report) for item in read_items(node, report, "patterns"))
        return tuple(
            Pattern(frozenset(row["say"]), row.get("of", ()), row.get("part")) for row in tables if "say" in row
        )

    def json(self) -> dict[str, Any]:
        return {"type": "array", "items": _PATTERN.json()}


INTENT = Record(
    "an intent",
    {
        "asks": Field(Text(), required=True, note="what the person wants to know, in one line"),
        "status": Field(Choice(INTENT_STATUSES), note="answered when left out"),
        "facts": Field(Listed(Choice(tuple(FACT_KINDS)), "kinds of fact"), note="the kinds of fact that answer it"),
        "patterns": Field(Patterns()),
        "likes": Field(_CONCEPTS, note="concepts that fit besides; '*' for all"),
        "refuses": Field(_CONCEPTS, note="concepts that rule it out"),
        "parts": Field(TextsByKey("concepts with the part of the answer they ask for")),
        "default_for": Field(
            Listed(Choice((*GROUPS, PAIR)), "groups"), note="groups whose bare name asks for it; 'pair': two names"
        ),
        "tells": Field(
            Grouped("kinds of fact with the concepts that they answer", Listed(Text(), "concepts")),
            note="what each kind of fact answers by itself, for questions that no pattern asks",
        ),
    },
)
_WORD_LIST = Listed(Text(), "words")
LEXICON = Record(
    "a lexicon",
    {
        "concepts": Field(Grouped("concepts with their words", _WORD_LIST), required=True),
        "skip": Field(_WORD_LIST, note="words that carry no content"),
        "particles": Field(_WORD_LIST, note="what may follow a name"),
        "times": Field(TextsByKey("words for times with their meaning")),
        "months": Field(Rows("months, January first", _WORD_LIST, length=12)),
        "formats": Field(TextsByKey("formats of dates, numbers and lists")),
        "labels": Field(Grouped("groups of ids with their words", TextsByKey("ids with their word"))),
    },
)
UTTERANCES = Listed(Text(), "example questions", least=1)
ANSWERS = TextsByKey("cases, each with its answer text")


def read_intent(id_: str, tree: Node, report: Report) -> IntentSpec:
    data = INTENT.read(tree, report)
    data |= {name: frozenset(data.get(name, ())) for name in ("likes", "refuses", "default_for")}
    data["tells"] = {kind: frozenset(concepts) for kind, concepts in data.get("tells", {}).items()}
    return IntentSpec(id=id_, location=Location(report.path, tree.line), **data)


def read_lexicon(lang: Lang, tree: Node, report: Report) -> Lexicon:
    data = LEXICON.read(tree, report)
    lists = {name: data.pop(name, ()) for name in ("skip", "particles", "months")}
    tables = {name: data.pop(name, {}) for name in ("concepts", "times", "formats", "labels")}
    return Lexicon(lang=lang, **lists, **tables)


def read_utterances(tree: Node, report: Report) -> tuple[str, ...]:
    return UTTERANCES.read(tree, report) or ()


def read_answers(tree: Node, report: Report) -> Mapping[str, str]:
    return ANSWERS.read(tree, report)
