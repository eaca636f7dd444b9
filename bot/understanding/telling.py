"""What facts say in their own words: whole words, all of the text, days, and whom they speak of.

The one rule: an entity is spoken of only where every language's text has its name, so no chance likeness counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.knowledge.base import KnowledgeBase, referenced_ids
from bot.model.dates import PartialDate
from bot.model.knowledge import LANGS, Fact
from bot.text.normalise import key, words_of

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BETWEEN = "\0"
"""Parts the texts of a fact where they stand in a row; no text has it."""
_NEVER_BY_ITSELF = "correction"
"""Told beside what it corrects, not as an answer."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a fact says, with the names of those it is about: its words, and all of it as a key.

    ``listed`` has each word on a line of its own, after a line break, so that beginnings of words are found at once.
    """

    words: frozenset[str]
    text: str
    listed: str


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
            words = frozenset(word for text in said for word in words_of(text))
            listed = "\n" + "\n".join(sorted(words))
            self._told[fact.id] = Telling(words, "\n".join(key(text) for text in said), listed)
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
        if _BETWEEN in wanted:
            return frozenset()
        return frozenset(fact_id for fact_id, said in self._folded.items() if wanted in said)

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        """The texts of each fact in small letters, one after the other."""
        return {fact.id: _BETWEEN.join(texts(fact)).casefold() for fact in self.facts()}

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
