"""Which fields each kind of record has, in one table. The one rule: reader and JSON Schema follow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.knowledge.composites import Counts, Field, Flattened, IdOrWords, Nested, Parties, Record, Words
from bot.knowledge.fields import Choice, Date, FieldType, Flag, Id, Identifier, Listed, Number, Text, Url
from bot.model.knowledge import LANGS, Fact

TYPES = ("organization", "person", "event_series", "event", "sector", "initiative", "field")
COUNTRIES = ("KR", "JP", "both")
STATUSES = ("held", "announced", "unconfirmed", "disputed", "not-held", "postponed")
QUALITIES = ("body", "government", "press", "trade", "research", "aggregator")
KINDS: Mapping[str, tuple[str, ...]] = {
    "organization": (
        *("federation", "chamber", "association", "regional-federation", "foundation", "agency", "club", "committee"),
        *("company", "cluster", "government", "institute"),
    ),
    "event_series": ("business", "chamber", "government", "regional", "sector"),
}
ROLES = (
    *("chair", "president", "co-chair", "vice-chair", "acting-chair", "honorary-chair", "chair-designate"),
    *("director-general", "managing-director", "full-time-vice-chair", "executive-vice-chair", "board-chair"),
    *("lead-secretary", "member"),
)
TOPICS = ("contact", "exchange", "dispatch", "partnership", "meeting", "support")


def _ref(*types: str) -> Id:
    return Id(" or ".join(types).replace("_", " ") or "a subject", types or TYPES)


_WORDS = Field(Words())
_DATE = Field(Date())
_NUMBER = Field(Number())
_FLAG = Field(Flag())
_TEXT = Field(Words(), required=True, note="one or two natural sentences in each language, in your own words")
_SPAN = {"from": _DATE, "to": _DATE}
_PERSONS = Field(Listed(_ref("person"), "ids of persons"))
_BODIES = _ref("organization", "event_series", "initiative", "event")
_AFFILIATION = Record("the affiliation", {"org": Field(IdOrWords(_ref("organization"))), "title": _WORDS})
_COMMON = {
    "id": Field(Id(), required=True, note="unique over all files; never changes"),
    "kind": Field(Text(), required=True),
    "sources": Field(Listed(Id("a source"), "ids of sources", least=1), required=True),
    "confirmed": Field(Date(), note="the newest date at which a source vouches for it"),
    "status": Field(Choice(STATUSES), note="held when left out"),
    "conflicts_with": Field(Listed(Id("a fact"), "ids of facts"), note="the other fact has to name this one too"),
    "text": Field(Words(), note="a remark, one short sentence in each language"),
}
_ANY = TYPES
_BODY_LIKE = ("organization", "event_series", "initiative")


@dataclass(frozen=True, slots=True)
class FactKind:
    """One kind of fact: the types it is filed under, and its fields; ``starts``/``ends`` name those of its period."""

    name: str
    on: tuple[str, ...]
    record: Record
    starts: str = "from"
    ends: str = "to"


def _kind(
    name: str, on: tuple[str, ...], fields: Mapping[str, Field], starts: str = "from", ends: str = "to"
) -> FactKind:
    article = "an" if name[0] in "aeiou" else "a"
    known = {**_COMMON, "kind": Field(Choice((name,)), required=True), **fields}
    return FactKind(name, on, Record(f"{article} {name} fact", known), starts, ends)


_LEADERSHIP = {
    "person": Field(_ref("person"), required=True),
    "role": Field(Choice(ROLES), required=True),
    "title": Field(Words(), note="what this body calls the role, where that is special"),
    "side": Field(Choice(("kr", "jp")), note="of a meeting with two chairs: whose chair"),
    **_SPAN,
    "ordinal": Field(Number(1), note="the 15th chair: 15"),
    "term_ends": Field(Date(), note="when the term runs out, though it has not ended yet"),
    "superseded": Field(Flag(), note="true: left the post, and the date is not known"),
    "affiliation": Field(Flattened(_AFFILIATION), note="company and post held at the same time"),
    "distinction": _WORDS,
}
COUNTED = ("companies", "associations", "regional_bodies", "chambers", "members", "individuals")
_EDITION = {
    "edition": Field(Number(1), note="the number of the meeting"),
    "date": Field(Date(), required=True),
    "end_date": _DATE,
    "place": _WORDS,
    "venue": _WORDS,
    "format": Field(Choice(("online", "hybrid", "in-person"))),
    "attendance": Field(Counts(("kr", "jp", "cn", "us", "total"))),
    "heads_kr": _PERSONS,
    "heads_jp": _PERSONS,
    "topics": _WORDS,
    "outcome": _WORDS,
}
_SERIES = {
    "since": Field(Date(), required=True),
    "frequency": _WORDS,
    "organizers": Field(Parties(_ref(*_BODY_LIKE), "organizer_names")),
    "text": _TEXT,
}
_AGREEMENT = {
    "parties": Field(Parties(_ref(), "party_names"), required=True),
    "signed": _DATE,
    "topics": _WORDS,
    "text": _TEXT,
}
_CORRECTS = Field(Listed(Text(), "fact ids"), required=True, note="ids of the facts that are wrong, or words for them")

FACT_KINDS: Mapping[str, FactKind] = {
    kind.name: kind
    for kind in (
        _kind("leadership", _BODY_LIKE, _LEADERSHIP),
        _kind(
            "counterpart",
            ("organization", "person", "event_series", "initiative"),
            {"partner": Field(_ref(), required=True), "since": _DATE, **_SPAN},
            "since",
        ),
        _kind(
            "link",
            _ANY,
            {
                "with": Field(Listed(_ref(), "ids of subjects", least=1), required=True),
                "topic": Field(Choice(TOPICS)),
                **_SPAN,
                "text": _TEXT,
            },
        ),
        _kind(
            "membership",
            _BODY_LIKE,
            {"counted": _DATE, **dict.fromkeys(COUNTED, _NUMBER), "approximate": _FLAG},
            "counted",
            "counted",
        ),
        _kind("founding", _ANY, {"date": Field(Date(), required=True)}, "date", ""),
        _kind("seat", _BODY_LIKE, {"place": Field(Words(), required=True), **_SPAN}),
        _kind("role", _ANY, {**_SPAN, "text": _TEXT}),
        _kind("naming", _ANY, {"date": _DATE, "former": _WORDS, "text": _TEXT}, "date", ""),
        _kind("term-rule", _BODY_LIKE, {**_SPAN, "text": _TEXT}),
        _kind("series", ("event_series",), _SERIES, "since", ""),
        _kind("edition", ("event_series", "event"), _EDITION, "date", "end_date"),
        _kind("activity", _ANY, {"date": _DATE, "place": _WORDS, "persons": _PERSONS, "text": _TEXT}, "date", ""),
        _kind("agreement", _ANY, _AGREEMENT, "signed", ""),
        _kind("sector-status", ("sector",), {**_SPAN, "text": _TEXT}),
        _kind("strength", ("sector",), {"country": Field(Choice(("KR", "JP")), required=True), "text": _TEXT}),
        _kind("channel", ("sector",), {"exists": Field(Flag(), required=True), **_SPAN, "text": _TEXT}),
        _kind(
            "key-bodies",
            ("sector",),
            {"bodies": Field(Listed(_BODIES, "ids of bodies", least=1), required=True), "text": _TEXT},
        ),
        _kind("quote", _ANY, {"speaker": Field(Words(), required=True), "date": _DATE, "text": _TEXT}, "date", ""),
        _kind("overview", ("field",), {"text": _TEXT}),
        _kind("biography", ("person",), {"born": _DATE}),
        _kind("correction", _ANY, {"corrects": _CORRECTS, "text": _TEXT}),
    )
}

FACT_KIND = Choice(tuple(FACT_KINDS))
NAME_LISTS = ("abbreviation", "strong", "weak", "former")
NAMES = Record(
    "the names in one language",
    {
        "name": Field(Text(), required=True, note="what an answer calls it: short and natural"),
        "full": Field(Text(), note="the official long name, where it differs"),
        **dict.fromkeys(NAME_LISTS, Field(Listed(Text(), "names"))),
    },
)

SCHEMES: Mapping[str, FieldType] = {"wikidata": Identifier("Q[1-9][0-9]{0,11}", "Q1234567")}
IDENTIFIERS = Record(
    "the identifiers",
    {
        **{name: Field(type_) for name, type_ in SCHEMES.items()},
        "sources": Field(Listed(Id("a source"), "ids of sources", least=1), required=True, note="pages that show them"),
    },
)


def subject_record(type_: str) -> Record:
    """The fields of a subject of this type; ``names`` and ``facts`` are read by their own tables."""
    named = {"type": "object", "properties": dict.fromkeys(LANGS, NAMES.json()), "additionalProperties": False}
    kinds = [kind.record.json() for kind in FACT_KINDS.values() if type_ in kind.on]
    fields = {
        "id": Field(Id(), note="the same as the file's name; may be left out"),
        "country": Field(Choice(COUNTRIES), required=type_ in ("organization", "person")),
        "sectors": Field(Listed(_ref("sector"), "ids of sectors")),
        "names": Field(Nested(named | {"required": list(LANGS)}), required=True),
        "website": Field(Url()),
        "identifiers": Field(Flattened(IDENTIFIERS), note="what other collections call it"),
        "facts": Field(Nested({"type": "array", "items": {"oneOf": kinds}}), note="oldest first"),
    }
    if type_ in KINDS:
        fields["kind"] = Field(Choice(KINDS[type_]), required=True)
    if type_ == "person":
        fields["family_name"] = Field(Words(partial=True), note="which part of the name is the family name")
    return Record(f"a subject of the type {type_}", fields)


SUBJECTS: Mapping[str, Record] = {type_: subject_record(type_) for type_ in TYPES}
SOURCE = Record(
    "a source",
    {
        "publisher": Field(Text(), required=True),
        "title": Field(Text(), required=True),
        "url": Field(Url(), required=True),
        "published": Field(Date(), note="left out only where the page shows no date"),
        "quality": Field(Choice(QUALITIES), required=True),
    },
)


def references(fact: Fact) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each subject a fact names: the field, the id, and the types of subject that may stand there."""
    kind = FACT_KINDS[fact.kind]
    for name, field in kind.record.fields.items():
        yield from _references(name, field.type, fact)


def _references(name: str, type_: FieldType, fact: Fact) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    if isinstance(type_, Flattened):
        for part, field in type_.record.fields.items():
            yield from _references(f"{name}_{part}", field.type, fact)
        return
    if isinstance(type_, Listed):
        type_ = type_.of
    if isinstance(type_, IdOrWords | Parties):
        type_ = type_.id
    if isinstance(type_, Id) and type_.types:
        value = fact.data.get(name)
        for id_ in value if isinstance(value, tuple) else (value,):
            if isinstance(id_, str):
                yield name, id_, type_.types
