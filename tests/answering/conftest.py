"""A small field of two countries made by hand, spoken of in the words that ship."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bot.answering.compose import compose_reply
from bot.answering.inquiry import Answer, Inquiry, ReplyContext
from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate
from bot.model.knowledge import Entity, Fact, Lang
from bot.model.understanding import Interpretation, Time
from tests.builders import entity, fact, knowledge, leadership, person, source, wording

TODAY = date(2026, 11, 25)
Replies = Callable[..., Answer]
"""From an intent, subjects and other slots to the answer; in English unless ``lang`` says otherwise."""

ENTITIES: tuple[Entity, ...] = (
    entity("east", wording("East Federation", "동부연맹", "東部連盟"), kind="federation"),
    entity("west", wording("West Council", "서부회", "西部会"), country="KR", kind="federation"),
    entity("lone", wording("Lone Chamber", "외톨상의", "孤立商議"), kind="chamber"),
    entity("steel", wording("Steel Works", "제강사", "製鋼"), kind="company"),
    entity("talks", wording("East-West talks", "동서회의", "東西会議"), type_="event_series", country="both"),
    entity("chips", wording("Chips", "칩", "チップ"), type_="sector", country="both"),
    person("mori", wording("Mori Taro", "모리 다로", "森太郎"), family=wording("Mori", "모리", "森")),
    person("hara", wording("Hara Jiro", "하라 지로", "原次郎"), family=wording("Hara", "하라", "原")),
    person("kim", wording("Kim Han", "김한", "金韓"), country="KR", family=wording("Kim", "김", "金")),
    person("oda", wording("Oda Ken", "오다 켄", "織田健"), family=wording("Oda", "오다", "織田")),
)
FACTS: tuple[Fact, ...] = (
    leadership("east", "mori", "2021-06-01", "2025-05-29", confirmed="2025-06-02", ordinal=15),
    leadership(
        "east",
        "hara",
        "2025-05-29",
        confirmed="2026-02-09",
        ordinal=16,
        affiliation_org="steel",
        affiliation_title=wording("chairman", "회장", "会長"),
    ),
    leadership("west", "kim", "2023-08-22", confirmed="2026-02-27"),
    fact(
        "east-role", "east", "role", text=wording("It speaks for the east.", "동부를 대표합니다.", "東部を代表します。")
    ),
    fact("east-founded", "east", "founding", start="1946-08-16"),
    fact("east-members", "east", "membership", start="2024", counted=PartialDate(2024), companies=1542),
    fact("east-west", "east", "counterpart", partner="west"),
    fact("west-east", "west", "counterpart", partner="east"),
    fact(
        "talks-series",
        "talks",
        "series",
        since=PartialDate(1982),
        frequency=wording("yearly", "매년", "毎年"),
        organizers=("east", "west"),
        text=wording("A yearly meeting.", "해마다 여는 회의입니다.", "毎年の会議です。"),
    ),
    fact(
        "talks-31",
        "talks",
        "edition",
        start="2024-10-18",
        edition=31,
        place=wording("Seoul", "서울", "ソウル"),
        attendance={"kr": 17, "jp": 7},
        topics=wording("hydrogen", "수소", "水素"),
    ),
    fact("talks-32", "talks", "edition", start="2025-10-17", edition=32, place=wording("Tokyo", "도쿄", "東京")),
    fact("talks-33", "talks", "edition", start="2027-10", edition=33, status="announced"),
    fact(
        "chips-status", "chips", "sector-status", text=wording("Little is done.", "제한적입니다.", "限られています。")
    ),
    fact(
        "chips-channel", "chips", "channel", exists=False, text=wording("There is none.", "없습니다.", "ありません。")
    ),
)


@pytest.fixture(scope="session")
def words(loaded: Any) -> KnowledgeBase:
    """The knowledge that ships, for its wording alone."""
    base: KnowledgeBase = loaded.partial
    return base


@pytest.fixture(scope="session")
def field_of(words: KnowledgeBase) -> Callable[..., KnowledgeBase]:
    """The small field, with other facts besides or instead."""

    def build(*more: Fact, without: tuple[str, ...] = (), entities: tuple[Entity, ...] = ()) -> KnowledgeBase:
        facts = [one for one in FACTS if one.id not in without]
        return knowledge(
            (*ENTITIES, *entities),
            [*facts, *more],
            [source("a-source"), source("b-source", "2026-02-09", "body"), source("c-source", "2020", "aggregator")],
            answers=words.answers,
            lexicons=words.lexicons.values(),
        )

    return build


@pytest.fixture(scope="session")
def reply(field_of: Callable[..., KnowledgeBase]) -> Replies:
    plain = field_of()

    def ask(
        intent: str,
        *subjects: str,
        time: Time | None = None,
        lang: Lang = "en",
        base: KnowledgeBase | None = None,
        context: ReplyContext | None = None,
        **slots: Any,
    ) -> Answer:
        meant = Interpretation(intent, subjects, time or Time(), **slots)
        return compose_reply(meant, base or plain, TODAY, lang, context)

    return ask


@pytest.fixture(scope="session")
def inquiry(field_of: Callable[..., KnowledgeBase]) -> Callable[[Lang], Inquiry]:
    plain = field_of()
    return lambda lang: Inquiry(Interpretation("leader"), plain, TODAY, lang)


def at(year: int, month: int | None = None, day: int | None = None) -> Time:
    return Time("at", PartialDate(year, month, day))
