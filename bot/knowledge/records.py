"""Trees → subjects, their facts, and sources. The one rule: what is right in a record is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.knowledge.composites import read_table, report_unknown
from bot.knowledge.fields import ID, read_items
from bot.knowledge.reader import Entry, Node, Report, Scalar, Table
from bot.knowledge.schema import FACT_KIND, FACT_KINDS, NAME_LISTS, NAMES, SCHEMES, SOURCE, SUBJECTS, FactKind
from bot.model.dates import Period
from bot.model.knowledge import LANGS, Alias, Entity, Fact, Lang, Location, Source, Strength, Wording

_NOT_DATA = frozenset({"id", "kind", "sources", "confirmed", "status", "text", "from", "to"})
_STRENGTHS: Mapping[str, Strength] = {"strong": "strong", "abbreviation": "strong", "weak": "weak", "former": "former"}


def read_subject(id_: str, type_: str, tree: Node, report: Report) -> Entity:
    """The subject a file describes, without its facts."""
    entries = tree.entries if isinstance(tree, Table) else {}
    data = SUBJECTS[type_].read(tree, report, but=("names", "facts"))
    if data.get("id", id_) != id_:
        message = f"The id '{data['id']}' differs from the file's name; write 'id: {id_}' or remove the line."
        report.add("file-name", entries["id"].line, message)
    names = _read_names(entries["names"].value, type_ == "person", report) if "names" in entries else _NO_NAMES
    return Entity(
        id=id_,
        type=type_,
        country=data.get("country", "both"),
        names=names[1],
        short=names[0],
        aliases=names[2],
        location=Location(report.path, tree.line),
        kind=data.get("kind"),
        family_names=data.get("family_name", {}),
        sector_ids=data.get("sectors", ()),
        website=data.get("website"),
        identifiers={name: data[key] for name in SCHEMES if (key := f"identifiers_{name}") in data},
        identifier_source_ids=data.get("identifiers_sources", ()),
    )


_Names = tuple[Wording, Wording, tuple[Alias, ...]]
_NO_NAMES: _Names = ({}, {}, ())


def _read_names(node: Node, person: bool, report: Report) -> _Names:
    """Short and preferred name per language, and every alias."""
    entries = read_table(node, report, "the names in en, ko and ja")
    report_unknown(entries, LANGS, "the names", report)
    short: dict[Lang, str] = {}
    preferred: dict[Lang, str] = {}
    aliases: dict[tuple[Lang, str], Alias] = {}
    for lang in LANGS:
        if lang not in entries:
            if isinstance(node, Table):
                report.add("missing-language", node.line, f"There is no name in '{lang}'; add '{lang}: {{name: …}}'.")
            continue
        data = NAMES.read(entries[lang].value, report)
        if "name" in data:
            short[lang] = data["name"]
            preferred[lang] = data.get("full", data["name"])
        for alias in _aliases(data, lang, person, entries[lang], report):
            aliases.setdefault((lang, alias.text), alias)
    return short, preferred, tuple(aliases.values())


def _aliases(data: Mapping[str, Any], lang: Lang, person: bool, entry: Entry, report: Report) -> Iterator[Alias]:
    lines = _lines_of_names(entry)
    listed: list[tuple[str, Strength, bool]] = [(data[key], "strong", False) for key in ("name", "full") if key in data]
    for key in NAME_LISTS:
        listed += [(name, _STRENGTHS[key], key == "abbreviation") for name in data.get(key, ())]
    reversals = [(other, strength, False) for text, strength, _ in listed if person and (other := reversed_name(text))]
    for text, strength, exact in listed + reversals:
        line = lines.get(text) or lines.get(reversed_name(text) or "", entry.line)
        yield Alias(text, lang, strength, Location(report.path, line), exact)


def _lines_of_names(entry: Entry) -> dict[str, int]:
    found: dict[str, int] = {}
    for field in read_entries(entry.value).values():
        nodes = [field.value] if isinstance(field.value, Scalar) else getattr(field.value, "items", ())
        for node in nodes:
            if isinstance(node, Scalar):
                found.setdefault(node.text.strip(), node.line)
    return found


def read_entries(node: Node) -> Mapping[str, Entry]:
    """The entries of a table; none for anything else."""
    return node.entries if isinstance(node, Table) else {}


def reversed_name(name: str) -> str | None:
    """``Ryu Jin`` for ``Jin Ryu``: a Latin name of two parts is said in either order."""
    parts = name.split()
    if len(parts) != 2 or not all(_is_latin(part) for part in parts):
        return None
    return f"{parts[1]} {parts[0]}"


def _is_latin(part: str) -> bool:
    letters = [char for char in part if char.isalpha()]
    return len(letters) > 1 and all(char < "\u0250" for char in letters)


def read_facts(subject_id: str, type_: str, tree: Node, report: Report) -> Iterator[tuple[Fact, Table]]:
    """The facts of a subject in the order written, each with its node."""
    entry = read_entries(tree).get("facts")
    for node in read_items(entry.value, report, "facts, each starting with '- id: …'") if entry else ():
        if not isinstance(node, Table):
            report.add("wrong-shape", node.line, "A fact starts with '- id: …', with its other fields below.")
            continue
        kind = _kind_of(node, type_, report)
        fact = _read_fact(subject_id, kind, node, report) if kind else None
        if fact is not None:
            yield fact, node


def _kind_of(node: Table, type_: str, report: Report) -> FactKind | None:
    if "kind" not in node.entries:
        report.add("missing-field", node.line, "This fact needs 'kind'; add for example 'kind: leadership'.")
        return None
    name = FACT_KIND.read(node.entries["kind"].value, report)
    kind = FACT_KINDS.get(name or "")
    if kind is not None and type_ not in kind.on:
        message = f"A '{name}' fact cannot stand under a subject of the type {type_}, only under: {', '.join(kind.on)}."
        report.add("wrong-kind", node.entries["kind"].line, message)
    return kind


def _read_fact(subject_id: str, kind: FactKind, node: Table, report: Report) -> Fact | None:
    data = kind.record.read(node, report)
    if "id" not in data:
        return None
    return Fact(
        id=data["id"],
        subject_id=subject_id,
        kind=kind.name,
        data={name: value for name, value in data.items() if name not in _NOT_DATA},
        period=_period(kind, data),
        confirmed=data.get("confirmed"),
        source_ids=data.get("sources", ()),
        status=data.get("status", "held"),
        location=Location(report.path, node.line),
        text=data.get("text", {}),
        corrects=tuple(text for text in data.get("corrects", ()) if ID.fullmatch(text)),
    )


def _period(kind: FactKind, data: Mapping[str, Any]) -> Period:
    start = data.get("from", data.get(kind.starts))
    end = data.get("to", data.get(kind.ends))
    return Period(start, start if end is None and kind.ends == "end_date" else end)


def read_sources(tree: Node, report: Report) -> Iterator[tuple[Source, Node]]:
    """The sources of a file, each with its node."""
    for id_, entry in read_table(tree, report, "sources, each under its id").items():
        if not ID.fullmatch(id_):
            message = f"'{id_}' is not an id; ids have small letters, digits and single hyphens, such as mbc-2025."
            report.add("wrong-id", entry.line, message)
        data = SOURCE.read(entry.value, report)
        published = data.pop("published", None)
        texts = {name: data.get(name, "") for name in ("publisher", "title", "url", "quality")}
        yield Source(id=id_, published=published, location=Location(report.path, entry.line), **texts), entry.value
