"""Facts in conflict name each other."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "one-sided-conflict"


def check(loaded: Loaded) -> Iterator[Problem]:
    facts = loaded.partial.facts
    for fact in facts.values():
        for id_ in conflicts(fact.data.get("conflicts_with")):
            if id_ in facts and fact.id not in conflicts(facts[id_].data.get("conflicts_with")):
                there = facts[id_].location
                message = f"'{id_}' does not name '{fact.id}'; add 'conflicts_with: [{fact.id}]' there ({there})."
                yield Problem(loaded.at("fact", fact.id, "conflicts_with", id_), CODE, message)


def conflicts(value: object) -> tuple[str, ...]:
    """The ids a fact says it conflicts with."""
    return value if isinstance(value, tuple) else ()
