"""No identifier of another collection stands for two subjects."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "shared-identifier"


def check(loaded: Loaded) -> Iterator[Problem]:
    owners: dict[tuple[str, str], str] = {}
    for entity in loaded.partial.entities.values():
        for scheme, identifier in entity.identifiers.items():
            owner = owners.setdefault((scheme, identifier), entity.id)
            if owner != entity.id:
                message = f"'{identifier}' stands for '{owner}' already; look up which of the two it is, and mend one."
                yield Problem(loaded.at("subject", entity.id, "identifiers", scheme), CODE, message)
