"""What the documents list is what there is, and the exchange they show is the one that happens."""

from __future__ import annotations

import re
from argparse import _SubParsersAction
from datetime import date
from pathlib import Path

import pytest

from bot.__main__ import build_parser
from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.loaded import Loaded
from bot.knowledge.loader import load
from bot.knowledge.shipped import shipped
from bot.model.conversation import Question, Session
from bot.transports.console import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 25)
INTENTS = re.compile(r"\| intent \| asks for \|\n\| --- \| --- \|\n(.*?)\n\n", re.DOTALL)
EXCHANGE = re.compile(r"<!-- exchange.*?-->\n```text\n(.*?)\n```", re.DOTALL)
ASKED = re.compile(r"^› (.*)$", re.MULTILINE)


def found(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    match = pattern.search(text)
    assert match is not None
    return match


def first_cells(heading: str) -> list[str]:
    """The code in the first column of the table whose head begins with these words."""
    table = README.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)


def test_the_commands_listed_are_the_commands_there_are() -> None:
    (commands,) = (action for action in build_parser()._actions if isinstance(action, _SubParsersAction))
    assert sorted(first_cells("command")) == sorted(f"keymen {name}" for name in commands.choices)


def test_the_console_commands_listed_are_those_there_are() -> None:
    assert re.findall(r"`(/[a-z]+)`", README) == list(COMMANDS)


def test_the_options_listed_are_those_there_are() -> None:
    for action in build_parser()._actions:
        for option in action.option_strings:
            assert option in README or option in ("-h", "--help", "--version")


def test_the_settings_listed_are_those_that_are_read() -> None:
    read = re.findall(r'"((?:KEYMEN|TELEGRAM)_[A-Z_]+)"', (ROOT / "bot" / "settings.py").read_text(encoding="utf-8"))
    assert sorted(first_cells("variable")) == sorted(set(read))


def intents_of(base: KnowledgeBase) -> str:
    """The rows of the table of intents."""
    return "\n".join(f"| `{intent.id}` | {intent.asks} |" for intent in base.intents.values())


def exchange_of(base: KnowledgeBase, asked: list[str]) -> str:
    """A conversation as the console shows it."""
    engine, session, shown = Engine.of(base), Session(), []
    for text in asked:
        turn = engine.answer(Question(text, TODAY), session)
        session = turn.session
        shown.append(f"› {text}\n{turn.reply.full_text}")
    return "\n\n".join(shown)


def test_the_intents_listed_are_those_of_the_knowledge(loaded: Loaded) -> None:
    assert intents_of(loaded.partial) == found(INTENTS, README)[1]


def test_the_exchange_is_the_one_that_happens(shipped_base: KnowledgeBase) -> None:
    shown = found(EXCHANGE, README)[1]
    asked = ASKED.findall(shown)
    assert asked
    assert exchange_of(shipped_base, asked) == shown, "python -m tests.test_docs writes README.md anew"


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "docs/architecture.md",
        "docs/dependencies.md",
        "docs/curating.md",
        "docs/exports.md",
        "knowledge/README.md",
    ],
)
def test_every_link_and_every_path_leads_somewhere(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", text)
    modules = re.findall(r"`((?:bot|docs|tests|benchmarks)/[\w/]+\.(?:py|md))`", text)
    assert [link for link in links if not ((ROOT / path).parent / link).exists()] == []
    assert [module for module in modules if not (ROOT / module).exists()] == []


def test_every_dependency_is_accounted_for() -> None:
    told = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    named = re.findall(r'^ {4}"([\w.-]+)[~>=]', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(named) > 10
    assert [name for name in named if name.lower() not in told] == []


def write_readme() -> None:
    """Write the parts of README.md anew that come from the knowledge."""
    base = load(shipped()).partial
    text = README
    for pattern, written in (
        (INTENTS, intents_of(base)),
        (EXCHANGE, exchange_of(base, ASKED.findall(found(EXCHANGE, text)[1]))),
    ):
        start, end = found(pattern, text).span(1)
        text = text[:start] + written + text[end:]
    (ROOT / "README.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_readme()
