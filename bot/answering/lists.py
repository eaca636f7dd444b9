"""Lists and counts of bodies, heads, series, sectors and pairs. The one rule: the count is of what is known here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answering.counterparts import compose_counterpart
from bot.answering.figures import list_words
from bot.answering.heads import head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import heads_on, holder_of
from bot.answering.meetings import compose_meetings
from bot.answering.names import name
from bot.answering.relations import central_first, current
from bot.answering.sectors import compose_sector
from bot.model.knowledge import Entity, Fact

_NOT_LISTED = ("company", "government")
_BY_TYPE = {"person": "leaders", "sector": "sectors", "event_series": "series"}


def compose_list(ask: Inquiry) -> Draft:
    part = ask.reading.part or _BY_TYPE.get(ask.reading.type or "", "bodies")
    parts: dict[str, Callable[[Inquiry], Draft]] = {
        "leaders": _leaders,
        "sectors": _sectors,
        "series": compose_meetings,
        "counterparts": compose_counterpart,
    }
    return parts.get(part, _bodies)(ask)


def _fitting(ask: Inquiry) -> list[Entity]:
    """The bodies of the country, kind and sector asked about, those with a counterpart first; companies and ministries
    only when asked for."""
    reading = ask.reading
    sectors = {sector.id for sector in ask.subjects_of("sector")}
    found = []
    for one in central_first(ask.knowledge, ask.knowledge.of_type("organization")):
        in_country = reading.country not in ("KR", "JP") or one.country == reading.country
        of_kind = one.kind == reading.group if reading.group is not None else one.kind not in _NOT_LISTED
        if in_country and of_kind and (not sectors or sectors & set(one.sector_ids)):
            found.append(one)
    return sorted(found, key=lambda one: not ask.knowledge.facts_of(one.id, "counterpart"))


def _vouching(ask: Inquiry, entity: Entity) -> Fact | None:
    return current(ask.knowledge.facts_of(entity.id, "role")) or current(ask.knowledge.facts_of(entity.id))


def _bodies(ask: Inquiry) -> Draft:
    pairs = [(one, fact) for one in _fitting(ask) if (fact := _vouching(ask, one)) is not None]
    if not pairs and ask.subjects_of("sector"):
        return compose_sector(replace(ask, reading=replace(ask.reading, part="bodies")))
    if not pairs:
        return _none(ask)
    ids = tuple(one.id for one, _ in pairs)
    draft = _listed(ask, "bodies", [name(ask, one) for one in ids], ids, [fact for _, fact in pairs])
    key = [fact for sector in ask.subjects_of("sector") for fact in ask.knowledge.facts_of(sector.id, "key-bodies")]
    notes = tuple(fact.text[ask.lang] for fact in key)
    return replace(draft, facts=(*draft.facts, *key), notes=(*draft.notes, *notes))


def _listed(ask: Inquiry, case: str, items: Sequence[str], ids: tuple[str, ...], facts: Sequence[Fact]) -> Draft:
    more = "people-more" if case == "leaders" else "list-more"
    case = "bodies_one" if case == "bodies" and len(items) == 1 else case
    text = ask.say("list", case, n=len(items), items=list_words(ask, items, more), **_narrowed(ask))
    offers = (
        *(Offer("leader", (one,)) for one in ids[:1]),
        *(Offer("body", (one,)) for one in ids[1:2]),
        Offer("overview"),
    )
    return Draft(text, tuple(facts), focus=ids[:2], listed=ids, offers=offers)


def _narrowed(ask: Inquiry) -> dict[str, str | None]:
    sectors = ask.subjects_of("sector")
    return {
        "country": ask.label("countries-adjective", ask.reading.country or ""),
        "group": ask.label("groups", ask.reading.group or "") or ask.label("groups", "body"),
        "sector": name(ask, sectors[0].id) if sectors else None,
    }


def _leaders(ask: Inquiry) -> Draft:
    """The heads in office today, of the bodies that have a counterpart first."""
    bodies = central_first(ask.knowledge, _fitting(ask))
    heads = [heads_on(ask.knowledge, one.id, ask.today)[-1:] for one in bodies]
    facts = [head[0] for head in heads if head]
    if not facts:
        return _none(ask)
    items = [ask.form("leader-item", **head_slots(ask, fact)) for fact in facts]
    people = tuple(dict.fromkeys(holder_of(fact) for fact in facts))
    draft = _listed(ask, "leaders", items, people, facts)
    offers = (
        Offer("person", people[:1]),
        Offer("counterpart_person", people[:1]),
        Offer("leader", (facts[0].subject_id,)),
    )
    return replace(draft, offers=offers)


def _sectors(ask: Inquiry) -> Draft:
    rows = [(one, ask.knowledge.facts_of(one.id)[:1]) for one in ask.knowledge.of_type("sector")]
    known = [(one, facts[0]) for one, facts in rows if facts]
    if not known:
        return _none(ask)
    ids = tuple(one.id for one, _ in known)
    draft = _listed(ask, "sectors", [name(ask, one) for one in ids], ids, [fact for _, fact in known])
    return replace(draft, offers=tuple(Offer("sector", (one,)) for one in ids[:3]))


def _none(ask: Inquiry) -> Draft:
    return Draft(
        ask.say("list", "none", **_narrowed(ask)), status="unknown", offers=(Offer("overview"), Offer("meetings_all"))
    )
