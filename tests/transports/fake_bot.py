"""The Telegram bot with an answerer that tells what it was asked, for tests: ``python -m tests.transports.fake_bot``.

It also does on demand what the engine never should: fail, take long, write pages."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from bot.model.conversation import Choice, Question, Reply, Session, Turn
from bot.model.dates import PartialDate
from bot.model.knowledge import LANGS, Entity, Lang, Location, Source
from bot.model.understanding import Interpretation
from bot.settings import read_settings
from bot.transports.telegram import run

ANSWERS = Path(__file__).parents[2] / "knowledge" / "answers"
HERE = Location("fake.yaml", 1)
SOURCE = Source("s", "Nippon.com", "A <title>", "https://www.nippon.com/1", PartialDate(2025, 6, 2), "press", HERE)
CHOICES = tuple(
    Choice(each, each.upper(), Interpretation("leader", (each,), part="since")) for each in ("keidanren", "kcci")
)


@dataclass(frozen=True)
class FakeKnowledge:
    answers: Mapping[Lang, Mapping[str, Mapping[str, str]]]
    entities: Mapping[str, Entity]


def entity(entity_id: str, korean: str) -> Entity:
    names: Mapping[Lang, str] = {"en": entity_id.upper(), "ko": korean, "ja": entity_id.upper()}
    return Entity(entity_id, "organization", "KR", names, names, (), HERE)


def knowledge() -> FakeKnowledge:
    """The real sentences, and two subjects."""
    texts = {
        lang: {"telegram": yaml.safe_load((ANSWERS / lang / "telegram.yaml").read_text("utf-8"))} for lang in LANGS
    }
    return FakeKnowledge(texts, {"keidanren": entity("keidanren", "게이단렌"), "kcci": entity("kcci", "대한상의")})


def answer(question: Question, session: Session) -> Turn:
    """A turn whose text says what came in."""
    session = session.at_time(question.at)
    lang = question.lang or ("ko" if any("가" <= char <= "힣" for char in question.text) else "en")
    picked = session.pending[int(question.text) - 1] if question.text.isdigit() and session.pending else None
    focus = picked.interpretation.subject_ids if picked is not None else session.focus
    text = f"asked={question.text} lang={question.lang} focus={','.join(session.focus)}"
    if picked is not None:
        text += f" picked={picked.interpretation.intent}/{','.join(focus)}/{picked.interpretation.part}"
    reply = Reply("answered", "leader", lang, text)
    match question.text.split(" ")[0]:
        case "boom" | "쾅":
            raise RuntimeError(f"broken, with {os.environ['TELEGRAM_BOT_TOKEN']} in its words")
        case "slow":
            time.sleep(0.3)
        case "which":
            reply = replace(reply, status="clarify", choices=CHOICES)
        case "long":
            reply = replace(reply, text="A long sentence. " * 500, suggestions=("And then?",))
        case "keidanren":
            focus = ("keidanren",)
            reply = replace(
                reply, source_line="Source: Nippon.com", sources=(SOURCE,), suggestions=("And its <partner>?",)
            )
        case "kcci":
            focus = ("kcci",)
    after = Session(focus=focus, pending=reply.choices, reply=reply, lang=session.lang, at=question.at)
    return Turn(question, reply, after)


if __name__ == "__main__":
    logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"))
    sys.exit(asyncio.run(run(read_settings(os.environ, for_telegram=True), answer, knowledge())))
