"""``keymen diff`` and ``keymen export`` as people and scripts use them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.curation.exporting import exported
from bot.knowledge.base import KnowledgeBase
from tests.days import TODAY
from tests.knowledge.folders import unfold

ROOT = Path(__file__).parents[2]
EAST = """\
# file: subjects/organization/east.yaml
country: JP
kind: federation
names: {en: {name: East}, ko: {name: 동부}, ja: {name: 東部}}
website: https://example.org/east
"""
FORMS = ("popolo", "csv", "directory")
DIGEST = (
    "import hashlib; from datetime import date; from bot.curation.exporting import exported;"
    "from bot.knowledge.loader import load; from bot.knowledge.shipped import shipped; base = load(shipped()).partial;"
    f"print([hashlib.sha256(text).hexdigest() for form in {FORMS}"
    " for text in exported(base, form, date(2026, 11, 25), piped=False).values()])"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    unfold(EAST, tmp_path / "new")
    return tmp_path / "new"


def test_a_change_is_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unfold(EAST.replace("example.org/east", "example.org/old"), tmp_path / "old")
    assert main(["diff", str(tmp_path / "old"), str(folder)]) == 0
    out = capsys.readouterr().out
    assert out == "East (east)\n  website: https://example.org/old → https://example.org/east\n"


def test_no_change_is_told_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(folder), str(folder)]) == 0
    assert capsys.readouterr() == ("Nothing has changed.\n", "")


def test_problems_of_either_folder_are_told_besides(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unfold(EAST.replace("https://example.org/east", "example"), tmp_path / "old")
    for old, new in ((tmp_path / "old", folder), (folder, tmp_path / "old")):
        assert main(["diff", str(old), str(new)]) == 0
        out, err = capsys.readouterr()
        assert "website" in out
        assert "wrong-url" in err
        assert "counts as not there" in err


def test_a_folder_that_is_not_there_is_said_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(folder / "nowhere"), str(folder)]) == 2
    assert "no-folder" in capsys.readouterr().err


def test_popolo_goes_to_standard_output_unless_a_file_is_named(
    folder: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["--knowledge", str(folder), "export", "popolo"]) == 0
    sys.stdout.flush()
    printed = capfdbinary.readouterr().out
    assert main(["--knowledge", str(folder), "export", "popolo", str(tmp_path / "out.json")]) == 0
    assert (tmp_path / "out.json").read_bytes() == printed
    assert json.loads(printed)["organizations"][0]["id"] == "east"


def test_the_tables_go_into_a_folder_that_is_made(folder: Path, tmp_path: Path) -> None:
    assert main(["--knowledge", str(folder), "export", "csv", str(tmp_path / "a" / "b")]) == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "a" / "b").iterdir()}
    assert set(written) == {"posts.csv", "sources.csv"}
    assert all(content.startswith("\ufeffid,".encode()) for content in written.values())


def test_a_place_that_cannot_be_written_is_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "nowhere" / "out.json"
    assert main(["--knowledge", str(folder), "export", "popolo", str(target)]) == 1
    assert capsys.readouterr().err == f"keymen: {target}: No such file or directory\n"


def test_knowledge_with_problems_is_not_exported(tmp_path: Path) -> None:
    unfold(EAST.replace("country: JP", "country: XX"), tmp_path)
    assert main(["--knowledge", str(tmp_path), "export", "popolo"]) == 2


def test_a_pipe_gets_no_byte_order_mark(shipped_base: KnowledgeBase) -> None:
    assert exported(shipped_base, "csv", TODAY, piped=True)["posts.csv"].startswith(b"id,person_id")


def test_every_form_is_the_same_bytes_whatever_the_hash_seed() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(digests) == 1
