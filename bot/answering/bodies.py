"""What a body is: its part, founding, members, seat and names. The one rule: a figure comes with its count's date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answering.body_words import not_known, offers, told
from bot.answering.fields import date_of, number_of, text_of, truth_of
from bot.answering.figures import date_words, joined_clauses, list_words, on_words
from bot.answering.heads import head_items, head_slots
from bot.answering.inquiry import Draft, Inquiry, Note
from bot.answering.lookup import heads_on
from bot.answering.names import bare_name, full_name, name, own_script
from bot.answering.namings import abbreviation_draft, former_name_draft, names_draft, vouching
from bot.answering.relations import current, partners
from bot.model.knowledge import Entity, Fact

_COUNTS = ("companies", "associations", "regional_bodies", "chambers", "members", "individuals")


def compose_body(ask: Inquiry) -> Draft:
    if not ask.subjects:
        return Draft(ask.say("body", "no_subject"), status="unknown")
    entity = ask.subjects[0]
    parts: dict[str, Callable[[Inquiry, Entity], Draft]] = {
        "founded": _founded,
        "members": _members,
        "seat": _seat,
        "name": names_draft,
        "abbreviation": abbreviation_draft,
        "former-name": former_name_draft,
        "term-rule": _term_rule,
        "website": _website,
    }
    draft = parts.get(ask.reading.part or "", profile)(ask, entity)
    is_told = draft.status == "answered" or entity.type != "initiative"
    return draft if is_told else profile(ask, entity)


def profile(ask: Inquiry, entity: Entity) -> Draft:
    """What it is and does, then its founding, head, members and counterpart, as far as known."""
    knowledge = ask.knowledge
    role = current(knowledge.facts_of(entity.id, "role"))
    heads = heads_on(knowledge, entity.id, ask.today)
    founding, members = knowledge.facts_of(entity.id, "founding")[:1], _newest_count(ask, entity.id)
    links, naming = partners(knowledge, entity.id), knowledge.facts_of(entity.id, "naming")[:1]
    facts = tuple(f for f in (role, *heads, *founding, members, *links, *naming) if f is not None)
    if not facts:
        return _from_anything(ask, entity)
    description = kind_words(ask, entity)
    text = role.text[ask.lang] if role is not None else description
    notes = [_called_note(ask, entity)]
    if founding:
        notes.append(_founding_text(ask, entity, founding[0]))
    if heads:
        slots = head_slots(ask, heads[-1])
        notes.append(ask.say("body", "heads", heads=head_items(ask, heads), confirmed=slots["confirmed"]))
    if members is not None:
        notes.append(_members_text(ask, entity, members))
    if links:
        named = [name(ask, str(link.data["partner"])) for link in links]
        notes.append(ask.say("body", "counterparts", partners=list_words(ask, named), n=len(named)))
    notes += [fact.text.get(ask.lang) for fact in naming]
    return told(ask, entity, text, facts, tuple(notes))


def kind_words(ask: Inquiry, entity: Entity) -> str:
    """``SEAJ is an association in Japan.``: what is said where no fact says what a body does."""
    kind = ask.label("kinds", entity.kind or "") or ask.label("types", entity.type)
    country = ask.label("countries", entity.country)
    return ask.say("body", "kind", body=name(ask, entity.id), kind=kind, country=country)


def _called_note(ask: Inquiry, entity: Entity) -> str | None:
    full, script = full_name(entity, ask.lang), own_script(ask, entity)
    if full == bare_name(entity, ask.lang):
        return ask.say("body", "own_script", script=script) if script else None
    return ask.say("body", "full_name", full=full, script=script)


def _from_anything(ask: Inquiry, entity: Entity) -> Draft:
    """No fact of its own: what those of others say about it."""
    naming = [f for f in ask.knowledge.facts_of(entity.id) if ask.lang in f.text]
    naming += [
        f
        for f in ask.knowledge.facts_naming(entity.id)
        if f.kind in ("link", "agreement", "activity", "key-bodies") and ask.lang in f.text
    ]
    people = [
        f for f in ask.knowledge.facts_naming(entity.id, "leadership") if f.data.get("affiliation_org") == entity.id
    ]
    if naming:
        facts = tuple(naming[:3])
        return told(ask, entity, kind_words(ask, entity), facts, tuple(fact.text[ask.lang] for fact in facts))
    if people:
        slots = head_slots(ask, people[-1])
        note = ask.say("leader", "company_person", **slots)
        return told(
            ask, entity, kind_words(ask, entity), (people[-1],), (note, ask.say("leader", "company_post", **slots))
        )
    text = ask.say("body", "none", body=name(ask, entity.id), what=None)
    return Draft(text, status="unknown", focus=(entity.id,), offers=offers(entity))


def _founding_text(ask: Inquiry, entity: Entity, fact: Fact) -> str:
    day = fact.period.start or date_of(fact, "date")
    return ask.say("body", "founded", body=name(ask, entity.id), on=on_words(ask, day), date=date_words(ask, day))


def _founded(ask: Inquiry, entity: Entity) -> Draft:
    """When it was founded; of an initiative also what it is, which says by whom."""
    facts = ask.knowledge.facts_of(entity.id, "founding")
    if not facts:
        return not_known(ask, entity, "founded")
    notes = tuple(fact.text.get(ask.lang) for fact in facts)
    agreed = ask.knowledge.facts_of(entity.id, "agreement")
    beside = tuple(fact for fact in agreed if facts[0].period.start in (fact.period.start, date_of(fact, "signed")))
    beside += ask.knowledge.facts_of(entity.id, "naming")[:1]
    beside += ask.knowledge.facts_of(entity.id, "role")[:1] if entity.type == "initiative" else ()
    notes += tuple(fact.text.get(ask.lang) for fact in beside)
    return told(ask, entity, _founding_text(ask, entity, facts[0]), facts + beside, notes, dated=True)


def _counts(ask: Inquiry, entity_id: str) -> tuple[Fact, ...]:
    facts = ask.knowledge.facts_of(entity_id, "membership")
    return tuple(sorted(facts, key=lambda f: (_counted_on(f), f.id)))


def _counted_on(fact: Fact) -> str:
    day = date_of(fact, "counted") or fact.confirmed
    return day.last.isoformat() if day is not None else ""


def _newest_count(ask: Inquiry, entity_id: str) -> Fact | None:
    """The newest count, or the newest by the day asked about."""
    rows = _counts(ask, entity_id)
    day = ask.reading.time.date
    if day is not None:
        rows = tuple(f for f in rows if _counted_on(f) <= day.last.isoformat()) or rows[:1]
    return rows[-1] if rows else None


def count_form(key: str) -> str:
    return f"count-{key.replace('_', '-')}"


def count_words(ask: Inquiry, fact: Fact) -> str:
    """``1,574 companies and 106 industry associations``."""
    items = [ask.form(count_form(key), n=n) for key in _COUNTS if (n := number_of(fact, key)) is not None]
    words = list_words(ask, items)
    return ask.form("about", text=words) if truth_of(fact, "approximate") and items else words


def _members_text(ask: Inquiry, entity: Entity, fact: Fact) -> str:
    counts = count_words(ask, fact)
    if not counts:
        return fact.text.get(ask.lang) or ""
    counted = date_words(ask, date_of(fact, "counted") or fact.confirmed)
    return ask.say("body", "members", body=name(ask, entity.id), counts=counts, counted=counted)


def _members(ask: Inquiry, entity: Entity) -> Draft:
    rows = _counts(ask, entity.id)
    main = _newest_count(ask, entity.id)
    day = ask.reading.time.date
    if main is None or (day is not None and _counted_on(main) > day.last.isoformat()):
        return replace(not_known(ask, entity, "members"), notes=_nearest_count(ask, entity, main))
    others = tuple(fact for fact in reversed(rows) if fact is not main and count_words(ask, fact))[:2]
    earlier = [
        ask.form(
            "counted-item", counts=count_words(ask, f), counted=date_words(ask, date_of(f, "counted") or f.confirmed)
        )
        for f in others
    ]
    text = _members_text(ask, entity, main)
    notes = [main.text.get(ask.lang)] if count_words(ask, main) else []
    if earlier:
        notes.append(ask.say("body", "members_other", counts=joined_clauses(ask, earlier)))
    roles = () if ask.reading.count else ask.knowledge.facts_of(entity.id, "role")[:1]
    notes += [fact.text.get(ask.lang) for fact in roles]
    return told(ask, entity, text, (main, *others, *roles), tuple(notes), dated=True)


def _nearest_count(ask: Inquiry, entity: Entity, fact: Fact | None) -> tuple[Note, ...]:
    """The first count that is known, for a day before it."""
    return (Note(_members_text(ask, entity, fact), fact.id),) if fact is not None else ()


def _seat(ask: Inquiry, entity: Entity) -> Draft:
    fact = current(ask.knowledge.facts_of(entity.id, "seat"))
    if fact is None:
        return not_known(ask, entity, "seat")
    text = ask.say("body", "seat", body=name(ask, entity.id), place=text_of(fact, "place", ask.lang))
    return told(ask, entity, text, (fact,), (fact.text.get(ask.lang),))


def _term_rule(ask: Inquiry, entity: Entity) -> Draft:
    fact = current(ask.knowledge.facts_of(entity.id, "term-rule"))
    if fact is None:
        return not_known(ask, entity, "term-rule")
    return told(ask, entity, fact.text[ask.lang], (fact,))


def _website(ask: Inquiry, entity: Entity) -> Draft:
    facts = vouching(ask, entity)
    if not entity.website or not facts:
        return not_known(ask, entity, "website")
    text = ask.say("body", "website", body=name(ask, entity.id), url=entity.website)
    return told(ask, entity, text, facts[:1], dated=True)
