"""What a body or person is called, and was. The one rule: a name is given as its owner and each language write it."""

from __future__ import annotations

import re

from bot.answering.body_words import not_known, offers, told
from bot.answering.fields import text_of
from bot.answering.figures import list_words
from bot.answering.inquiry import Draft, Inquiry
from bot.answering.names import bare_name, full_name, name
from bot.answering.relations import current
from bot.model.conversation import Status
from bot.model.knowledge import LANGS, Entity, Fact

_READING = re.compile("[\u3041-\u309f\u30fc]+")
"""A name in hiragana alone: how it is read, not how it is written."""


def vouching(ask: Inquiry, entity: Entity) -> tuple[Fact, ...]:
    """A fact that speaks of the entity, for what its names alone say."""
    naming = ask.knowledge.facts_of(entity.id, "naming")
    naming = tuple(sorted(naming, key=lambda fact: str(fact.confirmed), reverse=True))
    any_fact = ask.knowledge.facts_of(entity.id) or ask.knowledge.facts_naming(entity.id)
    newest = current(any_fact)
    return naming or ((newest,) if newest is not None else ())


def names_draft(ask: Inquiry, entity: Entity) -> Draft:
    names = {lang: full_name(entity, lang) for lang in LANGS}
    facts = vouching(ask, entity)
    others = list(dict.fromkeys(text for text in _abbreviations(entity) if text != names[ask.lang]))
    abbreviation = list_words(ask, others[:3]) if others else None
    case = "names_person" if entity.type == "person" else "names"
    text = ask.say("body", case, body=bare_name(entity, ask.lang), abbreviation=abbreviation, **names)
    family = entity.family_names.get(ask.lang)
    notes = [ask.say("common", "family_name", person=bare_name(entity, ask.lang), family=family) if family else None]
    notes += [fact.text.get(ask.lang) for fact in facts if fact.kind == "naming"]
    status: Status = "answered" if facts else "unknown"
    draft = told(ask, entity, text, facts, tuple(notes), dated=True)
    return Draft(text, facts, draft.notes, status, (entity.id,), offers=offers(entity), dated=True)


def _abbreviations(entity: Entity) -> list[str]:
    """The short forms: those called so, and a short name in capitals."""
    short = entity.short.get("en", "")
    capitals = [short] if short.isupper() and " " not in short and entity.type != "person" else []
    return capitals + [alias.text for alias in entity.aliases if getattr(alias, "exact", False)]


def abbreviation_draft(ask: Inquiry, entity: Entity) -> Draft:
    found = list(dict.fromkeys(_abbreviations(entity)))
    facts = vouching(ask, entity)
    if not found or not facts:
        return names_draft(ask, entity)
    text = ask.say("body", "abbreviation", full=full_name(entity, ask.lang), short=list_words(ask, found))
    return told(ask, entity, text, facts, tuple(f.text.get(ask.lang) for f in facts if f.kind == "naming"), dated=True)


def former_name_draft(ask: Inquiry, entity: Entity) -> Draft:
    facts = ask.knowledge.facts_of(entity.id, "naming")
    facts = tuple(sorted(facts, key=lambda fact: text_of(fact, "former", ask.lang) is None))
    aliases = [one.text for one in entity.aliases if one.strength == "former" and one.lang == ask.lang]
    written = [text for text in aliases if not _READING.fullmatch(text)]
    former = list(dict.fromkeys(text for fact in facts if (text := text_of(fact, "former", ask.lang)))) or written
    grounds = facts or vouching(ask, entity)
    if not former or not grounds:
        return not_known(ask, entity, "former-name")
    text = ask.say("body", "former", body=name(ask, entity.id), former=list_words(ask, former))
    return told(ask, entity, text, grounds, tuple(fact.text.get(ask.lang) for fact in facts), dated=bool(facts))
