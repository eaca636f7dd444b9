"""A name of a subject is strong, weak or former, never two of them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem
from bot.text.normalise import key

CODE = "repeated-alias"


def check(loaded: Loaded) -> Iterator[Problem]:
    for entity in loaded.partial.entities.values():
        strong = {key(alias.text): alias for alias in entity.aliases if alias.strength == "strong"}
        for alias in entity.aliases:
            twin = strong.get(key(alias.text))
            if alias.strength != "strong" and twin is not None:
                message = (
                    f"'{alias.text}' is {alias.strength} here and strong in line {twin.location.line}; "
                    "keep it in one place."
                )
                yield Problem(alias.location, CODE, message)
