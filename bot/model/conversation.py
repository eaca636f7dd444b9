"""A conversation as values: a question comes in, a turn goes out, and the session is what of it still counts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Literal

from bot.model.knowledge import Lang, Source
from bot.model.understanding import Interpretation, Mention

Status = Literal["answered", "clarify", "unknown", "out_of_scope", "chitchat", "help"]

FORGET_AFTER = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Question:
    """An utterance with the day it is asked on, the moment (for forgetting) and a language, where one was chosen."""

    text: str
    today: date
    at: datetime | None = None
    lang: Lang | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to read an ambiguous question: what to call it, and the interpretation it stands for."""

    id: str
    label: str
    interpretation: Interpretation


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """An entity that the question names, and the mention it was found by."""

    id: str
    type: str
    name: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Reply:
    """The structured answer. ``text`` leads with the answer; ``notes`` are the lines after it (since when, as of,
    how a name is read); both are plain text in ``lang``. ``fact_ids`` are the facts that every statement rests on."""

    status: Status
    intent: str | None
    lang: Lang
    text: str
    notes: tuple[str, ...] = ()
    source_line: str | None = None
    entities: tuple[NamedEntity, ...] = ()
    fact_ids: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    as_of: str | None = None
    choices: tuple[Choice, ...] = ()
    suggestions: tuple[str, ...] = ()
    confidence: float = 0.0

    @property
    def full_text(self) -> str:
        """Everything a person reads, a line each: the answer, its notes, then the source."""
        lines = [self.text, *self.notes]
        if self.source_line is not None:
            lines.append(self.source_line)
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Session:
    """What a conversation leaves behind: the focus (entity ids, newest first), the last reading and reply, and a
    clarifying question that waits for its answer. ``lang`` is the language chosen, ``spoken`` the one used last.
    Replaced, never edited."""

    focus: tuple[str, ...] = ()
    last: Interpretation | None = None
    listed: tuple[str, ...] = ()
    holder_id: str | None = None
    pending: tuple[Choice, ...] = ()
    reply: Reply | None = None
    lang: Lang | None = None
    at: datetime | None = None
    spoken: Lang | None = None

    def at_time(self, now: datetime | None) -> Session:
        """The session as it still counts at ``now``: forgotten after 30 idle minutes, but for the language chosen."""
        if now is None or self.at is None or now - self.at <= FORGET_AFTER:
            return self
        return Session(lang=self.lang)

    def speaking(self, lang: Lang | None) -> Session:
        return replace(self, lang=lang)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its reply and the session that follows; ``trace`` explains the reply, a step a line."""

    question: Question
    reply: Reply
    session: Session
    interpretation: Interpretation | None = None
    trace: tuple[str, ...] = field(default=())
