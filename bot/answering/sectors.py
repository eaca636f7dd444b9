"""How cooperation stands in a sector. The one rule: who is strong in what, and where no channel is, as sources say."""

from __future__ import annotations

from bot.answering.fields import truth_of, word_of, words_of
from bot.answering.figures import list_words
from bot.answering.heads import head_item
from bot.answering.inquiry import Draft, Inquiry, Offer
from bot.answering.lookup import heads_on
from bot.answering.names import name
from bot.answering.quoting import said
from bot.model.knowledge import Fact

_KINDS = {
    "strength": "strength",
    "channel": "channel",
    "bodies": "key-bodies",
    "status": "sector-status",
}
_MOST_NOTES = 4


def compose_sector(ask: Inquiry) -> Draft:
    sectors = ask.subjects_of("sector")
    if not sectors:
        return Draft(ask.say("sector", "no_subject"), status="unknown")
    sector_id = sectors[0].id
    part = ask.reading.part
    if part == "people":
        return _people(ask, sector_id)
    facts = _facts(ask, sector_id, _KINDS.get(part or ""))
    if part == "bodies":
        return _bodies(ask, sector_id, facts)
    if not facts:
        return _none(ask, sector_id, part)
    return _told(ask, sector_id, facts)


def _facts(ask: Inquiry, sector_id: str, kind: str | None) -> tuple[Fact, ...]:
    """The facts of a part, those of the country asked about only; of all parts the status first."""
    kinds = (kind,) if kind is not None else ("sector-status", "strength", "channel", "key-bodies")
    facts = tuple(f for one in kinds for f in ask.knowledge.facts_of(sector_id, one) if ask.lang in f.text)
    country = ask.reading.country
    if country in ("KR", "JP") and kind is not None:
        narrowed = tuple(f for f in facts if word_of(f, "country") in (country, None))
        facts = narrowed or facts
    return facts


def _told(ask: Inquiry, sector_id: str, facts: tuple[Fact, ...]) -> Draft:
    text = facts[0].text[ask.lang]
    if ask.reading.yes_no and facts[0].kind == "channel":
        word = "yes-word" if truth_of(facts[0], "exists") else "no-word"
        text = ask.say("sector", "yes_no", word=ask.form(word), text=text)
    rest = facts[1:]
    if facts[0].kind != "sector-status":
        rest += tuple(f for f in ask.knowledge.facts_of(sector_id, "sector-status") if ask.lang in f.text)
    rest += tuple(f for f in ask.knowledge.facts_of(sector_id, "quote") if ask.lang in f.text)
    told = rest[:_MOST_NOTES]
    notes = tuple(said(ask, fact) if fact.kind == "quote" else fact.text[ask.lang] for fact in told)
    bodies = _body_ids(ask, sector_id)
    return Draft(
        text,
        (facts[0], *rest[:_MOST_NOTES]),
        notes,
        focus=(sector_id, *bodies[:2]),
        listed=bodies,
        offers=_offers(sector_id),
    )


def _offers(sector_id: str) -> tuple[Offer, ...]:
    return (
        Offer("channel", (sector_id,)),
        Offer("strength", (sector_id,)),
        Offer("key_bodies", (sector_id,)),
        Offer("sector", (sector_id,)),
    )


def _body_ids(ask: Inquiry, sector_id: str) -> tuple[str, ...]:
    """The bodies that facts name as key, then those filed under the sector; of the country asked about."""
    named = [one for f in ask.knowledge.facts_of(sector_id, "key-bodies") for one in words_of(f, "bodies")]
    filed = [one.id for one in ask.knowledge.of_type("organization", "initiative") if sector_id in one.sector_ids]
    entities = ask.knowledge.entities
    country = ask.reading.country
    known = [one for one in dict.fromkeys([*named, *filed]) if one in entities]
    return tuple(one for one in known if country not in ("KR", "JP") or entities[one].country in (country, "both"))


def _bodies(ask: Inquiry, sector_id: str, facts: tuple[Fact, ...]) -> Draft:
    ids = _body_ids(ask, sector_id)
    vouching = facts or tuple(f for one in ids for f in ask.knowledge.facts_of(one)[:1])
    kinds = {ask.knowledge.entities[one].kind for one in ids}
    if not vouching or (ask.reading.group == "association" and "association" not in kinds):
        return _none(ask, sector_id, "bodies")
    heads = tuple(h for one in ids for h in heads_on(ask.knowledge, one, ask.today)[-1:])
    items = [_body_item(ask, one) for one in ids]
    listed = (
        ask.say("sector", "bodies", sector=name(ask, sector_id), bodies=list_words(ask, items), n=len(items))
        if items
        else ""
    )
    text = facts[0].text[ask.lang] if facts else listed
    notes = [listed] if facts and listed else []
    notes += [fact.text[ask.lang] for fact in facts[1:]]
    if heads and len(heads) <= 4:
        notes.append(ask.say("sector", "heads", heads=list_words(ask, [ask_head(ask, head) for head in heads])))
    used = (*vouching, *(heads if len(heads) <= 4 else ()))
    offers = (*(Offer("leader", (one,)) for one in ids[:1]), *_offers(sector_id))
    return Draft(text, used, tuple(notes), focus=(sector_id, *ids[:2]), listed=ids, offers=offers)


def ask_head(ask: Inquiry, head: Fact) -> str:
    return ask.form("body-with-head", body=name(ask, head.subject_id), head=head_item(ask, head))


def _body_item(ask: Inquiry, body_id: str) -> str:
    country = ask.label("countries", ask.knowledge.entities[body_id].country)
    return ask.form("body-item", body=name(ask, body_id), country=country)


def _people(ask: Inquiry, sector_id: str) -> Draft:
    """The heads of the sector's bodies; and what is said of its key men."""
    heads = tuple(h for one in _body_ids(ask, sector_id) for h in heads_on(ask.knowledge, one, ask.today)[-1:])
    channel = _facts(ask, sector_id, "channel")
    if not heads:
        return _told(ask, sector_id, channel) if channel else _none(ask, sector_id, "people")
    items = [ask_head(ask, head) for head in heads]
    text = ask.say("sector", "people", sector=name(ask, sector_id), heads=list_words(ask, items))
    listed = tuple(str(head.data["person"]) for head in heads)
    notes = tuple(fact.text[ask.lang] for fact in channel[:1])
    return Draft(text, (*heads, *channel[:1]), notes, focus=(sector_id,), listed=listed, offers=_offers(sector_id))


def _none(ask: Inquiry, sector_id: str, part: str | None) -> Draft:
    known = _facts(ask, sector_id, None)[:2]
    text = ask.say("sector", "none", sector=name(ask, sector_id), what=ask.label("parts", part or "status"))
    notes = tuple(fact.text[ask.lang] for fact in known)
    return Draft(text, known, notes, "unknown", (sector_id,), offers=_offers(sector_id))
