"""Every fact of the founding article is an answer to a plain question, in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Question, Session
from bot.model.knowledge import LANGS, Lang
from tests.days import TODAY

TABLE: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("article_facts.yaml").read_text("utf-8"))
COUNT = 39
TOLD = ("language", "segment", "mention", "candidate", "verdict", "meant", "fact")


def test_the_table_holds_all_39_facts_in_order() -> None:
    assert [row["id"] for row in TABLE] == [f"F{number:02}" for number in range(1, COUNT + 1)]


def test_the_table_names_facts_that_there_are(shipped_base: KnowledgeBase) -> None:
    assert {fact_id for row in TABLE for fact_id in row["facts"]} - set(shipped_base.facts) == set()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("row", TABLE, ids=[row["id"] for row in TABLE])
def test_a_fact_of_the_article_is_told_when_asked(engine: Engine, row: dict[str, Any], lang: Lang) -> None:
    turn = engine.answer(Question(row[lang], TODAY), Session())
    why = "\n".join([row[lang], turn.reply.text, *(line for line in turn.trace if line.startswith(TOLD))])
    assert turn.reply.status == "answered", why
    assert turn.reply.lang == lang, why
    assert set(turn.reply.fact_ids) & set(row["facts"]), why
