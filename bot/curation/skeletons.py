"""A new subject's file, to be filled in. The one rule: every field comes from the schema, none is written here.

What is needed stands there empty, so that the check names it until it is filled in; what may be left out stands behind
``# ``, at its place, so that taking these two signs away is enough. Lines that only explain begin with ``##``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bot.curation.expectations import facts_expected
from bot.knowledge.composites import Counts, Field, Flattened, IdOrWords, Parties, Words
from bot.knowledge.fields import Choice, Date, FieldType, Flag, Id, Listed, Number, Url
from bot.knowledge.schema import FACT_KINDS, NAMES, SUBJECTS, FactKind
from bot.model.knowledge import LANGS

_STEP = "  "
_HEAD = (
    "## {what} with the id '{id}', which never changes.",
    "## 1. Write after each ':' that has nothing after it.",
    "## 2. Take the '# ' away before what else you know; remove the lines you do not need, and these.",
    "## 3. Run: keymen check",
    "## Each fact needs a source from knowledge/sources/; a text goes in quotes when it holds a ':' or a '#'.",
)
_LINED_UP = 24
"""The column at which the explanations of short lines begin."""
_ALWAYS_ASKED = ("family_name", "confirmed")
"""What a file can be read without, but a curator always writes."""
_SELDOM = ("id", "kind", "conflicts_with")
"""Of a fact: what is filled in already, and what comes up only when another fact says otherwise."""
_ORDER = ("country", "kind", "names", "family_name", "website", "sectors", "facts")
_LAST = ("text", "confirmed", "status", "sources")


def skeleton(type_: str, id_: str) -> str:
    """The text of a new file for a subject of this type."""
    lines = [line.format(what=type_.replace("_", " ").capitalize(), id=id_) for line in _HEAD]
    for name, field in sorted(SUBJECTS[type_].fields.items(), key=_place):
        if name == "names":
            lines += ["names:", *_names()]
        elif name == "facts":
            lines += _facts(type_, id_)
        elif name != "id":
            lines += _behind_sign(_lines(name, field, ""), field.required or name in _ALWAYS_ASKED)
    return "\n".join(lines) + "\n"


def _place(named: tuple[str, Field]) -> int:
    """The place of a field of a subject; one that is not placed comes before the facts."""
    return _ORDER.index(named[0]) if named[0] in _ORDER else len(_ORDER) - 2


def _names() -> Iterator[str]:
    for lang in LANGS:
        yield f"{_STEP}{lang}:"
        yield from _record(NAMES.fields, _STEP * 2)


def _facts(type_: str, id_: str) -> Iterator[str]:
    """The facts that should be known of the type: the first to be filled in, the others behind the sign."""
    kinds = [FACT_KINDS[name] for name in facts_expected(type_)]
    if not kinds:
        yield "## The posts of a person stand in the files of the bodies. Of the person, for example:"
        yield "# facts:"
        yield from _behind_sign(fact_skeleton(FACT_KINDS["biography"], id_), needed=False)
        return
    yield "facts:"
    for place, kind in enumerate(kinds):
        yield from _behind_sign(fact_skeleton(kind, id_), needed=place == 0)


def fact_skeleton(kind: FactKind, subject_id: str) -> tuple[str, ...]:
    """The lines of a new fact of a kind; what it may do without stands behind the sign."""
    first = (f"{_STEP}- id: {subject_id}-{kind.name}", f"{_STEP}{_STEP}kind: {kind.name}")
    own = {name: field for name, field in kind.record.fields.items() if name not in (*_SELDOM, *_LAST)}
    common = {name: kind.record.fields[name] for name in _LAST}
    return (*first, *_record(own, _STEP * 2), *_record(common, _STEP * 2, as_listed=True))


def _record(fields: Mapping[str, Field], indent: str, as_listed: bool = False) -> Iterator[str]:
    """The lines of these fields: what is needed before what is not, or in the order given."""
    listed = fields.items() if as_listed else sorted(fields.items(), key=lambda named: not named[1].required)
    for name, field in listed:
        yield from _behind_sign(_lines(name, field, indent), field.required or name in _ALWAYS_ASKED)


def _lines(name: str, field: Field, indent: str) -> Iterator[str]:
    inner = _parts(field.type, indent + _STEP)
    value = " []" if isinstance(field.type, Listed | Parties) else ""
    yield _explained(f"{indent}{name}:{value}", _note(field))
    yield from inner


def _parts(type_: FieldType, indent: str) -> Iterator[str]:
    """What stands below the key of a value that has parts."""
    if isinstance(type_, Words):
        yield from (f"{indent}{lang}:" for lang in LANGS)
    elif isinstance(type_, Counts):
        yield from (f"{indent}{key}:" for key in type_.keys)
    elif isinstance(type_, Flattened):
        for name, field in type_.record.fields.items():
            yield from _lines(name, field, indent)


def _note(field: Field) -> str:
    """What the schema says of a field, and what may stand there where that is not plain from it."""
    hint = _hint(field.type)
    if not field.note or not hint:
        return field.note or hint
    return f"{field.note}; {hint}" if isinstance(field.type, Choice | Id) else field.note


def _hint(type_: FieldType) -> str:
    """What may stand there, in a few words."""
    match type_:
        case Choice(words):
            return f"one of: {', '.join(words)}"
        case Id(of):
            return f"an id ({of})" if of else ""
        case IdOrWords(id=Id(of)):
            return f"an id ({of}), or {{en: …, ko: …, ja: …}}"
        case Listed(_, what):
            return f"{what}: [one, two]"
    return _HINTS.get(type(type_), "")


_HINTS: Mapping[type, str] = {
    Date: "2025-05-29, 2025-05 or 2025: what the source says",
    Number: "in digits",
    Flag: "true or false",
    Url: "the whole address, from https:// on",
    Words: "in each language",
    Parties: "ids, or {en: …, ko: …, ja: …} for one without a file",
}


def _explained(line: str, note: str) -> str:
    return f"{line:<{_LINED_UP}}    # {note}" if note else line


def _behind_sign(lines: Iterable[str], needed: bool) -> list[str]:
    """The lines as they are, or each behind ``# `` at its place; what is behind it already stays."""
    return [line if needed or _is_behind_sign(line) else _sign(line) for line in lines]


def _is_behind_sign(line: str) -> bool:
    return line.lstrip().startswith("#")


def _sign(line: str) -> str:
    """The line behind the sign, its explanation where it was."""
    indent = len(line) - len(line.lstrip())
    return f"{line[:indent]}# {line[indent:].replace('    # ', '  # ', 1)}"
