"""What facts say in their own words: whole words, all of the text, days, and whom they speak of.

The one rule: an entity is spoken of only where every language's text has its name, so no chance likeness counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.knowledge.base import KnowledgeBase, referenced_ids
from bot.model.dates import PartialDate
from bot.model.knowledge import LANGS, Fact
from bot.text.normalise import key, normalise

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NEVER_BY_ITSELF = "correction"
"""Told beside what it corrects, not as an answer."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a fact says, with the names of those it is about: its Latin words, and all of it as a key."""

    words: frozenset[str]
    text: str


@dataclass(frozen=True)
class Tellings:
    """The facts of a knowledge base that have words, by what they say; read on first use."""

    knowledge: KnowledgeBase
    _told: dict[str, Telling] = field(default_factory=dict, repr=False)
    _speaking: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)

    def facts(self) -> Iterator[Fact]:
        for fact in self.knowledge.facts.values():
            if fact.kind != _NEVER_BY_ITSELF and (fact.text or fact.kind == "edition"):
                yield fact

    def of(self, fact: Fact) -> Telling:
        if fact.id not in self._told:
            entities = [self.knowledge.entities[one] for one in sorted(self._touched(fact))]
            names = [name for one in entities for name in (*one.names.values(), *one.short.values())]
            said = (*texts(fact), *names)
            words = frozenset(word for text in said for word in normalise(text).text.split())
            self._told[fact.id] = Telling(words, "\n".join(key(text) for text in said))
        return self._told[fact.id]

    def speaking_of(self, entity_id: str) -> frozenset[str]:
        """The ids of the facts that are about an entity or speak of it."""
        if entity_id not in self._speaking:
            ids = (fact.id for fact in self.facts() if entity_id in self._touched(fact) or self._names(fact, entity_id))
            self._speaking[entity_id] = frozenset(ids)
        return self._speaking[entity_id]

    def saying(self, text: str) -> frozenset[str]:
        """The ids of the facts that have a stretch of text just as it is written."""
        wanted = text.casefold()
        return frozenset(fact.id for fact in self.facts() if any(wanted in said.casefold() for said in texts(fact)))

    def country_concepts(self, fact: Fact) -> frozenset[str]:
        """The countries of those a fact is about, as concepts."""
        return frozenset(f"country_{self.knowledge.entities[one].country.lower()}" for one in self._touched(fact))

    def _touched(self, fact: Fact) -> set[str]:
        return {fact.subject_id, *referenced_ids(fact)} & set(self.knowledge.entities)

    def _names(self, fact: Fact, entity_id: str) -> bool:
        entity = self.knowledge.entities[entity_id]
        return bool(fact.text) and all(
            entity.names[lang] in fact.text.get(lang, "") or entity.short[lang] in fact.text.get(lang, "")
            for lang in LANGS
        )


def texts(fact: Fact) -> Iterator[str]:
    """All that a fact has in words, in every language."""
    yield from fact.text.values()
    for value in fact.data.values():
        if isinstance(value, Mapping):
            yield from (part for part in value.values() if isinstance(part, str))


def days(fact: Fact) -> Iterator[PartialDate]:
    """The days a fact has, and the years it speaks of."""
    yield from (value for value in fact.data.values() if isinstance(value, PartialDate))
    yield from (day for day in (fact.period.start, fact.period.end) if day is not None)
    years = {int(year) for text in texts(fact) for year in _YEAR.findall(text)}
    yield from (PartialDate(year) for year in sorted(years))


def has_number(fact: Fact) -> bool:
    return any(character.isdigit() for text in texts(fact) for character in text)
