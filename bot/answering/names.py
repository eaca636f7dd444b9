"""What an answer calls things. The one rule: a name in the answer's language, its own script beside it once."""

from __future__ import annotations

from collections.abc import Mapping

from bot.answering.fields import text_of, word_of
from bot.answering.inquiry import Inquiry
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Entity, Fact, FactValue, Lang

_OWN_SCRIPT: dict[str, Lang] = {"KR": "ko", "JP": "ja"}


def name(ask: Inquiry, entity_id: str) -> str:
    """The name in running text; a body's takes the article where the language wants one."""
    entity = ask.knowledge.entities.get(entity_id)
    if entity is None:
        return entity_id
    plain = bare_name(entity, ask.lang)
    if entity.type == "sector" and plain[1:].islower():
        return plain.lower()
    return plain if entity.type in ("person", "sector", "field") else _with_article(ask, plain)


def bare_name(entity: Entity, lang: Lang) -> str:
    return entity.short.get(lang) or entity.names.get(lang) or entity.id


def full_name(entity: Entity, lang: Lang) -> str:
    return entity.names.get(lang) or bare_name(entity, lang)


def named(ask: Inquiry, value: FactValue | None) -> str | None:
    """The name of a field that holds an id or, where no subject exists, a name per language."""
    if isinstance(value, str):
        return name(ask, value)
    if isinstance(value, Mapping):
        found = value.get(ask.lang)
        return found if isinstance(found, str) else None
    return None


def own_script(ask: Inquiry, entity: Entity) -> str | None:
    """The name as its owner writes it, where the answer's language writes it otherwise."""
    own = _OWN_SCRIPT.get(entity.country)
    if own is None or own == ask.lang:
        return None
    written = bare_name(entity, own)
    return None if written == bare_name(entity, ask.lang) else written


def name_with_script(ask: Inquiry, entity_id: str) -> str:
    """``Tsutsui Yoshinobu (筒井義信)``."""
    entity = ask.knowledge.entities.get(entity_id)
    if entity is None:
        return entity_id
    written = own_script(ask, entity)
    return ask.form("name-with-script", name=name(ask, entity_id), script=written) if written else name(ask, entity_id)


def family_note(ask: Inquiry, person_id: str) -> str | None:
    """Which part is the family name, where a reader of this language might not see it."""
    entity = ask.knowledge.entities.get(person_id)
    if entity is None or _OWN_SCRIPT.get(entity.country) == ask.lang:
        return None
    family = entity.family_names.get(ask.lang)
    return ask.say("common", "family_name", person=name(ask, person_id), family=family) if family else None


def title_of(ask: Inquiry, fact: Fact) -> str:
    """What the body itself calls the post; else the language's word for the role."""
    own = text_of(fact, "title", ask.lang)
    if own is not None:
        return own
    role = word_of(fact, "role") or ""
    return ask.label("roles", role) or role


def affiliation_of(ask: Inquiry, fact: Fact) -> str | None:
    """``chairman of Poongsan Group``: where the holder of a post comes from."""
    org = named(ask, fact.data.get("affiliation_org"))
    title = named(ask, fact.data.get("affiliation_title"))
    if org is None:
        return title
    return ask.form("affiliation", org=org, title=title) if title else org


def _with_article(ask: Inquiry, plain: str) -> str:
    article = ask.lexicon.formats.get("article")
    if not article or " " not in plain or "'s " in plain:
        return plain
    words = set(ask.lexicon.formats.get("article-words", "").split())
    return f"{article} {plain}" if words & set(plain.casefold().split()) else plain


def choice_label(knowledge: KnowledgeBase, entity_ids: tuple[str, ...], lang: Lang) -> str:
    """What a clarifying question calls a way to read it: full names, with the owner's own writing beside them."""
    labels = []
    for entity_id in entity_ids:
        entity = knowledge.entities[entity_id]
        own = _OWN_SCRIPT.get(entity.country)
        label, written = full_name(entity, lang), full_name(entity, own) if own is not None else None
        labels.append(label if written in (None, label) else f"{label} ({written})")
    return " – ".join(labels)
