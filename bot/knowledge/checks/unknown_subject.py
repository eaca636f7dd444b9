"""Every subject that is named exists, and is of a type that may stand there."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.fields import did_you_mean
from bot.knowledge.loaded import Loaded
from bot.knowledge.schema import references
from bot.model.knowledge import Location, Problem

CODE = "unknown-subject"


def check(loaded: Loaded) -> Iterator[Problem]:
    for fact in loaded.facts():
        for field, id_, types in references(fact):
            path = field.split("_", 1) if field.startswith("affiliation_") else [field]
            yield from _problems(loaded, loaded.at("fact", fact.id, *path, id_), id_, types)
    for entity in loaded.partial.entities.values():
        for id_ in entity.sector_ids:
            yield from _problems(loaded, loaded.at("subject", entity.id, "sectors", id_), id_, ("sector",))


def _problems(loaded: Loaded, location: Location, id_: str, types: tuple[str, ...]) -> Iterator[Problem]:
    entity = loaded.partial.entities.get(id_)
    if entity is None and id_ not in loaded.subject_ids:
        hint = did_you_mean(id_, loaded.subject_ids)
        yield Problem(location, CODE, f"There is no subject '{id_}'.{hint} Add its file under knowledge/subjects/.")
    elif entity is not None and entity.type not in types:
        message = f"'{id_}' is of the type {entity.type}; name one of the type {' or '.join(types)} here."
        yield Problem(location, CODE, message)
