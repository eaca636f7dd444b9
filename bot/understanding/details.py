"""Words that a subject's own facts contain: a company, a place or a topic named beside it needs no other explanation.

The one rule: only what our facts say of the very subject counts, so an attribute that we do not hold stays unexplained.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Fact
from bot.text.normalise import key, words_of

_SHORTEST = 2


@dataclass(frozen=True)
class Details:
    """What the facts of each subject say, ready to look words up in; gathered on first use."""

    knowledge: KnowledgeBase
    _gathered: dict[str, tuple[frozenset[str], str]] = field(default_factory=dict, repr=False)

    def explain(self, word: str, subject_ids: tuple[str, ...]) -> bool:
        """Whether a word stands in a fact of one of the subjects: whole in Latin, as a part in other scripts."""
        plain = key(word)
        if len(plain) < _SHORTEST:
            return False
        for entity_id in subject_ids:
            words, text = self._of(entity_id)
            if plain in words or (not plain.isascii() and plain in text):
                return True
        return False

    def _of(self, entity_id: str) -> tuple[frozenset[str], str]:
        if entity_id not in self._gathered:
            facts = (*self.knowledge.facts_of(entity_id), *self.knowledge.facts_naming(entity_id))
            texts = [text for fact in facts for text in (*_texts(fact), *self._names(fact))]
            words = frozenset(word for text in texts for word in words_of(text))
            self._gathered[entity_id] = words, "\n".join(key(text) for text in texts)
        return self._gathered[entity_id]

    def _names(self, fact: Fact) -> Iterator[str]:
        yield from self.knowledge.entities[fact.subject_id].names.values()
        for value in fact.data.values():
            named = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
            for entity_id in named:
                if entity_id in self.knowledge.entities:
                    yield from self.knowledge.entities[entity_id].names.values()


def _texts(fact: Fact) -> Iterator[str]:
    yield from fact.text.values()
    for value in fact.data.values():
        if isinstance(value, Mapping):
            yield from (part for part in value.values() if isinstance(part, str))
