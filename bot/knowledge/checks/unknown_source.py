"""Every source that a fact or an identifier names exists."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.fields import did_you_mean
from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Location, Problem

CODE = "unknown-source"


def check(loaded: Loaded) -> Iterator[Problem]:
    known = loaded.partial.sources
    for id_, location in _named(loaded):
        if id_ not in known:
            hint = did_you_mean(id_, known)
            message = f"There is no source '{id_}'.{hint} Name an id from knowledge/sources/, or add it there."
            yield Problem(location, CODE, message)


def _named(loaded: Loaded) -> Iterator[tuple[str, Location]]:
    """Each source named, and where."""
    for fact in loaded.facts():
        for id_ in fact.source_ids:
            yield id_, loaded.at("fact", fact.id, "sources", id_)
    for entity in loaded.partial.entities.values():
        for id_ in entity.identifier_source_ids:
            yield id_, loaded.at("subject", entity.id, "identifiers", "sources", id_)
