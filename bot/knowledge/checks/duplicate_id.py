"""Every subject, fact and source has an id of its own, over all files."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "duplicate-id"


def check(loaded: Loaded) -> Iterator[Problem]:
    for repeat in loaded.repeats:
        kind, id_ = repeat.key
        message = f"The {kind} id '{id_}' is taken (see {repeat.first}); give this one another id, or remove it."
        yield Problem(repeat.again, CODE, message)
