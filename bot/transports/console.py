"""The local console as values: a line in, what to show out. The one rule: nothing here knows whether a terminal or a
pipe is on the other side; ``terminal`` does."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TextIO, get_args

from bot.model.conversation import Session, Turn
from bot.model.knowledge import LANGS, Lang, Source
from bot.rendering.plain import render_plain
from bot.transports.asking import Asker

logger = logging.getLogger(__name__)

Case = Literal[
    "welcome",
    "help",
    "lang",
    "lang_set",
    "lang_auto",
    "lang_unknown",
    "no_question",
    "no_sources",
    "command_unknown",
    "failed",
    "farewell",
]
CASES: tuple[Case, ...] = get_args(Case)
COMMANDS = ("/help", "/lang", "/sources", "/explain", "/quit")
AUTOMATIC = "auto"


@dataclass(frozen=True, slots=True)
class Texts:
    """What the console itself says, from ``knowledge/answers/<lang>/console.yaml``."""

    answers: Mapping[Lang, Mapping[str, Mapping[str, str]]]

    def say(self, case: Case, lang: Lang) -> str:
        return self.answers[lang]["console"][case]


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation at the console. ``turn`` is the last question with its reply; ``home`` the language to speak
    until something is asked."""

    session: Session = field(default_factory=Session)
    turn: Turn | None = None
    home: Lang = "en"
    over: bool = False

    @property
    def lang(self) -> Lang:
        """The language the console itself speaks now."""
        return self.session.lang or (self.home if self.turn is None else self.turn.reply.lang)


@dataclass(frozen=True, slots=True)
class Shown:
    """What to show: a text, and the questions that may follow, which a number picks."""

    text: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Console:
    """Takes lines and says what to show."""

    asker: Asker
    texts: Texts

    def take(self, line: str, talk: Talk) -> tuple[Talk, Shown]:
        """The talk after a line that is not blank, and what to show for it."""
        line = line.strip()
        if line.startswith("/"):
            return self._obey(line, talk)
        return self._ask(_picked(line, talk), talk)

    def _ask(self, text: str, talk: Talk) -> tuple[Talk, Shown]:
        try:
            turn = self.asker.ask(text, talk.session)
        except Exception:
            logger.exception("A question could not be answered")
            return talk, Shown(self.texts.say("failed", talk.lang))
        suggestions = () if turn.reply.choices else turn.reply.suggestions
        return replace(talk, session=turn.session, turn=turn), Shown(render_plain(turn.reply), suggestions)

    def _obey(self, line: str, talk: Talk) -> tuple[Talk, Shown]:
        name, _, rest = line.partition(" ")
        match _command(name.lower()):
            case "/help":
                return talk, Shown(self.texts.say("help", talk.lang))
            case "/lang":
                return self._set_language(rest.strip().lower(), talk)
            case "/sources":
                return talk, Shown(self._sources(talk))
            case "/explain":
                trace = None if talk.turn is None else "\n".join(talk.turn.trace)
                return talk, Shown(self.texts.say("no_question", talk.lang) if trace is None else trace)
            case "/quit":
                return replace(talk, over=True), Shown(self.texts.say("farewell", talk.lang))
        return talk, Shown(self.texts.say("command_unknown", talk.lang))

    def _set_language(self, wanted: str, talk: Talk) -> tuple[Talk, Shown]:
        lang = next((known for known in LANGS if known == wanted), None)
        if lang is None and wanted != AUTOMATIC:
            return talk, Shown(self.texts.say("lang_unknown" if wanted else "lang", talk.lang))
        talk = replace(talk, session=talk.session.speaking(lang))
        return talk, Shown(self.texts.say("lang_auto" if lang is None else "lang_set", talk.lang))

    def _sources(self, talk: Talk) -> str:
        if talk.turn is None:
            return self.texts.say("no_question", talk.lang)
        lines = [_cited(source) for source in talk.turn.reply.sources]
        return "\n".join(lines) or self.texts.say("no_sources", talk.lang)


def converse(lines: Iterable[str], out: TextIO, console: Console, talk: Talk) -> None:
    """Answer plain lines, an empty line between two answers, until they end or one says to stop."""
    first = True
    for line in lines:
        if not line.strip():
            continue
        talk, shown = console.take(line, talk)
        out.write(("" if first else "\n") + shown.text + "\n")
        out.flush()
        first = False
        if talk.over:
            return


def _command(written: str) -> str | None:
    """The command that begins like this, where only one does."""
    begun = [command for command in COMMANDS if command.startswith(written)]
    return begun[0] if len(begun) == 1 else None


def _picked(line: str, talk: Talk) -> str:
    """The suggestion that a number stands for, or the line itself. While a choice waits, numbers are its answers."""
    if talk.turn is None or talk.turn.reply.choices or not (line.isascii() and line.isdigit()):
        return line
    suggestions = dict(enumerate(talk.turn.reply.suggestions, start=1))
    return suggestions.get(int(line[:4]), line)


def _cited(source: Source) -> str:
    published = "" if source.published is None else f", {source.published}"
    return f"{source.publisher}{published}: {source.title}\n  {source.url}"
