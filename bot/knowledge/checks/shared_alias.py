"""No strong name stands for two subjects."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Alias, Problem
from bot.text.normalise import key

CODE = "shared-alias"


def check(loaded: Loaded) -> Iterator[Problem]:
    owners: dict[str, dict[str, Alias]] = {}
    for entity in loaded.partial.entities.values():
        for alias in entity.aliases:
            if alias.strength == "strong":
                owners.setdefault(key(alias.text), {}).setdefault(entity.id, alias)
    for shared in owners.values():
        (first_id, first), *others = sorted(shared.items(), key=lambda owner: owner[1].location)
        for _, alias in others:
            message = (
                f"'{alias.text}' is also a strong name of '{first_id}' ({first.location}); "
                "move it to 'weak:' in at least one of the two, or remove it there."
            )
            yield Problem(alias.location, CODE, message)
