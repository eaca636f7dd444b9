"""A name keeps at least two letters or one Han character once its marks are taken off."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem
from bot.text.normalise import key

CODE = "empty-alias"


def check(loaded: Loaded) -> Iterator[Problem]:
    for entity in loaded.partial.entities.values():
        for alias in entity.aliases:
            found = key(alias.text)
            if not found or (len(found) == 1 and found.isascii()):
                message = f"'{alias.text}' is too short to be told from other words; remove it or write it in full."
                yield Problem(alias.location, CODE, message)
