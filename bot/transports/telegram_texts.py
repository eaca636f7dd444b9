"""What the Telegram edge says besides answers, and what it may ask of the knowledge. The one rule: every sentence a
person reads comes from ``knowledge/answers/<lang>/telegram.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from bot.model.knowledge import LANGS, Entity, Lang

Case = Literal[
    "start",
    "help_question",
    "menu_start",
    "menu_help",
    "menu_sources",
    "menu_language",
    "sources",
    "no_sources",
    "language_name",
    "choose_language",
    "language_chosen",
    "stale_button",
    "unknown_command",
    "only_text",
    "error",
]
CASES: tuple[Case, ...] = get_args(Case)

_MENU: Mapping[str, Case] = {
    "start": "menu_start",
    "help": "menu_help",
    "sources": "menu_sources",
    "language": "menu_language",
}


class Knowledge(Protocol):
    """The part of the knowledge base that this edge reads."""

    @property
    def answers(self) -> Mapping[Lang, Mapping[str, Mapping[str, str]]]: ...

    @property
    def entities(self) -> Mapping[str, Entity]: ...


@dataclass(frozen=True, slots=True)
class Texts:
    """The sentences of ``telegram.yaml``, per language."""

    answers: Mapping[Lang, Mapping[str, Mapping[str, str]]]

    def say(self, case: Case, lang: Lang) -> str:
        return self.answers[lang]["telegram"][case]

    def missing(self) -> tuple[str, ...]:
        """The sentences that the knowledge lacks, as ``lang/case``."""
        return tuple(
            f"{lang}/{case}"
            for lang in LANGS
            for case in CASES
            if not self.answers.get(lang, {}).get("telegram", {}).get(case)
        )

    def menu(self, lang: Lang) -> tuple[tuple[str, str], ...]:
        """The commands and what each does."""
        return tuple((command, self.say(case, lang)) for command, case in _MENU.items())
