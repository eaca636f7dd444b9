"""The way through a change of chair that docs/curating.md shows leads where it says, step by step."""

from __future__ import annotations

import io
import re
import shlex
import shutil
from argparse import _SubParsersAction
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.__main__ import build_parser, main
from bot.knowledge.shipped import shipped
from tests.knowledge.folders import unfold

DOC = Path(__file__).parent.parent / "docs" / "curating.md"
BLOCK = re.compile(r"(<!-- (?P<mark>\w+) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)```", re.DOTALL)
TODAY = "2026-06-10"
BODY = "minato"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a block of the page shows, what came of following it, and where the block's text stands."""

    command: str
    expected: str
    printed: str
    span: tuple[int, int]


@pytest.fixture(scope="module")
def walked() -> tuple[Shown, ...]:
    with TemporaryDirectory() as folder, chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEYMEN_KNOWLEDGE", "knowledge")
        return tuple(walk(DOC.read_text(encoding="utf-8")))


def walk(page: str) -> Iterator[Shown]:
    """Follow the page in the current folder, on a copy of the knowledge that ships."""
    shutil.copytree(shipped(), "knowledge")
    command, printed = "", ""
    for block in BLOCK.finditer(page):
        text, span = block["text"], block.span("text")
        if block["language"] == "yaml":
            unfold(text, Path("knowledge"))
        elif block["mark"] == "forgotten":
            yield Shown("keymen check", text, forgotten(), span)
        elif block["language"] == "text":
            yield Shown(command, text, printed, span)
            command, printed = "", ""
        else:
            if command:
                yield Shown(command, "", printed, span)
            command, printed = text.strip(), "".join(map(follow, text.splitlines()))
    yield Shown(command, "", printed, (0, 0))


def follow(line: str) -> str:
    """Do what a line of shell says; what it prints."""
    match shlex.split(line):
        case ["cp", "-r", source, target]:
            shutil.copytree(source, target)
        case ["keymen", *arguments]:
            return told(arguments)
        case ["git", *_]:
            pass
        case _:
            raise AssertionError(f"nobody knows how to follow: {line}")
    return ""


def told(arguments: list[str]) -> str:
    """What a command prints; of what is stale, the lines about the body."""
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
        main(["--today", TODAY, *arguments])
    lines = out.getvalue().splitlines(keepends=True)
    return "".join(line for line in lines if arguments[0] != "stale" or BODY in line)


def forgotten() -> str:
    """What the check says when the old term was not closed."""
    path = Path(f"knowledge/subjects/organization/{BODY}.yaml")
    right = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^ +to: .*\n", "", right), encoding="utf-8")
    said = told(["check", str(path)])
    path.write_text(right, encoding="utf-8")
    return said


def test_each_command_prints_what_the_page_shows(walked: tuple[Shown, ...]) -> None:
    for one in walked:
        assert one.printed == one.expected, f"{one.command}: python -m tests.test_curating writes the page anew"


def test_the_page_takes_every_step_of_a_change(walked: tuple[Shown, ...]) -> None:
    page = DOC.read_text(encoding="utf-8")
    steps = re.findall(r"^(?:keymen(?: --today \S+)? (\w+)|git (\w+))", page, re.MULTILINE)
    taken = ["".join(step) for step in steps]
    assert taken == ["stale", "new", "check", "ask", "ask", "ask", "stale", "diff", "add", "commit"]
    assert [one.printed != "" for one in walked if one.command == "keymen stale"] == [True, False]


def test_the_page_lists_the_commands_of_the_desk_with_their_options() -> None:
    page = DOC.read_text(encoding="utf-8")
    (commands,) = (action for action in build_parser()._actions if isinstance(action, _SubParsersAction))
    for name in ("check", "stale", "coverage", "new", "diff"):
        (row,) = re.findall(rf"^\| `keymen {name}(.*?)` \|", page, re.MULTILINE)
        given = {option for action in commands.choices[name]._actions for option in action.option_strings}
        assert set(re.findall(r"--\w+", row)) == given - {"-h", "--help"}


def write_page() -> None:
    """Write anew what the page shows as printed."""
    page = DOC.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder, chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv("KEYMEN_KNOWLEDGE", "knowledge")
        shown = [one for one in walk(page) if one.printed]
    for one in sorted(shown, key=lambda one: one.span, reverse=True):
        page = page[: one.span[0]] + one.printed + page[one.span[1] :]
    DOC.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write_page()
