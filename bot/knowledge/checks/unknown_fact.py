"""Every fact that another one corrects or conflicts with exists."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.fields import did_you_mean
from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "unknown-fact"


def check(loaded: Loaded) -> Iterator[Problem]:
    known = loaded.partial.facts
    for fact in known.values():
        conflicts = fact.data.get("conflicts_with", ())
        named = [("corrects", id_) for id_ in fact.corrects]
        named += [("conflicts_with", id_) for id_ in (conflicts if isinstance(conflicts, tuple) else ())]
        for field, id_ in named:
            if id_ not in known:
                message = f"There is no fact '{id_}'.{did_you_mean(id_, known)} Name a fact by its id."
                yield Problem(loaded.at("fact", fact.id, field, id_), CODE, message)
