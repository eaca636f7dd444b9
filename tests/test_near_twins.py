"""Near-twins are never taken for each other: clean or with one slip, a question about one is never answered about
another. Asking back, not knowing, and an answer about the whole sector or series are no confusion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Question, Reply, Session
from bot.model.knowledge import LANGS, Lang
from bot.text.normalise import key
from tests.days import TODAY
from tests.typos import single_typos

SEED = 1965
LEAST_SPELT = 4
"""A name of so many letters within a slip is taken as that name."""
LEAST_SLIPS: Mapping[Lang, int] = {"en": 1000, "ko": 700, "ja": 250}

ASKED: Mapping[str, Mapping[Lang, str]] = {
    "body": {"en": "Who leads {}?", "ko": "{} 회장은 누구인가요?", "ja": "{}の会長は誰ですか？"},
    "series": {"en": "When was the last {}?", "ko": "지난 {}는 언제였나요?", "ja": "前回の{}はいつでしたか？"},
    "person": {"en": "Who is {}?", "ko": "{}는 누구인가요?", "ja": "{}とは誰ですか？"},
}

TABLE = Path(__file__).with_name("near_twins.yaml")


@dataclass(frozen=True)
class Twin:
    """A subject with names that people use for it, and how it is asked about."""

    id: str
    kind: str
    names: Mapping[Lang, tuple[str, ...]]


TWINS = tuple(
    Twin(row["id"], row["kind"], {lang: tuple(row[lang]) for lang in LANGS})
    for row in yaml.safe_load(TABLE.read_text(encoding="utf-8"))
)


def in_lang(lang: Lang) -> Iterator[tuple[Twin, str, str]]:
    """Each twin with each of its names, and the question about it, a place left for the name."""
    for twin in TWINS:
        for name in twin.names[lang]:
            yield twin, name, ASKED[twin.kind][lang]


def told_of(reply: Reply, base: KnowledgeBase) -> tuple[str, ...]:
    """Whom an answer is about, in its order: the subjects of its main facts, then the names that were read."""
    facts = (base.facts[fact_id] for fact_id in reply.fact_ids)
    subjects = [fact.subject_id for fact in facts if fact.kind in ("leadership", "edition", "series")]
    return tuple(dict.fromkeys((*subjects, *(entity.id for entity in reply.entities))))


def confused(engine: Engine, twin: Twin, text: str) -> str | None:
    """What went wrong, in words: an answer that begins with a twin, or that speaks of one and not of the subject."""
    reply = engine.answer(Question(text, TODAY), Session()).reply
    if reply.status != "answered":
        return None
    about = told_of(reply, engine.knowledge)
    if twin.kind == "person":
        about = tuple(entity.id for entity in reply.entities)
    twins = {other.id for other in TWINS if other.kind == twin.kind and other.id != twin.id}
    if not twins & set(about[:1]) and (twin.id in about or not twins & set(about)):
        return None
    return f"{text} is about {twin.id}, answered about {', '.join(about)}: {reply.text}"


@pytest.mark.parametrize("lang", LANGS)
def test_a_twin_asked_for_by_name_is_answered(engine: Engine, lang: Lang) -> None:
    for twin, name, asked in in_lang(lang):
        reply = engine.answer(Question(asked.format(name), TODAY), Session()).reply
        assert reply.status == "answered", f"{name}: {reply.text}"
        assert twin.id in told_of(reply, engine.knowledge), f"{name}: {reply.text}"


@pytest.mark.parametrize("lang", LANGS)
def test_no_twin_is_taken_for_another(engine: Engine, lang: Lang) -> None:
    found = [confused(engine, twin, asked.format(name)) for twin, name, asked in in_lang(lang)]
    assert "\n".join(each for each in found if each) == ""


@pytest.mark.parametrize("lang", LANGS)
def test_one_slip_makes_no_twin_of_another(engine: Engine, lang: Lang) -> None:
    """A slip that happens to spell the name of another subject (日韓財団会議) is that name, and left out here."""
    spelt = {key(alias.text): entity.id for entity in engine.knowledge.entities.values() for alias in entity.aliases}
    long = [one for one in spelt if len(one) >= LEAST_SPELT]
    found = [
        confused(engine, twin, asked.format(slip))
        for twin, name, asked in in_lang(lang)
        for slip in single_typos(name, SEED)
        if spelt.get(key(slip), twin.id) == twin.id and not any(o in key(slip) and o not in key(name) for o in long)
    ]
    assert len(found) >= LEAST_SLIPS[lang]
    assert "\n".join(each for each in found if each) == ""


@pytest.mark.parametrize("text", ["who leads KEF", "KEF 회장 누구야?", "KEFの会長は誰ですか"])
def test_a_name_that_two_bodies_go_by_is_asked_about(engine: Engine, text: str) -> None:
    reply = engine.answer(Question(text, TODAY), Session()).reply
    assert reply.status == "clarify"
    assert {choice.interpretation.subject_ids for choice in reply.choices} == {("fki",), ("kef",)}


@pytest.mark.parametrize(
    "text",
    [
        "When was the last Korea-Japan Business Conference?",
        "지난 한일 비즈니스 회의 언제였어?",
        "前回の日韓ビジネス会議はいつですか",
    ],
)
def test_the_name_that_both_conferences_go_by_is_asked_about(engine: Engine, text: str) -> None:
    reply = engine.answer(Question(text, TODAY), Session()).reply
    assert reply.status == "clarify"
    subjects = {choice.interpretation.subject_ids for choice in reply.choices}
    assert subjects == {("fki-keidanren-conference",), ("kjea-jkea-conference",)}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Who is Koji Akiyoshi?", "Koji"),
        ("Who is Akiyoshi Koji?", "Koji"),
        ("고지 아키요시는 누구인가요?", "고지"),
        ("小路明善とは誰ですか", "小路"),
    ],
)
def test_koji_is_told_to_be_the_family_name(engine: Engine, text: str, family: str) -> None:
    turn = engine.answer(Question(text, TODAY), Session())
    assert {entity.id for entity in turn.reply.entities} == {"koji-akiyoshi"}
    assert engine.knowledge.entities["koji-akiyoshi"].family_names[turn.reply.lang] == family
    assert family in turn.reply.full_text
