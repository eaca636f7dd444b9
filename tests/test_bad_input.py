"""Whatever is asked, the real engine gives a calm answer, and the next question works."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Question, Reply, Session
from bot.transports import jsonl
from bot.transports.asking import Asker

TODAY = date(2026, 11, 25)
LONGEST = 10_000

ODD = {
    "empty": "",
    "spaces": " \t\n ",
    "long": "a" * LONGEST,
    "long words": "who leads " * (LONGEST // 10),
    "long Korean": "회장은 누구" * (LONGEST // 6),
    "long Japanese": "会長は誰です" * (LONGEST // 6),
    "emoji": "🙂👩‍👩‍👧🇰🇷",
    "right to left": "\u202eمن هو الرئيس\u202c",
    "zero width": "\u200b\u200d\ufeff",
    "combining": "e" + "\u0301" * 500,
    "jamo": "ㄱㅕㅇㄷㅏㄴ",
    "lone surrogate": "who \ud800 leads",
    "markup": "<b>who</b> & <script>",
    "template": "{body} [ {0} %s {{",
    "control": "\x00\x07\x1b[31m",
    "digits": "9" * 400,
    "dates": "2025-13-45 0000-00-00 99999년 0월",
    "quotes": "\"'`“”「」",
}


@pytest.fixture(scope="module")
def engine(shipped_base: KnowledgeBase) -> Engine:
    return Engine.of(shipped_base)


def asked(engine: Engine, text: str, session: Session | None = None) -> Reply:
    return engine.answer(Question(text, TODAY), session or Session()).reply


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_input_gets_a_calm_answer(engine: Engine, text: str) -> None:
    reply = asked(engine, text)
    assert reply.status != "answered"
    assert reply.text


@given(text=st.text(alphabet=st.characters(), max_size=60))
@settings(max_examples=100)
def test_any_text_gets_an_answer_that_is_valid_json(engine: Engine, text: str) -> None:
    out = io.BytesIO()
    line = json.dumps({"id": 1, "session": "s", "text": text}).encode()
    jsonl.serve([line], out, Asker(engine.answer, TODAY))
    answer = json.loads(out.getvalue())
    assert "error" not in answer
    for entity in answer["entities"]:
        assert text[entity["start"] : entity["end"]] == entity["matched"]


@given(data=st.data())
@settings(max_examples=60)
def test_a_question_among_noise_does_not_break_the_conversation(
    engine: Engine, shipped_base: KnowledgeBase, data: st.DataObject
) -> None:
    names = [alias.text for entity in shipped_base.of_type("organization") for alias in entity.aliases]
    session = Session()
    for _ in range(3):
        noise = data.draw(st.text(alphabet=st.characters(), max_size=10))
        turn = engine.answer(Question(f"{noise} {data.draw(st.sampled_from(names))} {noise}", TODAY), session)
        assert turn.reply.text
        session = turn.session
