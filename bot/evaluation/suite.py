"""A question suite as values. The one rule: a suite that is not written as the format says is refused, by line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from bot.knowledge.composites import Field, Nested, Record
from bot.knowledge.fields import Choice, Date, Id, Single, Text, read_items, read_text
from bot.knowledge.reader import Items, Node, Report, Table, read_file, yaml_files
from bot.model.conversation import Status
from bot.model.dates import PartialDate
from bot.model.knowledge import LANGS, Lang, Location, Problem


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an answer must be. An empty part expects nothing."""

    statuses: tuple[str, ...] = ("answered",)
    all: tuple[re.Pattern[str], ...] = ()
    none: tuple[re.Pattern[str], ...] = ()
    intent: str | None = None
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """One question with what is expected of its answer."""

    text: str
    expect: Expectation


@dataclass(frozen=True, slots=True)
class Case:
    """A conversation of one question or more; ``lang`` and ``kind`` are the row of the table it counts in."""

    lang: Lang
    kind: str
    turns: tuple[Ask, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases asked on one day. ``accuracy`` is the least share that must be right; ``wrong`` the most that may be wrong:
    below 1 a share, from 1 on a number of answers."""

    name: str
    cases: tuple[Case, ...]
    today: date | None = None
    accuracy: float | None = None
    wrong: float | None = None


@dataclass(frozen=True, slots=True)
class Decimal(Single):
    """A number such as 0.98."""

    def read(self, node: Node, report: Report) -> Any:
        text = read_text(node, report, "a number such as 0.98")
        if text is None or re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text):
            return None if text is None else float(text)
        report.add("wrong-number", node.line, f"'{text}' is not a number; write one such as 0.98.")
        return None

    def json(self) -> dict[str, Any]:
        return {"type": "number", "minimum": 0}


@dataclass(frozen=True, slots=True)
class Regex(Single):
    """A regular expression, searched for without regard to case."""

    def read(self, node: Node, report: Report) -> Any:
        text = read_text(node, report, "a regular expression")
        try:
            return None if text is None else re.compile(text, re.IGNORECASE)
        except re.error as error:
            report.add("wrong-regex", node.line, f"'{text}' is not a regular expression: {error}.")
            return None

    def json(self) -> dict[str, Any]:
        return {"type": "string", "format": "regex"}


@dataclass(frozen=True, slots=True)
class OneOrMany(Single):
    """A value, or a list of such values."""

    of: Choice | Id | Regex

    def read(self, node: Node, report: Report) -> Any:
        values = (self.of.read(each, report) for each in (node.items if isinstance(node, Items) else (node,)))
        return tuple(value for value in values if value is not None)

    def json(self) -> dict[str, Any]:
        return {"anyOf": [self.of.json(), {"type": "array", "items": self.of.json()}]}


_WHOLE = Nested({})
_TURN: dict[str, Field] = {"ask": Field(Text(), required=True), "expect": Field(_WHOLE)}
TURN = Record("a turn", _TURN)
CASE = Record(
    "a case",
    {
        "ask": Field(Text()),
        "turns": Field(_WHOLE),
        "expect": Field(_WHOLE),
        "lang": Field(Choice(LANGS), required=True),
        "kind": Field(Text(), required=True),
    },
)
EXPECT = Record(
    "an expectation",
    {
        "status": Field(OneOrMany(Choice(get_args(Status)))),
        "all": Field(OneOrMany(Regex())),
        "none": Field(OneOrMany(Regex())),
        "intent": Field(Text()),
        "entities": Field(OneOrMany(Id("a subject"))),
    },
)
THRESHOLDS = Record("thresholds", {"accuracy": Field(Decimal()), "wrong": Field(Decimal())})
SUITE = Record(
    "a suite",
    {
        "suite": Field(Text(), required=True),
        "today": Field(Date()),
        "thresholds": Field(_WHOLE),
        "cases": Field(_WHOLE, required=True),
    },
)


def read_suites(paths: Iterable[Path]) -> tuple[tuple[Suite, ...], tuple[Problem, ...]]:
    """The suites of the files, and of all files below the folders, with every problem found."""
    suites: list[Suite] = []
    problems: list[Problem] = []
    for path in paths:
        for file in yaml_files(path) if path.is_dir() else (path,):
            report = Report(str(file))
            tree = read_file(file, report)
            if tree is not None:
                suites.append(read_suite(tree, report))
            problems += report.problems
    return tuple(suites), tuple(problems)


def read_suite(tree: Node, report: Report) -> Suite:
    """One suite; what is wrong with it is in ``report``."""
    data = SUITE.read(tree, report, but=("cases", "thresholds"))
    parts = {name: entry.value for name, entry in tree.entries.items()} if isinstance(tree, Table) else {}
    bounds = THRESHOLDS.read(parts["thresholds"], report) if "thresholds" in parts else {}
    day: PartialDate | None = data.get("today")
    if day is not None and day.day is None:
        report.add("wrong-date", parts["today"].line, f"'{day}' is not a day; write YYYY-MM-DD.")
    nodes = read_items(parts["cases"], report, "cases") if "cases" in parts else ()
    cases = (_read_case(node, report) for node in nodes)
    return Suite(
        name=data.get("suite", report.path),
        cases=tuple(case for case in cases if case is not None),
        today=None if day is None else day.first,
        accuracy=bounds.get("accuracy"),
        wrong=bounds.get("wrong"),
    )


def _read_case(node: Node, report: Report) -> Case | None:
    data = CASE.read(node, report, but=("turns", "expect"))
    entries = node.entries if isinstance(node, Table) else {}
    if ("ask" in entries) == ("turns" in entries):
        report.add("wrong-case", node.line, "A case has either 'ask' or 'turns'; write one of the two.")
        return None
    if "turns" in entries:
        turns = [_read_turn(each, report) for each in read_items(entries["turns"].value, report, "turns")]
    else:
        turns = [_turn_of(data, node, report)]
    if "lang" not in data or "kind" not in data:
        return None
    return Case(data["lang"], data["kind"], tuple(turn for turn in turns if turn), Location(report.path, node.line))


def _read_turn(node: Node, report: Report) -> Ask | None:
    return _turn_of(TURN.read(node, report, but=("expect",)), node, report)


def _turn_of(data: dict[str, Any], node: Node, report: Report) -> Ask | None:
    entry = node.entries.get("expect") if isinstance(node, Table) else None
    expected = {} if entry is None else EXPECT.read(entry.value, report)
    if "ask" not in data:
        return None
    statuses = {"statuses": expected.pop("status")} if "status" in expected else {}
    return Ask(data["ask"], Expectation(**statuses, **expected))
