"""What changed between two states of the knowledge. The one rule: changes are values, without a word of any language;
they come by subject, in one order, wherever in its file a thing stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.records import reversed_name
from bot.knowledge.schema import FACT_KINDS, TYPES
from bot.model.dates import PartialDate
from bot.model.knowledge import LANGS, Entity, Fact, Location

What = Literal[
    "subject-added",
    "subject-removed",
    "subject-changed",
    "name-added",
    "name-removed",
    "name-changed",
    "fact-added",
    "fact-removed",
    "fact-moved",
    "fact-changed",
    "term-ended",
    "source-added",
    "source-removed",
    "source-changed",
    "words-added",
    "words-removed",
    "words-changed",
]
Value = str | int | bool | PartialDate | tuple[str, ...] | None
Fields = Mapping[tuple[str, str], Value]
"""Plain values by the name of their field and, where it has parts, that of the part (a language, a country)."""

_NOWHERE = Location("", 0)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was.

    ``record``: the fact, source or words that changed; empty for the subject itself. ``field`` and ``part`` say which
    value of it, where one has changed; ``part`` is a language or a key within.
    """

    what: What
    subject_id: str | None
    record: str = ""
    field: str = ""
    part: str = ""
    before: Value = None
    after: Value = None


def differences(old: KnowledgeBase, new: KnowledgeBase) -> tuple[Change, ...]:
    """Every change, by subject; those of sources and words follow."""
    known = {**old.entities, **new.entities}
    order = sorted(known, key=lambda id_: (TYPES.index(known[id_].type), id_))
    of_subjects = chain.from_iterable(_of_subject(old, new, id_) for id_ in order)
    return (*of_subjects, *_of_sources(old, new), *_of_words(old, new))


def _of_subject(old: KnowledgeBase, new: KnowledgeBase, id_: str) -> Iterator[Change]:
    before, after = old.entities.get(id_), new.entities.get(id_)
    if before is None:
        yield Change("subject-added", id_)
    elif after is None:
        yield Change("subject-removed", id_)
    else:
        for (name, part), was, now in _unlike(_fields_of_subject(before), _fields_of_subject(after)):
            yield Change("subject-changed", id_, "", name, part, was, now)
        yield from _of_names(before, after)
    for fact in new.facts_of(id_):
        yield from _of_fact(old.facts.get(fact.id), fact)
    for fact in old.facts_of(id_):
        if fact.id not in new.facts:
            yield Change("fact-removed", id_, fact.id)


def _fields_of_subject(entity: Entity) -> Fields:
    return {
        ("type", ""): entity.type,
        ("country", ""): entity.country,
        ("kind", ""): entity.kind,
        ("sectors", ""): entity.sector_ids,
        ("website", ""): entity.website,
        **{("family_name", lang): name for lang, name in entity.family_names.items()},
        **{("identifiers", scheme): identifier for scheme, identifier in entity.identifiers.items()},
        ("identifiers", "sources"): entity.identifier_source_ids,
    }


def _of_names(before: Entity, after: Entity) -> Iterator[Change]:
    """Names that changed, then those that came and went; a changed name is not told as gone and come besides."""
    told: set[tuple[str, str]] = set()
    for lang in LANGS:
        short = ("name", before.short.get(lang), after.short.get(lang))
        full = ("full", before.names.get(lang), after.names.get(lang))
        for field, was, now in [short] + ([full] if full[1:] != short[1:] else []):
            if was != now:
                told |= {(lang, name) for name in (was, now) if name is not None}
                yield Change("name-changed", after.id, "", field, lang, was, now)
    for (text, part), was_strength, now_strength in _unlike(_aliases(before), _aliases(after)):
        if (part, text) in told:
            continue
        if was_strength is None or now_strength is None:
            what: What = "name-added" if was_strength is None else "name-removed"
            yield Change(what, after.id, "", str(now_strength or was_strength), part, None, text)
        else:
            yield Change("name-changed", after.id, text, "strength", part, was_strength, now_strength)


def _aliases(entity: Entity) -> Fields:
    """How strong each name is that a curator wrote; the other order of a person's name is not written."""
    seen: set[tuple[str, str]] = set()
    found: dict[tuple[str, str], Value] = {}
    for alias in entity.aliases:
        if (alias.lang, reversed_name(alias.text) or "") not in seen:
            found[alias.text, alias.lang] = "abbreviation" if alias.exact else alias.strength
        seen.add((alias.lang, alias.text))
    return found


def _of_fact(before: Fact | None, after: Fact) -> Iterator[Change]:
    if before is None:
        yield Change("fact-added", after.subject_id, after.id)
        return
    if before.subject_id != after.subject_id:
        yield Change("fact-moved", after.subject_id, after.id, "", "", before.subject_id, after.subject_id)
    ended = after.kind == "leadership" and not is_over(before) and is_over(after)
    if ended:
        yield Change("term-ended", after.subject_id, after.id, "to", "", None, after.period.end)
    for (name, part), was, now in _unlike(_fields_of_fact(before), _fields_of_fact(after)):
        if not (ended and name in ("to", "superseded")):
            yield Change("fact-changed", after.subject_id, after.id, name, part, was, now)


def is_over(fact: Fact) -> bool:
    return fact.period.end is not None or fact.data.get("superseded") is True


def _fields_of_fact(fact: Fact) -> Fields:
    """All that a curator wrote about a fact, but its place."""
    kind = FACT_KINDS[fact.kind]
    found: dict[tuple[str, str], Value] = {("kind", ""): fact.kind, ("status", ""): fact.status}
    if kind.starts not in fact.data:
        found["from", ""] = fact.period.start
    if kind.ends == "to":
        found["to", ""] = fact.period.end
    for name, value in {**fact.data, "text": fact.text}.items():
        if isinstance(value, Mapping):
            found |= {(name, part): each for part, each in value.items()}
        else:
            found[name, ""] = value
    return found | {("confirmed", ""): fact.confirmed, ("sources", ""): fact.source_ids}


def _of_sources(old: KnowledgeBase, new: KnowledgeBase) -> Iterator[Change]:
    for id_ in sorted({*old.sources, *new.sources}):
        before, after = old.sources.get(id_), new.sources.get(id_)
        if before is None or after is None:
            yield Change("source-added" if before is None else "source-removed", None, id_)
            continue
        for name in ("publisher", "title", "url", "published", "quality"):
            was, now = getattr(before, name), getattr(after, name)
            if was != now:
                yield Change("source-changed", None, id_, name, "", was, now)


def _of_words(old: KnowledgeBase, new: KnowledgeBase) -> Iterator[Change]:
    """The files of words that are not as they were."""
    before, after = _words(old), _words(new)
    for record in sorted({*before, *after}):
        if before.get(record) != after.get(record):
            what: What = (
                "words-added" if record not in before else "words-removed" if record not in after else "words-changed"
            )
            yield Change(what, None, record)


def _words(base: KnowledgeBase) -> dict[str, object]:
    found: dict[str, object] = {f"intents/{id_}": replace(one, location=_NOWHERE) for id_, one in base.intents.items()}
    found |= {f"lexicon/{lang}": words for lang, words in base.lexicons.items()}
    found |= {f"utterances/{lang}/{id_}": said for lang, all_ in base.utterances.items() for id_, said in all_.items()}
    return found | {f"answers/{lang}/{id_}": said for lang, all_ in base.answers.items() for id_, said in all_.items()}


def _unlike(before: Fields, after: Fields) -> Iterator[tuple[tuple[str, str], Value, Value]]:
    """The values that differ, in the order of the newer ones, with what they were and are; None where there is none."""
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        if was != now:
            yield key, was, now
