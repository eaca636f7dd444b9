"""Everything a stretch of text can be read as: names of entities and words of the lexicons, by their keys.

The one rule: an entry is found by its key, the same normal form that the utterance goes through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Entity
from bot.text.normalise import key, normal_form
from bot.text.script import script_of
from bot.understanding.entries import Entries, Entry, EntryKind, NameUse

_STRENGTH_ORDER: Mapping[str, int] = {"strong": 0, "former": 1, "weak": 2, "family": 3}
_SHORTEST_FAMILY_NAME: Mapping[str, int] = {"latin": 4, "hangul": 2, "kanji": 2}
_MOST_NAMESAKES = 6
"""A family name that more people bear than this tells nothing by itself."""


@dataclass(frozen=True)
class Vocabulary:
    """All entries by key; ``lengths`` tells how long the keys are that begin with two characters, shortest first."""

    entries: Entries
    acronyms: frozenset[str]
    _lengths: Mapping[str, Sequence[int]] = field(repr=False)

    @classmethod
    def of(cls, entries: Mapping[str, tuple[Entry, ...]], acronyms: frozenset[str]) -> Vocabulary:
        lengths: dict[str, set[int]] = {}
        for entry_key in entries:
            lengths.setdefault(entry_key[:2], set()).add(len(entry_key))
        return cls(Entries(entries), acronyms, {opening: tuple(sorted(found)) for opening, found in lengths.items()})

    def plain(self) -> dict[str, Any]:
        """The vocabulary as values that JSON can hold."""
        return {"entries": self.entries.plain(), "acronyms": sorted(self.acronyms), "lengths": dict(self._lengths)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Vocabulary:
        return cls(Entries.from_plain(plain["entries"]), frozenset(plain["acronyms"]), plain["lengths"])

    def matches(self, text: str, start: int) -> Iterator[tuple[int, Entry]]:
        """Each entry whose key stands in ``text`` at ``start``, with the index after it; shortest first."""
        for entry in self.entries.at(text[start]):
            yield start + 1, entry
        for length in self._lengths.get(text[start : start + 2], ()):
            end = start + length
            if length > 1 and end <= len(text):
                for entry in self.entries.at(text[start:end]):
                    yield end, entry


def build_vocabulary(knowledge: KnowledgeBase) -> Vocabulary:
    """Compile the names of all entities and the words of all lexicons."""
    entries: dict[str, list[Entry]] = {}
    acronyms: set[str] = set()
    words = list(_words(knowledge))
    spoken = {word_key for (word_key, _), _, _ in words}
    for name_key, uses in _names(knowledge).items():
        if name_key in spoken and all(use.strength == "family" for use in uses):
            continue  # a family name that is a word ("son") is that word
        entries.setdefault(name_key, []).append(Entry(name_key, "name", uses=uses))
        if all(_is_acronym(use.alias) for use in uses):
            acronyms.add(name_key)
    for (word_key, gaps), kind, concepts in words:
        entries.setdefault(word_key, []).append(Entry(word_key, kind, concepts, gaps=gaps))
    return Vocabulary.of({k: tuple(v) for k, v in entries.items()}, frozenset(acronyms))


def _names(knowledge: KnowledgeBase) -> dict[str, tuple[NameUse, ...]]:
    uses: dict[str, dict[str, NameUse]] = {}
    for entity in knowledge.entities.values():
        for use in (*_alias_uses(entity), *_family_name_uses(entity)):
            name_key = key(use.alias)
            known = uses.setdefault(name_key, {}).get(use.entity_id)
            if name_key and (known is None or _STRENGTH_ORDER[use.strength] < _STRENGTH_ORDER[known.strength]):
                uses[name_key][use.entity_id] = use
    return {name_key: meant for name_key, found in uses.items() if (meant := _meant_by(list(found.values())))}


def _meant_by(uses: list[NameUse]) -> tuple[NameUse, ...]:
    """The uses of one name, surest first: a family name counts where nothing else is called so and few bear it."""
    named = [use for use in uses if use.strength != "family"]
    if not named and len(uses) > _MOST_NAMESAKES:
        return ()
    return tuple(sorted(named or uses, key=lambda use: (_STRENGTH_ORDER[use.strength], use.entity_id)))


def _alias_uses(entity: Entity) -> Iterator[NameUse]:
    for alias in entity.aliases:
        yield NameUse(entity.id, alias.strength, alias.text)


def _family_name_uses(entity: Entity) -> Iterator[NameUse]:
    """A person may be called by the family name alone, where it is long enough to be told from a syllable."""
    for name in entity.family_names.values():
        if len(name) >= _SHORTEST_FAMILY_NAME.get(script_of(name[0]), 3):
            yield NameUse(entity.id, "family", name)


def _is_acronym(alias: str) -> bool:
    return len(alias) <= 5 and alias.isascii() and alias.isalpha() and alias.isupper()


_Written = tuple[str, int | None]


def _words(knowledge: KnowledgeBase) -> Iterable[tuple[_Written, EntryKind, frozenset[str]]]:
    """Words with their concepts; one that is a particle too (장 in 협회장) means something only behind a word."""
    concepts: dict[_Written, set[str]] = {}
    plain: dict[_Written, EntryKind] = {}
    for lexicon in knowledge.lexicons.values():
        for concept, words in lexicon.concepts.items():
            for word in words:
                concepts.setdefault(_written(word), set()).add(concept)
        for word in lexicon.particles:
            plain[_written(word)] = "particle"
        for word in lexicon.skip:
            plain.setdefault(_written(word), "skip")
    for word_key, tags in concepts.items():
        attached = plain.get(word_key) == "particle"
        if word_key[0]:
            yield word_key, "particle" if attached else "word", frozenset(tags)
    for word_key, kind in plain.items():
        if word_key[0] and word_key not in concepts:
            yield word_key, kind, frozenset()


def _written(word: str) -> _Written:
    word_key = key(word)
    return word_key, normal_form(word).count(" ") if word_key.isascii() else None
