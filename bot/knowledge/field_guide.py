"""The tables of knowledge/README.md, made from the schema and the checks. The one rule: they are never written by hand.

``python -m bot.knowledge.field_guide`` prints them.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from bot.knowledge.checking import CHECKS
from bot.knowledge.loader import GUARDS
from bot.knowledge.schema import FACT_KINDS, TYPES, FactKind

READING: Mapping[str, str] = {
    "broken-yaml": "The file is not valid YAML; the message says where it stops making sense.",
    "duplicate-key": "A key stands twice in the same place.",
    "empty-file": "A file has nothing in it.",
    "empty-value": "A key has nothing after it.",
    "file-name": "A file's name is not an id, or differs from the id within.",
    "missing-field": "A field that is always needed is not there.",
    "missing-language": "A text or name is not there in all three languages.",
    "missing-source": "A fact names no source.",
    "missing-text": "A fact that is told in words has no text.",
    "no-folder": "The folder is not a knowledge folder.",
    "not-allowed": "A YAML speciality is used that is not used here (tags, anchors, several documents).",
    "stray-file": "A file stands where nothing reads it.",
    "too-big": "A file is too big to be read.",
    "too-deep": "Values are nested too deeply.",
    "unknown-key": "A key is not known in this place; often a slip of the pen.",
    "unreadable-file": "A file cannot be opened.",
    "wrong-date": "A date is not written as year, month or day.",
    "wrong-id": "An id has other signs than small letters, digits and hyphens.",
    "wrong-identifier": "An identifier of another collection has not the form that the collection gives it.",
    "wrong-kind": "A fact stands under a subject for which there is no such fact.",
    "wrong-number": "A number is not written in digits.",
    "wrong-shape": "A list, a table or a single value stands where another of the three should.",
    "wrong-url": "A web address is not complete.",
    "wrong-value": "A word is not one of those that may stand there.",
}
_EVERY_FACT = frozenset({"id", "kind", "sources", "confirmed", "status", "conflicts_with"})


def fact_table() -> str:
    """Every kind of fact with its fields, as a Markdown table."""
    rows = ["| kind | stands under | needs | may have |", "| --- | --- | --- | --- |"]
    return "\n".join(rows + [_fact_row(kind) for kind in FACT_KINDS.values()])


def _fact_row(kind: FactKind) -> str:
    fields = {name: field for name, field in kind.record.fields.items() if name not in _EVERY_FACT}
    needs = [f"`{name}`" for name, field in fields.items() if field.required]
    may = [f"`{name}`" for name, field in fields.items() if not field.required]
    under = "anything" if kind.on == TYPES else ", ".join(kind.on)
    return f"| `{kind.name}` | {under} | {', '.join(needs) or '–'} | {', '.join(may) or '–'} |"


def problem_table() -> str:
    """Every code of problem with what it stands for, as a Markdown table."""
    known = dict(READING) | {module.CODE: _first_line(module.__doc__) for module in (*GUARDS, *CHECKS)}
    rows = [f"| `{code}` | {meaning} |" for code, meaning in sorted(known.items())]
    return "\n".join(["| code | what it stands for |", "| --- | --- |", *rows])


def _first_line(doc: str | None) -> str:
    return (doc or "").strip().splitlines()[0]


if __name__ == "__main__":
    sys.stdout.write(f"{fact_table()}\n\n{problem_table()}\n")
