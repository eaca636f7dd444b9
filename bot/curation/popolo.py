"""The knowledge as Popolo: people, organizations, posts, memberships, events (popoloproject.com/specs).

The one rule: what Popolo has no word for is left out, never bent; ``docs/exports.md`` says what that is. Two properties
go beyond Popolo, as its schemas allow: ``lang`` of another name, and ``last_confirmed`` of a membership.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from bot.answering.citing import confirmed_on
from bot.answering.fields import date_of, number_of, text_of, word_of, words_of
from bot.answering.lookup import favoured, holder_of
from bot.curation.posts import Post, certain_terms, label, post_of, title_in
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import LANGS, Entity, Fact, Lang, Source

Record = dict[str, Any]
_BODIES = ("organization", "event_series", "initiative")
_MAIN: Lang = "en"
_OTHERS: tuple[Lang, ...] = ("ko", "ja")
_URL_SIGNS = "%/:?#[]@!$&'()*+,;=~"


def popolo(knowledge: KnowledgeBase) -> dict[str, list[Record]]:
    """Everything Popolo can say, each list in the order of the ids."""
    terms = list(certain_terms(knowledge))
    posts = {post.id: post for post in (post_of(knowledge, fact) for fact in terms)}
    editions = [fact for fact in knowledge.facts.values() if fact.kind == "edition"]
    return {
        "persons": [_person(knowledge, one) for one in knowledge.of_type("person")],
        "organizations": [_organization(knowledge, one) for one in knowledge.of_type(*_BODIES)],
        "areas": [_area(knowledge, code) for code in ("JP", "KR")],
        "posts": [_post(knowledge, posts[id_]) for id_ in sorted(posts)],
        "memberships": [_membership(knowledge, fact) for fact in sorted(terms, key=lambda fact: fact.id)],
        "events": [_event(knowledge, fact) for fact in sorted(editions, key=lambda fact: fact.id)],
    }


def _person(knowledge: KnowledgeBase, person: Entity) -> Record:
    facts = knowledge.facts_of(person.id)
    births = favoured([fact for fact in facts if fact.kind == "biography" and date_of(fact, "born") is not None])
    return _filled(
        {
            "id": person.id,
            "name": person.names.get(_MAIN),
            "other_names": _other_names(person),
            "identifiers": _identifiers(person),
            **_name_parts(person, _MAIN),
            "birth_date": _written(date_of(births[0], "born")) if births else None,
            "links": _links(person),
            "sources": _sources_of(knowledge, facts, person),
        }
    )


def _name_parts(person: Entity, lang: Lang) -> Record:
    """Family and given name, where it is known which is which."""
    name, family = person.names.get(lang, ""), person.family_names.get(lang)
    if family is None or family not in name:
        return {}
    given = name.replace(family, "", 1).strip(" ・,")
    return _filled({"family_name": family, "given_name": given or None})


def _organization(knowledge: KnowledgeBase, body: Entity) -> Record:
    facts = [fact for fact in knowledge.facts_of(body.id) if fact.kind not in ("leadership", "edition")]
    founded = favoured([fact for fact in facts if fact.kind == "founding" and fact.status == "held"])
    seats = [fact for fact in facts if fact.kind == "seat" and fact.status == "held" and fact.period.end is None]
    return _filled(
        {
            "id": body.id,
            "name": body.names.get(_MAIN),
            "other_names": _other_names(body),
            "identifiers": _identifiers(body),
            "classification": body.kind if body.type == "organization" else body.type.replace("_", " "),
            "area_id": body.country if body.country != "both" else None,
            "founding_date": _written(founded[0].period.start) if founded else None,
            "contact_details": [{"type": "address", "value": text_of(fact, "place", _MAIN)} for fact in seats],
            "links": _links(body),
            "sources": _sources_of(knowledge, facts, body),
        }
    )


def _other_names(entity: Entity) -> list[Record]:
    """Every name but the main one; what people call it in each language first."""
    listed: dict[tuple[Lang, str], str] = {}
    for lang in LANGS:
        listed |= {(lang, names[lang]): "" for names in (entity.short, entity.names) if lang in names}
    for alias in entity.aliases:
        note = "abbreviation" if alias.exact else {"former": "former", "weak": "ambiguous"}.get(alias.strength, "")
        if note or (alias.lang, alias.text) not in listed:
            listed[alias.lang, alias.text] = note
    listed.pop((_MAIN, entity.names.get(_MAIN, "")), None)
    return [
        _filled({"name": text, "lang": lang, "note": note or None}) | _parts_of_other(entity, lang, text)
        for (lang, text), note in listed.items()
    ]


def _parts_of_other(entity: Entity, lang: Lang, text: str) -> Record:
    return _name_parts(entity, lang) if text == entity.names.get(lang) and lang in _OTHERS else {}


def _identifiers(entity: Entity) -> list[Record]:
    return [{"scheme": scheme, "identifier": identifier} for scheme, identifier in sorted(entity.identifiers.items())]


def _area(knowledge: KnowledgeBase, code: str) -> Record:
    name = label(knowledge, "countries", code, _MAIN)
    return {"id": code, "name": name, "identifier": code, "classification": "country"}


def _post(knowledge: KnowledgeBase, post: Post) -> Record:
    role = label(knowledge, "roles", post.role, _MAIN)
    side = f" ({post.side.upper()})" if post.side else ""
    body = post.body
    return {
        "id": post.id,
        "label": f"{role}{side}, {body.short.get(_MAIN, body.id)}",
        "role": post.role,
        "organization_id": body.id,
    }


def _membership(knowledge: KnowledgeBase, fact: Fact) -> Record:
    return _filled(
        {
            "id": fact.id,
            "label": title_in(knowledge, fact, _MAIN),
            "role": word_of(fact, "role"),
            "person_id": holder_of(fact),
            "organization_id": fact.subject_id,
            "post_id": post_of(knowledge, fact).id,
            "start_date": _written(fact.period.start),
            "end_date": _written(fact.period.end),
            "last_confirmed": _written(confirmed_on(knowledge, fact)),
            "sources": _sources_of(knowledge, [fact]),
        }
    )


def _event(knowledge: KnowledgeBase, fact: Fact) -> Record:
    owner = knowledge.entities[fact.subject_id]
    number, name = number_of(fact, "edition"), owner.names.get(_MAIN, owner.id)
    people = [id_ for side in ("heads_kr", "heads_jp") for id_ in words_of(fact, side)]
    told = [text for text in (fact.text.get(_MAIN), text_of(fact, "outcome", _MAIN)) if text]
    attendees = [knowledge.entities[id_] for id_ in dict.fromkeys(people)]
    return _filled(
        {
            "id": fact.id,
            "name": f"{name}, no. {number}" if number is not None else name,
            "description": " ".join(told) or text_of(fact, "topics", _MAIN),
            "classification": owner.kind or owner.type,
            "start_date": _written(fact.period.start),
            "end_date": _written(fact.period.end),
            "location": text_of(fact, "place", _MAIN),
            "status": fact.status,
            "organization_id": owner.id if owner.type in _BODIES else None,
            "attendees": [{"id": one.id, "name": one.names.get(_MAIN)} for one in attendees],
            "sources": _sources_of(knowledge, [fact]),
        }
    )


def _links(entity: Entity) -> list[Record]:
    return [{"url": _ascii(entity.website), "note": "website"}] if entity.website else []


def _sources_of(knowledge: KnowledgeBase, facts: Iterable[Fact], entity: Entity | None = None) -> list[Record]:
    """Each page the facts rest on, once, in the order they name them."""
    ids = [id_ for fact in facts for id_ in fact.source_ids]
    ids += entity.identifier_source_ids if entity is not None else ()
    return list(_pages(knowledge.sources[id_] for id_ in dict.fromkeys(ids) if id_ in knowledge.sources))


def _pages(sources: Iterable[Source]) -> Iterator[Record]:
    for source in sources:
        told = (source.publisher, source.title, _written(source.published))
        yield {"url": _ascii(source.url), "note": ", ".join(part for part in told if part)}


def _ascii(url: str) -> str:
    """A web address as a URI, which has ASCII signs only."""
    return quote(url, safe=_URL_SIGNS)


def _written(date: object) -> str | None:
    return None if date is None else str(date)


def _filled(record: Record) -> Record:
    """The properties that have a value."""
    return {name: value for name, value in record.items() if value not in (None, "", [])}
