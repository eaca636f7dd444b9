"""Every source a fact names exists."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.fields import did_you_mean
from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "unknown-source"


def check(loaded: Loaded) -> Iterator[Problem]:
    known = loaded.partial.sources
    for fact in loaded.facts():
        for id_ in fact.source_ids:
            if id_ not in known:
                hint = did_you_mean(id_, known)
                message = f"There is no source '{id_}'.{hint} Name an id from knowledge/sources/, or add it there."
                yield Problem(loaded.at("fact", fact.id, "sources", id_), CODE, message)
