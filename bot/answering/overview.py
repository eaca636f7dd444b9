"""The overall picture, its key men, the division of labour; what officials said. The one rule: reported as said."""

from __future__ import annotations

from bot.answering.fields import text_of
from bot.answering.figures import list_words, pair_words
from bot.answering.heads import head_slots
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import heads_on, holder_of
from bot.answering.names import name
from bot.answering.quoting import said
from bot.answering.relations import central_first, newest_first, touches
from bot.model.knowledge import LANGS, Fact

_PARTS = {
    "division": ("division", "labour", "labor"),
    "key-men": ("key-men", "keymen", "key"),
    "sectors": ("sectors",),
    "history": ("history", "normal", "years", "60"),
}


def compose_overview(ask: Inquiry) -> Draft:
    facts = tuple(
        f
        for one in ask.knowledge.of_type("field")
        for f in ask.knowledge.facts_of(one.id, "overview")
        if ask.lang in f.text
    )
    if not facts:
        return Draft(ask.say("overview", "none"), status="unknown")
    ordered = sorted(facts, key=lambda fact: not _tells(fact, ask.reading.part))
    heads = _key_men(ask)
    notes = [fact.text[ask.lang] for fact in ordered[1:3]]
    used = (*ordered[:3],)
    if heads and ask.reading.part in (None, "key-men"):
        items = list_words(ask, [ask.form("leader-item", **head_slots(ask, head)) for head in heads])
        notes.append(ask.say("overview", "key_men", people=items))
        used += heads
    listed = tuple(holder_of(head) for head in heads)
    offers = (
        *(Offer("counterpart", (head.subject_id,)) for head in heads[:1]),
        Offer("counterparts_all"),
        Offer("meetings_all"),
        Offer("regions"),
    )
    return Draft(
        ordered[0].text[ask.lang], used, tuple(notes), focus=(ordered[0].subject_id,), listed=listed, offers=offers
    )


def _is_meant(ask: Inquiry, fact: Fact) -> bool:
    """Whether a quotation is the one asked for: by an unnamed official, or on what its id says."""
    if ask.reading.part == "official":
        speaker = (text_of(fact, "speaker", ask.lang) or "").casefold()
        return any(word.casefold() in speaker for word in ask.lexicon.concepts.get("official", ()))
    return _tells(fact, ask.reading.part)


def _tells(fact: Fact, part: str | None) -> bool:
    """Whether an overview tells of a part: its id says so."""
    return part is not None and any(word in fact.id for word in _PARTS.get(part, (part,)))


def _key_men(ask: Inquiry) -> tuple[Fact, ...]:
    """The heads of the bodies that have a counterpart: the ones who coordinate."""
    bodies = [one for one in ask.knowledge.of_type("organization") if ask.knowledge.facts_of(one.id, "counterpart")]
    heads = [heads_on(ask.knowledge, one.id, ask.today)[-1:] for one in central_first(ask.knowledge, bodies)]
    return tuple(head[0] for head in heads if head)[:6]


def compose_quote(ask: Inquiry) -> Draft:
    subjects = tuple(one for one in ask.subjects if one.type != "field")
    quotes = tuple(f for f in ask.knowledge.facts.values() if f.kind == "quote" and ask.lang in f.text)
    quotes = tuple(f for f in quotes if _is_of_the_time(ask, f)) or quotes
    fitting = newest_first(
        tuple(f for f in quotes if all(touches(f, one.id) or _by(ask, f, one.id) for one in subjects))
    )
    people = [one.id for one in subjects if one.type == "person"]
    if not fitting and people:
        fitting = newest_first(tuple(fact for fact in quotes if _by(ask, fact, people[0])))
    meant = tuple(fact for fact in fitting or newest_first(quotes) if _is_meant(ask, fact))
    fitting = meant or (fitting if ask.reading.part is None else ())
    ids = tuple(one.id for one in subjects)
    offers = (
        *(Offer("body", (one,)) for one in ids[:1]),
        *(Offer("counterpart", (one,)) for one in ids[:1]),
        Offer("overview"),
    )
    if not fitting:
        named = pair_words(ask, [name(ask, one) for one in ids]) or None
        return Draft(ask.say("quote", "none", subjects=named), status="unknown", focus=ids, offers=offers)
    lines = [said(ask, fact) for fact in fitting[:3]]
    return Draft(
        lines[0], fitting[:3], tuple(lines[1:]), focus=ids or (fitting[0].subject_id,), offers=offers, dated=True
    )


def _is_of_the_time(ask: Inquiry, fact: Fact) -> bool:
    time, start = ask.reading.time, fact.period.start
    if time.date is None:
        return True
    last = ask.today if time.when == "since" else (time.until or time.date).last
    return start is not None and start.first <= last and start.last >= time.date.first


def _by(ask: Inquiry, fact: Fact, entity_id: str) -> bool:
    """Whether the speaker is of a body, or is the person: in some language the speaker's name says so."""
    entity = ask.knowledge.entities[entity_id]
    forms = [(lang, form) for lang in LANGS for form in (entity.short.get(lang), entity.names.get(lang)) if form]
    return any(form in (text_of(fact, "speaker", lang) or "") for lang, form in forms)
