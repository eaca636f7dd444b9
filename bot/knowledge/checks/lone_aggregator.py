"""An aggregator (an encyclopedia, a collection) stands alone only for a fact said to be unconfirmed."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "lone-aggregator"


def check(loaded: Loaded) -> Iterator[Problem]:
    sources = loaded.partial.sources
    for fact in loaded.facts():
        qualities = {sources[id_].quality for id_ in fact.source_ids if id_ in sources}
        if qualities == {"aggregator"} and fact.status != "unconfirmed":
            message = (
                f"The fact '{fact.id}' rests on an aggregator alone; add the body's own page or a press report, "
                "or write 'status: unconfirmed'."
            )
            yield Problem(loaded.at("fact", fact.id, "sources"), CODE, message)
