"""The command as people and scripts use it, from the arguments to the exit status."""

from __future__ import annotations

import argparse
import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot import __version__, app
from bot.__main__ import main
from bot.settings import Settings
from tests.answerers import echo

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A knowledge folder with nothing in it and nothing wrong with it."""
    (tmp_path / "knowledge" / "subjects").mkdir(parents=True)
    return tmp_path / "knowledge"


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    """A stand-in for the engine, an environment without settings of ours, and the log as it was afterwards."""
    monkeypatch.setattr(app, "_engine", engine_that_echoes)
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_BOT_TOKEN_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KEYMEN_KNOWLEDGE", str(folder))
    log = logging.getLogger()
    before = log.level, log.handlers[:]
    yield
    log.setLevel(before[0])
    log.handlers[:] = before[1]


def engine_that_echoes(options: argparse.Namespace, settings: Settings | None = None) -> SimpleNamespace:
    return SimpleNamespace(answer=echo, knowledge=app._knowledge(options, settings))


def pipe(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="ascii"))


def usage_error(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_a_question_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "who", "leads", "it?"]) == 0
    assert capsys.readouterr().out == "0: who leads it?\n"


def test_the_answer_can_be_in_another_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--lang", "ko", "--json", "who?"]) == 0
    assert json.loads(capsys.readouterr().out)["language"] == "ko"


def test_a_question_that_is_asked_back_shows_the_choices(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "which?"]) == 0
    assert capsys.readouterr().out == "0: which?\n  1. The east\n  2. The west\n"


def test_an_answer_as_json_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "sourced"]) == 0
    assert json.loads(capsys.readouterr().out)["entities"][0]["id"] == "east"


def test_undecodable_arguments_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "a\udcffb"]) == 0
    assert main(["ask", "--json", "a\udcffb"]) == 0
    plain, as_json = capsys.readouterr().out.splitlines()
    assert plain.startswith("0: a")
    assert json.loads(as_json)["text"] == "0: a\udcffb"


def test_json_lines_are_answered_one_by_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe(monkeypatch, '{"id": 1, "session": "s", "text": "경단련"}\nnonsense\n'.encode())
    assert main(["ask", "--jsonl"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["text"] == "0: 경단련"
    assert second["id"] is None


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["frobnicate"],
        ["ask"],
        ["ask", "--jsonl", "who?"],
        ["ask", "--json", "--jsonl"],
        ["ask", "--lang", "fr", "who?"],
        ["explain"],
        ["eval"],
        ["--today", "tomorrow", "ask", "who?"],
        ["--today", "20261125", "ask", "who?"],
        ["--log-level", "loud", "ask", "who?"],
    ],
)
def test_wrong_usage_is_told_with_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_error(*arguments) == 2
    assert capsys.readouterr().err.startswith("usage: keymen")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert usage_error("--version") == 0
    assert capsys.readouterr().out == f"keymen {__version__}\n"


@pytest.mark.parametrize("command", [["ask", "who?"], ["console"], ["eval", "x.yaml"], ["explain", "who?"]])
def test_knowledge_that_does_not_load_is_told_with_status_2(
    command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "subjects" / "person").mkdir()
    (folder / "subjects" / "person" / "x.yaml").write_text("country: [\n")
    (folder.parent / "x.yaml").write_text("suite: s\ncases: []\n")
    command = [str(folder.parent / word) if word == "x.yaml" else word for word in command]
    assert main(command) == 2
    printed = capsys.readouterr()
    assert "x.yaml:" in printed.err
    assert printed.out == ""


def test_the_option_comes_before_the_environment(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--knowledge", str(tmp_path / "nowhere"), "ask", "who?"]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_wrong_setting_is_told_by_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("KEYMEN_KNOWLEDGE", "/no/such/folder")
    assert main(["ask", "who?"]) == 2
    assert capsys.readouterr().err.startswith("KEYMEN_KNOWLEDGE: ")


def test_telegram_without_a_token_says_how_to_get_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["telegram"]) == 2
    assert "TELEGRAM_BOT_TOKEN" in capsys.readouterr().err


def test_a_folder_without_problems_passes_the_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0
    assert main(["check"]) == 0
    assert capsys.readouterr().out == ""


def test_each_problem_is_a_line_with_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.yaml").write_text("x: y\n")
    assert main(["check", str(folder)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.startswith(f"{folder / name}.yaml:1: ") for line, name in zip(lines, ("one", "two"), strict=True)]


def suite(folder: Path, thresholds: str) -> str:
    path = folder.parent / "suite.yaml"
    cases = (
        "- {ask: one, lang: en, kind: a, expect: {all: ['0: one']}}\n- {ask: x, lang: ko, kind: a, expect: {all: [y]}}"
    )
    path.write_text(f"suite: s\nthresholds: {thresholds}\ncases:\n{cases}\n")
    return str(path)


def test_a_suite_within_its_thresholds_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", suite(folder, "{accuracy: 0.5, wrong: 1}")]) == 0
    assert "50.0%" in capsys.readouterr().out


def test_a_suite_that_misses_its_thresholds_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", suite(folder, "{accuracy: 0.9, wrong: 0}")]) == 1
    out = capsys.readouterr().out
    assert "WRONG" in out
    assert "s: 1 wrong, 0 allowed" in out


def test_a_suite_that_cannot_be_read_is_told_with_status_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", suite(folder, "{accuracy: high}")]) == 2
    assert "suite.yaml:2: " in capsys.readouterr().err


def test_explain_prints_the_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "who", "leads?"]) == 0
    assert capsys.readouterr().out == "read: who leads?\nchosen: leader\n"


def test_a_pipe_into_the_console_gets_the_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe(monkeypatch, "one\n경단련\n\xff".encode() + b"\xff\n")
    assert main(["console"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("0: one\n\n1: 경단련\n\n2: ")
    assert printed.err == ""


def test_a_bug_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "boom"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert "LookupError" in printed.err


def test_the_debug_log_has_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--log-level", "debug", "ask", "boom"]) == 1
    assert "Traceback" in capsys.readouterr().err


def keymen(*arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """The real command, in a process of its own, in a folder far from here."""
    command = [sys.executable, "-m", "bot", *arguments]
    environ = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    return subprocess.run(
        command, input=stdin, capture_output=True, encoding="utf-8", cwd="/", env=environ, check=False
    )


def test_the_real_command_answers_from_any_folder_and_in_any_locale() -> None:
    done = keymen("--today", "2026-11-25", "ask", "--json", "경단련 회장 누구야?")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert (answer["status"], answer["language"]) == ("answered", "ko")
    assert answer["facts"]
    assert answer["sources"]


def test_the_real_console_holds_a_conversation_through_a_pipe() -> None:
    done = keymen("console", stdin="who leads Keidanren\nsource?\n")
    assert (done.returncode, done.stderr) == (0, "")
    answer, source = done.stdout.split("\n\n")
    assert "Keidanren" in answer
    assert "http" in source or "Source" in source


def test_asking_loads_no_library_of_another_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KEYMEN_KNOWLEDGE")
    code = (
        "import sys; from bot.__main__ import main; assert main(['ask', 'hello']) == 0;"
        "print(sorted({'telegram', 'prompt_toolkit', 'asyncio', 'httpx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_leaves_early_is_no_failure_to_tell() -> None:
    command = f"{sys.executable} -m bot --help | true; {sys.executable} -m bot check | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
