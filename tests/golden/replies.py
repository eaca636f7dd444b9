"""The files of full replies: what is asked in them, and what is answered today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.engine import Engine
from bot.model.conversation import Question, Session
from bot.model.knowledge import Lang
from bot.rendering.plain import render_plain
from tests.days import TODAY

HERE = Path(__file__).parent
ASKED = "› "
NEW_CONVERSATION = "---"


def golden_file(lang: Lang) -> Path:
    return HERE / f"{lang}.txt"


def answered_anew(text: str, engine: Engine) -> str:
    """The text with each reply as it is today; what is asked stays."""
    return "\n\n".join(_blocks(text, engine)) + "\n"


def _blocks(text: str, engine: Engine) -> Iterator[str]:
    session = Session()
    for line in text.splitlines():
        if line == NEW_CONVERSATION:
            session = Session()
            yield line
        elif line.startswith(ASKED):
            turn = engine.answer(Question(line.removeprefix(ASKED), TODAY), session)
            session = turn.session
            yield f"{line}\n{render_plain(turn.reply)}"
