"""What the curators' guide shows works, and what it lists is all there is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.knowledge.checking import check
from bot.knowledge.field_guide import READING, fact_table, problem_table
from bot.knowledge.json_schema import schemas
from bot.knowledge.loader import load
from bot.knowledge.shipped import shipped
from tests.knowledge.folders import unfold

_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def readme() -> str:
    return (shipped() / "README.md").read_text(encoding="utf-8")


def _blocks(readme: str, language: str) -> list[str]:
    return [text for found, text in _BLOCK.findall(readme) if found == language]


def test_the_examples_together_are_knowledge_without_problems(readme: str, tmp_path: Path) -> None:
    for block in _blocks(readme, "yaml"):
        assert block.startswith("# file: ")
        unfold(block, tmp_path)
    assert "\n".join(str(problem) for problem in check(load(tmp_path))) == ""


def test_every_example_works_before_the_next_is_added(readme: str, tmp_path: Path) -> None:
    """A file shown twice is whole both times; only what is told later may still be missing."""
    later = {"unknown-subject", "one-sided-counterpart", "unused-source", "missing-words"}
    for block in _blocks(readme, "yaml"):
        unfold(block, tmp_path)
        assert {problem.code for problem in check(load(tmp_path))} <= later


def test_the_problem_shown_reads_as_the_check_prints_it(
    readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = _blocks(readme, "text")[0].strip()
    text = _blocks(readme, "yaml")[1].replace("1961-04", "29 May 2025")
    unfold(text, tmp_path / "knowledge")
    monkeypatch.chdir(tmp_path)
    found = [str(problem) for problem in load(Path("knowledge")).problems]
    without_line = re.compile(r"(?<=\.yaml):\d+")
    assert without_line.sub("", shown) in [without_line.sub("", line) for line in found]


def test_the_tables_are_current(readme: str) -> None:
    assert fact_table() in readme, "run: python -m bot.knowledge.field_guide"
    assert problem_table() in readme, "run: python -m bot.knowledge.field_guide"


def test_the_editor_settings_name_every_schema(readme: str) -> None:
    settings = json.loads(_blocks(readme, "json")[0])["yaml.schemas"]
    assert {Path(path).name for path in settings} == set(schemas())


def test_every_code_of_reading_is_shown_at_work() -> None:
    fixtures = {folder.name for folder in (Path(__file__).parent / "problems").iterdir()}
    assert set(READING) - fixtures == {"no-folder", "too-big", "unreadable-file"}
