"""Small hand-made knowledge for tests: each builder fills in what its caller does not care about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.knowledge.base import IntentSpec, KnowledgeBase, Lexicon
from bot.model.dates import PartialDate, Period
from bot.model.knowledge import (
    LANGS,
    Alias,
    Country,
    Entity,
    Fact,
    FactValue,
    Lang,
    Location,
    Source,
    Strength,
    Wording,
)

NOWHERE = Location("tests/builders.py", 1)


def wording(en: str, ko: str | None = None, ja: str | None = None) -> Wording:
    """One text per language; the English one where no other is given."""
    return {"en": en, "ko": ko or en, "ja": ja or en}


def alias(text: str, lang: Lang = "en", strength: Strength = "strong", exact: bool = False) -> Alias:
    return Alias(text, lang, strength, NOWHERE, exact)


def entity(
    id_: str,
    names: Wording | str | None = None,
    *,
    type_: str = "organization",
    country: Country = "JP",
    kind: str | None = None,
    strong: Iterable[tuple[Lang, str]] = (),
    weak: Iterable[tuple[Lang, str]] = (),
    former: Iterable[tuple[Lang, str]] = (),
    family: Wording | None = None,
    sectors: tuple[str, ...] = (),
    full: Wording | None = None,
    website: str | None = None,
) -> Entity:
    """An entity whose names are its aliases, with those listed besides."""
    short = wording(names or id_) if names is None or isinstance(names, str) else names
    aliases = [alias(name, lang) for source in (short, full or {}) for lang, name in source.items()]
    aliases += [alias(text, lang) for lang, text in strong]
    aliases += [alias(text, lang, "weak") for lang, text in weak]
    aliases += [alias(text, lang, "former") for lang, text in former]
    return Entity(
        id=id_,
        type=type_,
        country=country,
        names={**short, **(full or {})},
        short=short,
        aliases=tuple(dict.fromkeys(aliases)),
        location=NOWHERE,
        kind=kind,
        family_names=family or {},
        sector_ids=sectors,
        website=website,
    )


def person(id_: str, names: Wording | str | None = None, *, country: Country = "JP", **given: Wording) -> Entity:
    return entity(id_, names, type_="person", country=country, family=given.get("family"))


def fact(
    id_: str,
    subject: str,
    kind: str,
    *,
    start: str | None = None,
    end: str | None = None,
    confirmed: str | None = "2025-06-02",
    sources: tuple[str, ...] = ("a-source",),
    status: str = "held",
    text: Wording | None = None,
    corrects: tuple[str, ...] = (),
    **data: FactValue | None,
) -> Fact:
    """A fact; ``data`` are its fields, dates given as such."""
    return Fact(
        id=id_,
        subject_id=subject,
        kind=kind,
        data={name: value for name, value in data.items() if value is not None},
        period=Period(_date(start), _date(end)),
        confirmed=_date(confirmed),
        source_ids=sources,
        status=status,
        location=NOWHERE,
        text=text or {},
        corrects=corrects,
    )


def leadership(
    subject: str,
    person_id: str,
    start: str | None = None,
    end: str | None = None,
    *,
    role: str = "chair",
    id_: str | None = None,
    confirmed: str | None = "2025-06-02",
    sources: tuple[str, ...] = ("a-source",),
    status: str = "held",
    **data: FactValue | None,
) -> Fact:
    """A term of office, from a date to a date."""
    named = id_ or f"{subject}-{role}-{person_id}"
    known: dict[str, Any] = {"person": person_id, "role": role, **data}
    return fact(
        named,
        subject,
        "leadership",
        start=start,
        end=end,
        confirmed=confirmed,
        sources=sources,
        status=status,
        **known,
    )


def source(id_: str = "a-source", published: str | None = "2025-06-02", quality: str = "press") -> Source:
    return Source(
        id_, f"Publisher of {id_}", f"Title of {id_}", f"https://example.org/{id_}", _date(published), quality, NOWHERE
    )


def lexicon(lang: Lang, concepts: Mapping[str, tuple[str, ...]] | None = None, **given: Mapping[str, str]) -> Lexicon:
    """The words of a language: concepts, and where given ``times`` and ``formats``."""
    return Lexicon(lang, concepts or {}, (), (), given.get("times", {}), (), given.get("formats", {}), {})


def knowledge(
    entities: Iterable[Entity] = (),
    facts: Iterable[Fact] = (),
    sources: Iterable[Source] | None = None,
    *,
    intents: Iterable[IntentSpec] = (),
    utterances: Mapping[Lang, Mapping[str, tuple[str, ...]]] | None = None,
    answers: Mapping[Lang, Mapping[str, Mapping[str, str]]] | None = None,
    lexicons: Iterable[Lexicon] = (),
) -> KnowledgeBase:
    """A knowledge base of these records; sources that facts name are made up when none are given."""
    listed = tuple(facts)
    named = sorted({id_ for fact_ in listed for id_ in fact_.source_ids})
    known = tuple(sources) if sources is not None else tuple(source(id_) for id_ in named)
    words = {lexicon_.lang: lexicon_ for lexicon_ in lexicons}
    return KnowledgeBase(
        entities={item.id: item for item in sorted(entities, key=lambda item: item.id)},
        facts={item.id: item for item in sorted(listed, key=lambda item: item.subject_id)},
        sources={item.id: item for item in known},
        intents={item.id: item for item in intents},
        utterances=utterances or {lang: {} for lang in LANGS},
        answers=answers or {lang: {} for lang in LANGS},
        lexicons={lang: words.get(lang, lexicon(lang)) for lang in LANGS},
    )


def _date(written: str | None) -> PartialDate | None:
    return None if written is None else PartialDate.parse(written)
