"""What all answers about a body share. The one rule: what is not known of it is said, with what is."""

from __future__ import annotations

from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.names import name
from bot.answering.relations import current
from bot.model.knowledge import Entity, Fact


def offers(entity: Entity) -> tuple[Offer, ...]:
    return (
        Offer("leader", (entity.id,)),
        Offer("counterpart", (entity.id,)),
        Offer("members", (entity.id,)),
        Offer("founded", (entity.id,)),
        Offer("meetings", (entity.id,)),
    )


def told(
    ask: Inquiry,
    entity: Entity,
    text: str,
    facts: tuple[Fact, ...],
    notes: tuple[str | None, ...] = (),
    *,
    dated: bool = False,
) -> Draft:
    said = tuple(note for note in notes if note)
    return Draft(text, facts, said, focus=(entity.id,), offers=offers(entity), dated=dated)


def not_known(ask: Inquiry, entity: Entity, part: str) -> Draft:
    """The part is not known: said so, with what the body is."""
    about = current(ask.knowledge.facts_of(entity.id, "role"))
    note = about.text.get(ask.lang) if about is not None else None
    text = ask.say("body", "none", body=name(ask, entity.id), what=ask.label("parts", part))
    facts = (about,) if about is not None else ()
    return Draft(text, facts, (note,) if note else (), "unknown", (entity.id,), offers=offers(entity))
