"""Source ids that lead nowhere. The one rule: a source serves a fact or an identifier, and what is named exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.curation.findings import Finding
from bot.knowledge.base import KnowledgeBase

CODE = "dead-source"


def find(base: KnowledgeBase, today: date, months: int) -> Iterator[Finding]:
    """Neither ``today`` nor ``months`` is asked here: an id is dead or not."""
    cited = {id_ for fact in base.facts.values() for id_ in fact.source_ids}
    cited |= {id_ for entity in base.entities.values() for id_ in entity.identifier_source_ids}
    for source in base.sources.values():
        if source.id not in cited:
            message = f"Nothing cites '{source.id}' any more; cite it under 'sources:' of a fact, or remove it."
            yield Finding(source.location, CODE, message)
    for fact in base.facts.values():
        for id_ in fact.source_ids:
            if id_ not in base.sources:
                message = f"'{fact.id}' cites '{id_}', which is no source; correct the id, or add the source."
                yield Finding(fact.location, CODE, message)
