"""Knowledge as plain values that JSON can hold, and back. The one rule: what comes back is equal to what went in.

How each field is written is found from the values themselves and noted beside them (the plan), so that a new field of
a record needs nothing here, and reading them again is quick.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from bot.knowledge.base import IntentSpec, KnowledgeBase, Lexicon, Pattern
from bot.model.dates import PartialDate, Period
from bot.model.knowledge import Alias, Entity, Fact, Location, Source

_RECORDS: Mapping[str, type[Any]] = {
    record.__name__: record
    for record in (
        KnowledgeBase, Entity, Alias, Location, Source, Fact, Period, PartialDate, IntentSpec, Pattern, Lexicon,
    )
}  # fmt: skip
_SCALARS = (str, int, bool, float, type(None))
_TAG = "~"

Plan = Any
"""``plain``, ``tuple`` or ``set`` of plain values, ``any``; ``[each, plan]`` of a tuple, ``[map, plan]`` of a mapping,
``[record, name, plans]`` of a record."""


def as_json(value: object) -> str:
    """Plain values in as little JSON as there can be."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def to_plain(base: KnowledgeBase) -> dict[str, Any]:
    """The knowledge as plain values, with the plan to read them by."""
    plan = _plan([base])
    return {"plan": plan, "base": _written(base, plan)}


def from_plain(plain: Mapping[str, Any]) -> KnowledgeBase:
    """The knowledge again; KeyError, TypeError or ValueError for what ``to_plain`` never wrote."""
    read = _reader(plain["plan"])
    base = read(plain["base"]) if read is not None else None
    if not isinstance(base, KnowledgeBase):
        raise TypeError("no knowledge base")
    return base


def _plan(values: Iterable[Any]) -> Plan:
    """How values of one kind can be written; nothing at all fits every kind."""
    there = [value for value in values if value is not None]
    kinds = {type(value) for value in there}
    if all(isinstance(value, _SCALARS) for value in there):
        return "plain"
    if len(kinds) != 1:
        return "any"
    kind = kinds.pop()
    if kind is frozenset:
        return "set"
    if kind is tuple:
        inner = _plan(item for value in there for item in value)
        return "tuple" if inner == "plain" else ["each", inner]
    if kind is dict:
        inner = _plan(item for value in there for item in value.values())
        return "plain" if inner == "plain" else ["map", inner]
    names = [field.name for field in fields(kind)]
    return ["record", kind.__name__, [_plan(getattr(value, name) for value in there) for name in names]]


def _written(value: Any, plan: Plan) -> Any:
    if value is None or plan == "plain":
        return value
    if plan == "any":
        return _tagged(value)
    if plan == "tuple":
        return list(value)
    if plan == "set":
        return sorted(value)
    if plan[0] == "each":
        return [_written(item, plan[1]) for item in value]
    if plan[0] == "map":
        return {key: _written(item, plan[1]) for key, item in value.items()}
    parts = zip(fields(value), plan[2], strict=True)
    return [_written(getattr(value, field.name), part) for field, part in parts]


def _tagged(value: Any) -> Any:
    """A value that tells itself what it is."""
    if isinstance(value, tuple):
        return {_TAG: "tuple", "items": [_tagged(item) for item in value]}
    if isinstance(value, Mapping):
        return {key: _tagged(item) for key, item in value.items()}
    if is_dataclass(value):
        return {_TAG: type(value).__name__, "items": [_tagged(getattr(value, field.name)) for field in fields(value)]}
    return value


def _reader(plan: Plan) -> Callable[[Any], Any] | None:
    """What reads a value by a plan; None where it can stay as it is."""
    if plan == "plain":
        return None
    if plan in ("any", "tuple", "set"):
        return _READERS[plan]
    if plan[0] == "record":
        return _record_reader(_RECORDS[plan[1]], [_reader(part) for part in plan[2]])
    inner = _reader(plan[1])
    assert inner is not None
    if plan[0] == "each":
        return lambda items: tuple(map(inner, items))
    return lambda table: {key: inner(item) for key, item in table.items()}


def _record_reader(record: type[Any], readers: list[Callable[[Any], Any] | None]) -> Callable[[Any], Any]:
    changed = [(place, read) for place, read in enumerate(readers) if read is not None]

    def read_record(values: list[Any] | None) -> Any:
        if values is None:
            return None
        for place, read in changed:
            if values[place] is not None:
                values[place] = read(values[place])
        return record(*values)

    return read_record


def _untagged(value: Any) -> Any:
    if type(value) is not dict:
        return value
    kind = value.get(_TAG)
    if kind is None:
        return {key: _untagged(item) for key, item in value.items()}
    items = tuple(map(_untagged, value["items"]))
    return items if kind == "tuple" else _RECORDS[kind](*items)


_READERS: Mapping[str, Callable[[Any], Any]] = {"any": _untagged, "tuple": tuple, "set": frozenset}
