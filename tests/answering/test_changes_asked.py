"""What changed, asked in three languages over the knowledge that ships: of whom, and since when."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from bot.model.conversation import Question, Reply, Session
from bot.model.knowledge import Fact
from tests.days import TODAY


def asked(engine: Engine, text: str) -> Reply:
    return engine.answer(Question(text, TODAY), Session()).reply


def facts_of(engine: Engine, reply: Reply) -> list[Fact]:
    return [engine.knowledge.facts[fact_id] for fact_id in reply.fact_ids]


@pytest.mark.parametrize(
    "text", ["what's new?", "What has changed lately?", "무엇이 바뀌었나요?", "最近何が変わりましたか"]
)
def test_without_a_subject_the_last_year_is_told(engine: Engine, text: str) -> None:
    reply = asked(engine, text)
    assert (reply.status, reply.intent) == ("answered", "changes")
    starts = [
        fact.period.start for fact in facts_of(engine, reply) if fact.status == "held" and fact.period.end is None
    ]
    assert all(start is None or start.year >= TODAY.year - 1 for start in starts)


@pytest.mark.parametrize(
    ("text", "fact_id"),
    [
        ("what changed at KCCI since 2025?", "kcci-jcci-14"),
        ("대한상의는 2025년 이후 무엇이 바뀌었나요?", "kcci-jcci-14"),
        ("大韓商議で2025年以降に変わったことは？", "kcci-jcci-14"),
        ("What changed at Keidanren in 2025?", "keidanren-chair-tsutsui"),
        ("2025년에 경단련에서 무엇이 바뀌었나요?", "keidanren-chair-tsutsui"),
        ("2025年に経団連で何が変わりましたか", "keidanren-chair-tsutsui"),
        ("What changed around Koo Ja-yeol in 2026?", "kjea-chair-koo"),
        ("올해 구자열 관련 소식 있어요?", "kjea-chair-koo"),
        ("今年の具滋烈氏の動きは？", "kjea-chair-koo"),
        ("What has changed in Korea this year?", "kjea-chair-koo"),
        ("올해 한국에서 바뀐 것은?", "kjea-chair-koo"),
        ("今年、韓国側で変わったことは？", "kjea-chair-koo"),
    ],
)
def test_a_change_of_a_subject_or_a_country_is_told(engine: Engine, text: str, fact_id: str) -> None:
    reply = asked(engine, text)
    assert (reply.status, reply.intent) == ("answered", "changes"), reply.text
    assert fact_id in reply.fact_ids, reply.text


@pytest.mark.parametrize(
    "text", ["who is new in 2026?", "2026년에 새로 취임한 사람은 누구예요?", "2026年に新しく就任したのは誰ですか"]
)
def test_who_is_new_are_those_who_came_and_not_those_who_left(engine: Engine, text: str) -> None:
    reply = asked(engine, text)
    found = facts_of(engine, reply)
    assert reply.status == "answered"
    assert {fact.kind for fact in found} == {"leadership"}
    assert {fact.period.start.year for fact in found if fact.period.start is not None} == {2026}
    assert "kjea-chair-koo" in reply.fact_ids


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("any news on semiconductors this year?", "sector-semiconductors"),
        ("반도체 분야에 올해 새 소식 있어요?", "sector-semiconductors"),
        ("今年の半導体分野の新しい動きは？", "sector-semiconductors"),
    ],
)
def test_of_a_sector_its_own_and_its_bodies_changes_are_told(engine: Engine, text: str, sector: str) -> None:
    reply = asked(engine, text)
    assert (reply.status, reply.intent) == ("answered", "changes"), reply.text
    entities = engine.knowledge.entities
    for fact in facts_of(engine, reply):
        assert fact.subject_id == sector or sector in entities[fact.subject_id].sector_ids or fact.kind == "agreement"


def test_where_nothing_changed_the_newest_change_before_is_told(engine: Engine) -> None:
    reply = asked(engine, "What changed at Keidanren last month?")
    assert reply.status == "answered"
    assert reply.text.startswith("I know of no change at Keidanren in October 2026")


def test_what_was_announced_is_not_told_as_done(engine: Engine) -> None:
    reply = asked(engine, "what's new in 2026?")
    listed = reply.text
    for fact in facts_of(engine, reply):
        if fact.status == "announced":
            person = fact.data.get("person")
            assert not isinstance(person, str) or engine.knowledge.entities[person].short["en"] not in listed
