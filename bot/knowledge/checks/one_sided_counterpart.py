"""Counterparts name each other."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "one-sided-counterpart"


def check(loaded: Loaded) -> Iterator[Problem]:
    facts = [fact for fact in loaded.facts() if fact.kind == "counterpart"]
    pairs = {(fact.subject_id, fact.data.get("partner")) for fact in facts}
    for fact in facts:
        partner = fact.data.get("partner")
        if isinstance(partner, str) and partner in loaded.partial.entities and (partner, fact.subject_id) not in pairs:
            message = (
                f"'{partner}' does not name '{fact.subject_id}' as its counterpart; add a counterpart fact "
                f"with 'partner: {fact.subject_id}' to its file, or remove this one."
            )
            yield Problem(loaded.at("fact", fact.id, "partner"), CODE, message)
