"""Stand-ins for the engine: small answerers whose replies are easy to foresee."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.model.conversation import Choice, NamedEntity, Question, Reply, Session, Turn
from bot.model.knowledge import Lang
from bot.model.understanding import Interpretation, Mention
from tests.builders import source

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def reply(text: str, lang: Lang = "en", **given: object) -> Reply:
    """An answered reply with these words."""
    return replace(Reply("answered", "leader", lang, text, confidence=0.98), **given)  # type: ignore[arg-type]


def echo(question: Question, session: Session) -> Turn:
    """Repeats the question, and how many came before it in the session; ``boom`` breaks it, ``which?`` asks back."""
    if "boom" in question.text:
        raise LookupError("something that must not be shown")
    asked = len(session.listed)
    lang = question.lang or session.lang or "en"
    said = reply(f"{asked}: {question.text}", lang, suggestions=("And then?", "Why?"))
    if question.text == "which?":
        choices = tuple(Choice(name, f"The {name}", Interpretation("leader", (name,))) for name in ("east", "west"))
        said = replace(said, status="clarify", choices=choices, suggestions=())
    if question.text == "sourced":
        mention = Mention(0, 7, question.text, ("east",), 0.93751, "sourced", "exact")
        said = replace(
            said,
            notes=("As of 2 June 2025.",),
            source_line="Source: somebody, 2 June 2025",
            entities=(NamedEntity("east", "organization", "The East", mention),),
            fact_ids=("east-chair",),
            sources=(source("a-source"), source("undated", published=None)),
            as_of="2025-06-02",
        )
    after = replace(session, listed=(*session.listed, question.text), at=question.at, reply=said)
    return Turn(question, said, after, trace=("read: " + question.text, "chosen: leader"))
