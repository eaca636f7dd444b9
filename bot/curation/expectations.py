"""What should be known of a subject of each type. The one rule: this table is the only place that says so; coverage
counts by it, and a new subject's skeleton asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.answering.fields import truth_of, word_of
from bot.answering.lookup import head_terms
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import TYPES
from bot.model.knowledge import LANGS, Entity, Fact, Lang

_ANY_LANG = frozenset(LANGS)
_NONE: frozenset[Lang] = frozenset()
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc\u30fb ・]+")
_BODIES = frozenset(
    ("federation", "chamber", "association", "regional-federation", "foundation", "agency", "club", "committee")
)
"""The kinds of body that people join and somebody heads; of a company or a ministry only its part here is told."""
_PAIRED = frozenset(("federation", "chamber", "association", "regional-federation", "agency"))

Told = Callable[[KnowledgeBase, Entity], frozenset[Lang]]
"""The languages in which something is told; all of them, or none, where it has no language."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that should be known: of which types (and kinds of body), in which languages it is told.

    ``spoken``: it is told in words, so it may be missing in one language only. ``facts``: the kinds that fill it.
    """

    name: str
    types: tuple[str, ...]
    told: Told
    kinds: frozenset[str] = frozenset()
    spoken: bool = False
    facts: tuple[str, ...] = ()

    def is_of(self, entity: Entity) -> bool:
        return entity.type in self.types and (not self.kinds or entity.kind in self.kinds)


def _named(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    return frozenset(lang for lang in LANGS if lang in entity.short)


def _named_again(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    """A second name, so that it is found by what people call it."""
    names = [alias for alias in entity.aliases if alias.text != entity.short.get(alias.lang)]
    return frozenset(alias.lang for alias in names)


def _family_named(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    return frozenset(lang for lang in LANGS if lang in entity.family_names)


def _read_aloud(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    """How the Japanese name is read: a name in kana."""
    return _when(any(alias.lang == "ja" and _KANA.fullmatch(alias.text) for alias in entity.aliases))


def _worded(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    """A sentence of its own, in any of its facts."""
    return frozenset(lang for fact in base.facts_of(entity.id) for lang in fact.text)


def _series_worded(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    return frozenset(lang for fact in base.facts_of(entity.id, "series") for lang in fact.text)


def _agenda(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    """What any of its meetings was about, or came to."""
    return _fields("topics", "edition")(base, entity) | _fields("outcome", "edition")(base, entity)


def _has(*kinds: str) -> Told:
    return lambda base, entity: _when(bool(base.facts_of(entity.id, *kinds)))


def _fields(field: str, *kinds: str) -> Told:
    """A field of words, in any fact of these kinds."""

    def told(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
        values = (fact.data.get(field) for fact in base.facts_of(entity.id, *kinds))
        return frozenset(lang for value in values if isinstance(value, dict) for lang in LANGS if lang in value)

    return told


def _heads(base: KnowledgeBase, entity: Entity) -> tuple[Fact, ...]:
    """The heads of whom no end is known."""
    terms = (term.fact for term in head_terms(base, entity.id) if term.beyond is None)
    return tuple(fact for fact in terms if truth_of(fact, "superseded") is not True)


def _headed(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    return _when(bool(_heads(base, entity)))


def _head_dated(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    heads = _heads(base, entity)
    return _when(bool(heads) and all(fact.period.start is not None for fact in heads))


def _head_sourced_twice(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    """Each head by two publishers, or by the body itself."""
    heads = _heads(base, entity)
    return _when(bool(heads) and all(_is_sure(base, fact.source_ids) for fact in heads))


def _is_sure(base: KnowledgeBase, source_ids: Iterable[str]) -> bool:
    cited = [base.sources[id_] for id_ in source_ids if id_ in base.sources]
    sound = [source for source in cited if source.quality != "aggregator"]
    return any(source.quality == "body" for source in sound) or len({source.publisher for source in sound}) > 1


def _paired(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    """A counterpart that a source stands for."""
    pairs = (*base.facts_of(entity.id, "counterpart"), *base.facts_naming(entity.id, "counterpart"))
    return _when(any(id_ in base.sources for fact in pairs for id_ in fact.source_ids))


def _in_post(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    posts = base.facts_naming(entity.id, "leadership")
    return _when(any(word_of(fact, "person") == entity.id for fact in posts))


def _strong_sides(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    countries = {word_of(fact, "country") for fact in base.facts_of(entity.id, "strength")}
    return _when(countries >= {"KR", "JP"})


def _connected(base: KnowledgeBase, entity: Entity) -> frozenset[Lang]:
    """Who takes part."""
    return _when(bool(base.facts_of(entity.id, "link", "agreement", "leadership") or base.facts_naming(entity.id)))


def _when(known: bool) -> frozenset[Lang]:
    return _ANY_LANG if known else _NONE


_ORG, _PERSON, _SERIES, _EVENT = ("organization",), ("person",), ("event_series",), ("event",)
_SECTOR, _INITIATIVE, _FIELD = ("sector",), ("initiative",), ("field",)
_CALLED_VARIOUSLY = tuple(type_ for type_ in TYPES if type_ != "person")
"""A person's name is often written in one way only, or in either order, which is known by itself."""

EXPECTATIONS: tuple[Expectation, ...] = (
    Expectation("name", TYPES, _named, spoken=True),
    Expectation("another name", _CALLED_VARIOUSLY, _named_again, spoken=True),
    Expectation("family name", _PERSON, _family_named, spoken=True),
    Expectation("reading in kana", _PERSON, _read_aloud),
    Expectation("wording", (*_ORG, *_INITIATIVE), _worded, spoken=True, facts=("role",)),
    Expectation("founded", _ORG, _has("founding"), _BODIES, facts=("founding",)),
    Expectation("seat", _ORG, _fields("place", "seat"), _BODIES, spoken=True, facts=("seat",)),
    Expectation("head", _ORG, _headed, _BODIES, facts=("leadership",)),
    Expectation("since when the head", _ORG, _head_dated, _BODIES),
    Expectation("head by two, or its own", _ORG, _head_sourced_twice, _BODIES),
    Expectation("counterpart with source", _ORG, _paired, _PAIRED, facts=("counterpart",)),
    Expectation("post", _PERSON, _in_post),
    Expectation("wording", _SERIES, _series_worded, spoken=True, facts=("series",)),
    Expectation("frequency", _SERIES, _fields("frequency", "series"), spoken=True),
    Expectation("a meeting", (*_SERIES, *_EVENT), _has("edition"), facts=("edition",)),
    Expectation("place of a meeting", (*_SERIES, *_EVENT), _fields("place", "edition"), spoken=True),
    Expectation("topics or outcome", _SERIES, _agenda, spoken=True),
    Expectation("state", _SECTOR, _has("sector-status"), facts=("sector-status",)),
    Expectation("strengths of both", _SECTOR, _strong_sides, facts=("strength",)),
    Expectation("channel", _SECTOR, _has("channel"), facts=("channel",)),
    Expectation("key bodies", _SECTOR, _has("key-bodies"), facts=("key-bodies",)),
    Expectation("since when", _INITIATIVE, _has("founding", "agreement"), facts=("founding", "agreement")),
    Expectation("who takes part", _INITIATIVE, _connected, facts=("link",)),
    Expectation("overview", _FIELD, _has("overview"), facts=("overview",)),
)


def facts_expected(type_: str) -> tuple[str, ...]:
    """The kinds of fact that fill what should be known of a type, in the order to ask for them."""
    kinds = (kind for one in EXPECTATIONS if type_ in one.types for kind in one.facts)
    return tuple(dict.fromkeys(kinds))
