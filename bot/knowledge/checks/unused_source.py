"""Every source is cited by a fact, or shows an identifier."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "unused-source"


def check(loaded: Loaded) -> Iterator[Problem]:
    cited = {id_ for fact in loaded.facts() for id_ in fact.source_ids}
    cited |= {id_ for entity in loaded.partial.entities.values() for id_ in entity.identifier_source_ids}
    for source in loaded.partial.sources.values():
        if source.id not in cited:
            message = f"No fact cites the source '{source.id}'; cite it under 'sources:' of a fact, or remove it."
            yield Problem(source.location, CODE, message)
