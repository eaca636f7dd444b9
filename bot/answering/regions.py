"""Regional bodies and clusters and how regions deal with each other. The one rule: each with its country."""

from __future__ import annotations

from bot.answering.figures import list_words
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.names import name
from bot.answering.relations import current, facts_about
from bot.model.knowledge import Entity, Fact

_KINDS = {"clusters": ("cluster",), None: ("regional-federation", "cluster")}
_REGION = "region"


def compose_region(ask: Inquiry) -> Draft:
    if ask.subjects_but("sector", "field"):
        return _of_body(ask, ask.subjects_but("sector", "field")[0])
    part = ask.reading.part if ask.reading.part == "clusters" else None
    bodies = [one for one in ask.knowledge.of_type("organization", "initiative") if _fits(ask, one, part)]
    vouching = tuple(fact for one in bodies if (fact := _fact_of(ask, one)) is not None)
    told = _told(ask, part)
    if not vouching and not told:
        return Draft(ask.say("region", "none"), status="unknown", offers=(Offer("overview"),))
    items = [
        ask.form("body-item", body=name(ask, one.id), country=ask.label("countries", one.country)) for one in bodies
    ]
    text = (
        ask.say("region", part or "bodies", n=len(items), bodies=list_words(ask, items))
        if items
        else told[0].text[ask.lang]
    )
    notes = tuple(fact.text[ask.lang] for fact in told if fact.text[ask.lang] != text)
    ids = tuple(one.id for one in bodies)
    offers = (*(Offer("body", (one,)) for one in ids[:1]), *(Offer("leader", (one,)) for one in ids[:2]))
    return Draft(text, (*told, *vouching), notes, focus=ids[:2], listed=ids, offers=offers)


def _fits(ask: Inquiry, one: Entity, part: str | None) -> bool:
    sectors = {sector.id for sector in ask.subjects_of("sector")}
    in_country = ask.reading.country not in ("KR", "JP") or one.country == ask.reading.country
    of_kind = one.kind in _KINDS[part] or (one.type == "initiative" and one.country != "both")
    return of_kind and in_country and (not sectors or bool(sectors & set(one.sector_ids)))


def _fact_of(ask: Inquiry, one: Entity) -> Fact | None:
    return current(ask.knowledge.facts_of(one.id, "role")) or current(ask.knowledge.facts_of(one.id))


def _told(ask: Inquiry, part: str | None) -> tuple[Fact, ...]:
    """What is told of the regions in all, and of their contacts with each other."""
    regional = [one.id for one in ask.knowledge.of_type("organization") if one.kind in _KINDS[part]]
    overview = [f for one in ask.knowledge.of_type("field") for f in ask.knowledge.facts_of(one.id) if _REGION in f.id]
    links = [f for one in regional for f in facts_about(ask.knowledge, one, "link")]
    found = {fact.id: fact for fact in (*overview, *links) if ask.lang in fact.text}
    return tuple(found.values())[:3]


def _of_body(ask: Inquiry, body: Entity) -> Draft:
    """A body's contacts with the regions of the other country."""
    kinds = ("link", "activity", "agreement", "role")
    own = ask.knowledge.facts_of(body.id, *kinds) + ask.knowledge.facts_naming(body.id, *kinds)
    regional = {one.id for one in ask.knowledge.of_type("organization") if one.kind in _KINDS[None]}
    facts = [
        f
        for f in own
        if ask.lang in f.text
        and (body.id in regional or f.subject_id in regional or regional & _named(f) or _REGION in f.id)
    ]
    if not facts:
        text = ask.say("region", "none_of_body", body=name(ask, body.id))
        return Draft(text, status="unknown", focus=(body.id,), offers=(Offer("body", (body.id,)), Offer("regions")))
    facts = facts[:4]
    notes = tuple(fact.text[ask.lang] for fact in facts[1:])
    return Draft(
        facts[0].text[ask.lang],
        tuple(facts),
        notes,
        focus=(body.id,),
        offers=(Offer("body", (body.id,)), Offer("regions")),
    )


def _named(fact: Fact) -> set[str]:
    value = fact.data.get("with")
    return set(value) if isinstance(value, tuple) else set()
