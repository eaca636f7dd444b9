"""What came out of reading a folder: the knowledge, the problems, and where each record stands.

The one rule: knowledge with problems is not used for answers, so ``base`` is None then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.reader import Items, Node, Scalar, Table
from bot.model.knowledge import Fact, Location, Problem

RecordKind = Literal["subject", "fact", "source", "intent", "utterances", "answers", "lexicon"]
RecordKey = tuple[RecordKind, str]


@dataclass(frozen=True, slots=True)
class Record:
    """A record's node, and the file it stands in."""

    path: str
    node: Node


@dataclass(frozen=True, slots=True)
class Repeat:
    """A second record with an id that is taken."""

    key: RecordKey
    first: Location
    again: Location


@dataclass(frozen=True, slots=True)
class Loaded:
    """``partial`` holds all that could be read; ``base`` is the same, but None as soon as there is a problem.

    ``records`` finds the node of a subject, fact, source, intent or lexicon by id, and of utterances and answers by
    ``lang/id``. ``subject_ids`` are those that have a file, even one that cannot be read.
    """

    partial: KnowledgeBase = field(repr=False)
    problems: tuple[Problem, ...] = ()
    records: Mapping[RecordKey, Record] = field(default_factory=dict, repr=False)
    repeats: tuple[Repeat, ...] = ()
    subject_ids: frozenset[str] = frozenset()

    @property
    def base(self) -> KnowledgeBase | None:
        return None if self.problems else self.partial

    def facts(self) -> Iterable[Fact]:
        return self.partial.facts.values()

    def at(self, kind: RecordKind, id_: str, *path: str) -> Location:
        """The line of a part of a record, such as ``at("fact", id, "text", "ja")``; as near as it is known."""
        record = self.records[kind, id_]
        node, line = record.node, record.node.line
        for step in path:
            found = _step(node, step)
            if found is None:
                break
            line, node = found
        return Location(record.path, line)


def _step(node: Node, step: str) -> tuple[int, Node] | None:
    """The part of a node under a key; of a list, the first text within that is the same."""
    if isinstance(node, Table) and step in node.entries:
        return node.entries[step].line, node.entries[step].value
    if isinstance(node, Items):
        return next(((text.line, text) for text in _texts(node) if text.text.strip() == step), None)
    return None


def _texts(node: Node) -> Iterator[Scalar]:
    """Every text within a node, in the order written."""
    if isinstance(node, Scalar):
        yield node
        return
    parts = node.items if isinstance(node, Items) else [entry.value for entry in node.entries.values()]
    for part in parts:
        yield from _texts(part)
