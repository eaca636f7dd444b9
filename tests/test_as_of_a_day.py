"""Asked as of an earlier day, nothing that came after it is told as done: heads, meetings, confirmations, counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.answering.compose import compose_reply
from bot.answering.inquiry import Answer
from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.hindsight import known_on
from bot.model.conversation import Question, Session
from bot.model.dates import PartialDate
from bot.model.knowledge import LANGS, Fact, Lang
from bot.model.understanding import Interpretation, Time
from tests.reachable_questions import Asker

DAYS = (date(2024, 6, 1), date(2026, 2, 1))
_MONTHS = "January February March April May June July August September October November December".split()
_ENGLISH = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(_MONTHS)}) (\d{{4}})")
_EASTERN = re.compile(r"(\d{4})[年년] ?(?:(\d{1,2})[月월] ?(?:(\d{1,2})[日일])?)?")


def dates_in(text: str) -> set[PartialDate]:
    """The dates a text names."""
    eastern = (tuple(int(part) if part else None for part in found) for found in _EASTERN.findall(text))
    english = ((int(y), _MONTHS.index(m) + 1, int(d) if d else None) for d, m, y in _ENGLISH.findall(text))
    return {PartialDate(year, month, day) for year, month, day in (*eastern, *english) if year is not None}


def told_as_done(base: KnowledgeBase, answer: Answer, today: date) -> list[str]:
    """The dates after today in an answer that are neither announced by then nor planned in a source of the time."""
    facts = [known_on(base, today).facts[fact_id] for fact_id in answer.fact_ids]
    announced = {day for fact in facts if fact.status == "announced" for day in (fact.period.start, fact.period.end)}
    texts = [text for fact in facts if is_of_the_time(base, fact, today) for text in words(fact)]
    names = [name for one in answer.focus for name in base.entities[one].short.values()]
    allowed = announced | {day for text in (*texts, *names) for day in dates_in(text)}
    body = "\n".join((answer.text, *answer.notes))
    return [str(day) for day in dates_in(body) if day.first > today and day not in allowed]


def is_of_the_time(base: KnowledgeBase, fact: Fact, today: date) -> bool:
    """Whether every source of a fact, as it is filed, was out by the day."""
    published = [base.sources[one].published for one in base.facts[fact.id].source_ids]
    return all(day is not None and day.first <= today for day in published)


def words(fact: Fact) -> Iterator[str]:
    """All that a fact says in words."""
    yield from fact.text.values()
    for value in fact.data.values():
        if isinstance(value, dict):
            yield from (part for part in value.values() if isinstance(part, str))


def days_of(fact: Fact) -> tuple[date, ...]:
    """The fixed days, and those around the start of a fact of late years."""
    start = fact.period.start
    around = (
        ()
        if start is None or start.year < 2018
        else (start.first - timedelta(days=1), start.first + timedelta(days=30))
    )
    return tuple(sorted({*DAYS, *around}))


ASKED = {
    "leadership": (Interpretation("leader"), Interpretation("leader", time=Time("after")), Interpretation("body")),
    "edition": (Interpretation("edition", time=Time("next")), Interpretation("edition"), Interpretation("series")),
}


@pytest.mark.parametrize("kind", ASKED)
def test_nothing_after_the_day_is_told_as_done(shipped_base: KnowledgeBase, kind: str) -> None:
    facts = [fact for fact in shipped_base.facts.values() if fact.kind == kind]
    wrong = []
    for day, subject_id in sorted({(day, fact.subject_id) for fact in facts for day in days_of(fact)}):
        for asked, lang in zip(ASKED[kind], LANGS, strict=True):
            meant = replace(asked, subject_ids=(subject_id,))
            answer = compose_reply(meant, known_on(shipped_base, day), day, lang)
            wrong += [(str(day), meant, answer.text, date_) for date_ in told_as_done(shipped_base, answer, day)]
    assert wrong == [], "\n".join(map(str, wrong))


@pytest.mark.parametrize("lang", LANGS)
def test_what_had_not_happened_is_not_told_when_asked_for(engine: Engine, lang: Lang) -> None:
    day = DAYS[0]
    seen = known_on(engine.knowledge, day)
    later = [one for one in Asker(engine.knowledge, day).all() if one.lang == lang and one.fact.id not in seen.facts]
    assert later
    replies = [(one, engine.answer(Question(one.text, day), Session()).reply) for one in later]
    assert [one.text for one, reply in replies if not set(reply.fact_ids) <= seen.facts.keys()] == []
    assert [one.text for one, reply in replies if one.fact.text and one.fact.text[lang] in reply.full_text] == []


@pytest.mark.parametrize("day", [*DAYS, date(2025, 5, 20), date(2021, 5, 31), date(2010, 1, 1)])
def test_no_fact_is_confirmed_or_counted_after_the_day(shipped_base: KnowledgeBase, day: date) -> None:
    seen = known_on(shipped_base, day)
    assert [fact.id for fact in seen.facts.values() if fact.confirmed is not None and fact.confirmed.first > day] == []
    later = [fact for fact in seen.facts.values() if fact.period.start is not None and fact.period.start.first > day]
    assert [fact.id for fact in later if fact.status != "announced"] == []


@pytest.mark.parametrize("day", DAYS)
def test_what_is_announced_was_announced_by_the_day(shipped_base: KnowledgeBase, day: date) -> None:
    coming = [fact for fact in known_on(shipped_base, day).facts.values() if fact.status == "announced"]
    late = [fact.id for fact in coming if not any(was_out(shipped_base, fact.id, one, day) for one in fact.source_ids)]
    assert late == []


def was_out(base: KnowledgeBase, fact_id: str, source_id: str, day: date) -> bool:
    published, confirmed = base.sources[source_id].published, base.facts[fact_id].confirmed
    return (published is not None and published.first <= day) or (confirmed is not None and confirmed.first <= day)


def test_on_the_newest_day_the_knowledge_is_the_same(shipped_base: KnowledgeBase) -> None:
    assert known_on(shipped_base, date(2027, 6, 1)) is shipped_base


def test_a_later_confirmation_is_not_told_of_an_earlier_day(engine: Engine) -> None:
    reply = engine.answer(Question("Who leads Keidanren?", date(2024, 6, 1)), Session()).reply
    assert "2025" not in reply.full_text
    assert reply.as_of is not None
    assert reply.as_of <= "2024-06-01"


def test_a_source_that_came_out_later_is_called_so(engine: Engine) -> None:
    reply = engine.answer(Question("How many members does the FKI have?", date(2017, 1, 1)), Session()).reply
    assert (reply.status, "631" in reply.text) == ("answered", True)
    assert reply.source_line is not None
    assert reply.source_line.startswith("Known from what was published later")
