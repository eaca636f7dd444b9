"""The knowledge as the rooms above see it: read once, never changed. The one rule: every look-up is a dictionary's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from bot.model.knowledge import Entity, Fact, Lang, Location, Source

PAIR = "pair"
"""What an intent is the default for when two names alone are said."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way an intent is asked for: the concepts that must all be said, of which subjects, and the part meant.

    ``of``: the allowed rows of subject groups (``body``, ``person``, ``series``, ``sector``, ``topic``, ``field``);
    an empty row means that no subject is needed.
    """

    say: frozenset[str]
    of: tuple[tuple[str, ...], ...]
    part: str | None = None


@dataclass(frozen=True, slots=True)
class IntentSpec:
    """What an intent asks for and what fits it (knowledge/intents/<id>.yaml).

    ``patterns``: the ways to ask for it. ``likes``: concepts it explains besides. ``refuses``: concepts that rule it
    out. ``parts``: concept → part of the answer it asks for. ``facts``: the kinds of fact that answer it.
    ``default_for``: the subject groups whose bare name asks for it. ``tells``: kind of fact → the concepts that it
    answers by itself. ``status``: of its replies.
    """

    id: str
    location: Location
    asks: str = ""
    status: str = "answered"
    patterns: tuple[Pattern, ...] = ()
    likes: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    parts: Mapping[str, str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    default_for: frozenset[str] = frozenset()
    tells: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language (knowledge/lexicon/<lang>.yaml).

    ``concepts``: concept → its words. ``skip``: words that carry no content. ``particles``: what may follow a name.
    ``times``: words for relative times → what they mean (``last year`` → ``year-1``). ``months``: names, January first.
    ``formats``: how dates, numbers and lists are written. ``labels``: group → id → word (roles, countries, kinds…).
    """

    lang: Lang
    concepts: Mapping[str, tuple[str, ...]]
    skip: tuple[str, ...]
    particles: tuple[str, ...]
    times: Mapping[str, str]
    months: tuple[tuple[str, ...], ...]
    formats: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, eq=False)
class KnowledgeBase:
    """Entities, facts, sources and words. Iteration order is by id everywhere, so nothing depends on file order.

    One knowledge base equals only itself, so what was looked up in it can be kept (``functools.lru_cache``).
    ``seen_on``: the earlier day it is looked at from (hindsight.py), where that is not the newest of its days.
    """

    entities: Mapping[str, Entity]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    intents: Mapping[str, IntentSpec]
    utterances: Mapping[Lang, Mapping[str, tuple[str, ...]]]
    answers: Mapping[Lang, Mapping[str, Mapping[str, str]]]
    lexicons: Mapping[Lang, Lexicon]
    seen_on: date | None = None

    def facts_of(self, subject_id: str, *kinds: str) -> tuple[Fact, ...]:
        """The facts filed under a subject, in the order a curator wrote them; of the given kinds, or all."""
        facts = self._by_subject.get(subject_id, ())
        return tuple(fact for fact in facts if not kinds or fact.kind in kinds)

    def facts_naming(self, entity_id: str, *kinds: str) -> tuple[Fact, ...]:
        """The facts of other subjects whose data name this entity (a person's terms of office, a body's partners)."""
        facts = self._by_reference.get(entity_id, ())
        return tuple(fact for fact in facts if not kinds or fact.kind in kinds)

    def neighbours_of(self, entity_id: str) -> frozenset[str]:
        """The ids that facts of an entity name, its own and those that name it; the subjects of the latter too."""
        known = self._neighbours.get(entity_id)
        if known is None:
            facts = (*self.facts_of(entity_id), *self.facts_naming(entity_id))
            known = self._neighbours[entity_id] = frozenset().union(*map(_named_in, facts))
        return known

    def of_type(self, *types: str) -> tuple[Entity, ...]:
        return tuple(entity for entity in self.entities.values() if entity.type in types)

    @cached_property
    def short_names(self) -> Mapping[tuple[Lang, str], int]:
        """How many entities go by a short name in a language."""
        return Counter((lang, name) for entity in self.entities.values() for lang, name in entity.short.items())

    @cached_property
    def _neighbours(self) -> dict[str, frozenset[str]]:
        """Gathered as they are asked for."""
        return {}

    @cached_property
    def _by_subject(self) -> Mapping[str, tuple[Fact, ...]]:
        return _grouped((fact.subject_id, fact) for fact in self.facts.values())

    @cached_property
    def _by_reference(self) -> Mapping[str, tuple[Fact, ...]]:
        return _grouped(
            (named, fact)
            for fact in self.facts.values()
            for named in sorted(referenced_ids(fact))
            if named in self.entities and named != fact.subject_id
        )


def referenced_ids(fact: Fact) -> frozenset[str]:
    """Every string in a fact's data that could be an id; the caller keeps those that are."""
    found: set[str] = set()
    for value in fact.data.values():
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, tuple):
            found.update(value)
        elif isinstance(value, Mapping):
            found.update(part for part in value.values() if isinstance(part, str))
    return frozenset(found)


def _named_in(fact: Fact) -> frozenset[str]:
    """The subject of a fact and the ids in its data, alone or in rows."""
    alone = (value for value in fact.data.values() if isinstance(value, str))
    rows = (value for value in fact.data.values() if isinstance(value, tuple))
    return frozenset((fact.subject_id, *alone, *(one for row in rows for one in row)))


def _grouped(pairs: Iterable[tuple[str, Fact]]) -> Mapping[str, tuple[Fact, ...]]:
    groups: dict[str, list[Fact]] = {}
    for key, fact in pairs:
        groups.setdefault(key, []).append(fact)
    return {key: tuple(facts) for key, facts in groups.items()}
