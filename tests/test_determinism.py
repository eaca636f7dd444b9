"""The same question gets the same bytes: in whatever order it is asked, and whatever the hash seed of the process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from random import Random

import yaml

from bot.engine import Engine
from bot.knowledge.loader import load
from bot.knowledge.shipped import shipped
from bot.model.conversation import Question, Session
from bot.model.knowledge import LANGS
from bot.transports.jsonl import answer_object, encode
from tests.days import TODAY

TABLE = Path(__file__).with_name("article_facts.yaml")
EXTRA = (
    "",
    "KEF?",
    "who leads KEF",
    "한일 비즈니스 회의",
    "日韓ビジネス会議",
    "Kobayashi",
    "小林",
    "경단렴 회장",
    "hello",
    "KCXI 회장",
)
SEED = 7


def questions() -> tuple[str, ...]:
    """The questions of the article, with some that are asked back, misspelt or not understood."""
    rows = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return (*(row[lang] for row in rows for lang in LANGS), *EXTRA)


def asked(engine: Engine, texts: Iterable[str]) -> dict[str, bytes]:
    """Each question with its answer as JSON, the trace beside it; the time it took left out."""
    answers = {}
    for text in texts:
        turn = engine.answer(Question(text, TODAY), Session())
        answers[text] = encode({**answer_object(text, turn.reply, 0.0), "trace": list(turn.trace)})
    return answers


def test_the_order_of_questions_changes_no_answer(engine: Engine) -> None:
    shuffled = list(questions())
    Random(SEED).shuffle(shuffled)
    first, second = asked(engine, questions()), asked(engine, shuffled)
    assert [text for text in first if first[text] != second[text]] == []


def test_the_hash_seed_of_the_process_changes_no_answer(engine: Engine) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.test_determinism"],
        cwd=TABLE.parent.parent,
        env={**os.environ, "PYTHONHASHSEED": "4242"},
        capture_output=True,
        check=True,
    ).stdout
    first, second = asked(engine, questions()), dict(zip(questions(), told.splitlines(), strict=True))
    assert [text for text in first if first[text] != second[text]] == []


if __name__ == "__main__":
    there = asked(Engine.of(load(shipped()).partial), questions())
    sys.stdout.buffer.write(b"\n".join(there[text] for text in questions()))
