"""Who led each of the twenty main bodies on every day of the last ten years: right by a plain reading of the files."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
import yaml

from bot.answering.lookup import heads_on, holder_of
from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.shipped import shipped
from bot.model.conversation import Question, Session
from bot.model.knowledge import LANGS, Lang
from tests.days import TODAY

MAIN_BODIES = (
    *("fki", "kcci", "kita", "kbiz", "kef", "fomek", "kjea", "kotra", "ksia", "kdia"),
    *("keidanren", "jcci", "keizai-doyukai", "jkea", "jetro", "tokyo-cci", "kankeiren", "kyukeiren", "jftc", "jeita"),
)
FIRST = date(TODAY.year - 10, TODAY.month, TODAY.day)
CHAIRS = ("chair", "co-chair", "acting-chair")
RANKS = (CHAIRS, ("board-chair",), ("president",), ("director-general",))
ASKED = {
    "en": "Who led {name} on {day.day} {month} {day.year}?",
    "ko": "{day.year}년 {day.month}월 {day.day}일에 {name}의 수장은 누구였나요?",
    "ja": "{day.year}年{day.month}月{day.day}日に{name}を率いていたのは誰ですか",
}


@dataclass(frozen=True, slots=True)
class Tenure:
    """A head's time in office as a file gives it: the days it surely covers, and those it may cover.

    An end on a known day is the first day of the successor. An end that is not given is that of the next start.
    """

    fact_id: str
    person: str
    may_begin: date
    surely_begins: date
    surely_until: date
    may_until: date

    def surely(self, day: date) -> bool:
        return self.surely_begins <= day < self.surely_until

    def maybe(self, day: date) -> bool:
        return self.may_begin <= day < self.may_until


def bounds(written: object) -> tuple[date, date]:
    """The first and the last day that a date of a file may stand for."""
    parts = [int(part) for part in str(written).split("-")]
    year, month, day = parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None
    last_month = month or 12
    last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return date(year, month or 1, day or 1), last


@cache
def tenures(body_id: str) -> tuple[Tenure, ...]:
    """The terms of the highest rank of head, as the file of the body gives them."""
    text = (shipped() / "subjects" / "organization" / f"{body_id}.yaml").read_text("utf-8")
    facts = [fact for fact in yaml.safe_load(text)["facts"] if fact["kind"] == "leadership"]
    facts = [fact for fact in facts if fact.get("status") not in ("announced", "not-held", "disputed")]
    rank = next(rank for rank in RANKS if any(fact["role"] in rank for fact in facts))
    row = [fact for fact in facts if fact["role"] in rank]
    starts = sorted(bounds(fact["from"]) for fact in row if "from" in fact)
    return tuple(tenure(fact, starts) for fact in row)


def tenure(fact: dict[str, Any], starts: list[tuple[date, date]]) -> Tenure:
    begins = bounds(fact["from"]) if "from" in fact else (date.min, date.max)
    if "to" in fact:
        ends = bounds(fact["to"])
        is_day = ends[0] == ends[1]
        until = ends if is_day else (ends[0], ends[1] + timedelta(days=1))
    else:
        later = [start for start in starts if "from" in fact and start[0] > begins[0]]
        seen = bounds(fact["confirmed"])[0] + timedelta(days=1) if "confirmed" in fact else date.min
        known = seen if fact.get("superseded") or "from" not in fact else date.max
        until = (min(known, later[0][0]), later[0][1] + timedelta(days=1)) if later else (known, date.max)
    return Tenure(fact["id"], fact["person"], begins[0], begins[1], *until)


def days() -> Iterator[date]:
    day = FIRST
    while day <= TODAY:
        yield day
        day += timedelta(days=1)


@pytest.mark.parametrize("body_id", MAIN_BODIES)
def test_every_day_has_the_head_that_the_file_gives_it(shipped_base: KnowledgeBase, body_id: str) -> None:
    wrong = []
    for day in days():
        heads = {holder_of(fact) for fact in heads_on(shipped_base, body_id, day)}
        sure = {one.person for one in tenures(body_id) if one.surely(day)}
        maybe = {one.person for one in tenures(body_id) if one.maybe(day)}
        if not sure <= heads <= maybe:
            wrong.append(f"{day}: {sorted(heads)} for {sorted(sure)} … {sorted(maybe)}")
    assert wrong == []


@pytest.mark.parametrize("body_id", MAIN_BODIES)
def test_no_day_has_two_heads_but_where_the_day_of_a_handover_is_not_known(
    shipped_base: KnowledgeBase, body_id: str
) -> None:
    for day in days():
        heads = {holder_of(fact) for fact in heads_on(shipped_base, body_id, day)}
        sure = {one.person for one in tenures(body_id) if one.surely(day)}
        assert len(sure) <= 1, day
        assert len(heads) <= 1 or not sure, f"{day}: {sorted(heads)}"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("body_id", MAIN_BODIES)
def test_the_question_gets_the_head_of_the_day_or_hears_of_the_gap(engine: Engine, body_id: str, lang: Lang) -> None:
    for day in telling_days(body_id):
        reply = engine.answer(Question(question(engine.knowledge, body_id, day, lang), TODAY), Session()).reply
        heads = heads_on(engine.knowledge, body_id, day)
        assert reply.lang == lang
        if heads:
            assert (reply.status, reply.intent) == ("answered", "leader"), f"{day}: {reply.text}"
            assert {fact.id for fact in heads} <= set(reply.fact_ids), f"{day}: {reply.text}"
            assert all(named(engine.knowledge, holder_of(fact), lang) in reply.text for fact in heads), reply.text
        else:
            assert (reply.status, reply.intent) == ("unknown", "leader"), f"{day}: {reply.text}"


def telling_days(body_id: str) -> list[date]:
    """The first and last day of each term, the days beside them, and the middle of every month in turn."""
    edges = {edge for one in tenures(body_id) for edge in (one.may_begin, one.surely_begins, one.surely_until)}
    known = [edge for edge in edges if FIRST < edge < TODAY]
    around = {edge + timedelta(days=step) for edge in known for step in (-1, 0, 1)}
    offset = MAIN_BODIES.index(body_id) % 6
    middles = {day for day in days() if day.day == 15 and day.month % 6 == offset}
    return sorted(day for day in around | middles if FIRST <= day <= TODAY)


def question(base: KnowledgeBase, body_id: str, day: date, lang: Lang) -> str:
    name = base.entities[body_id].short[lang]
    return ASKED[lang].format(name=name, day=day, month=calendar.month_name[day.month])


def named(base: KnowledgeBase, person_id: str, lang: Lang) -> str:
    return base.entities[person_id].short[lang]
