"""Every code of problem has two tiny folders: one without it, one where it is reported on the marked lines only."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.checking import CHECKS, check
from bot.knowledge.loader import GUARDS, load
from tests.knowledge.folders import Place, unfold

_FOLDERS = Path(__file__).parent / "problems"
_CODES = sorted(folder.name for folder in _FOLDERS.iterdir())


def _reported(folder: Path, code: str) -> list[Place]:
    found = [problem for problem in check(load(folder)) if problem.code == code]
    return [Place(str(Path(problem.location.path).relative_to(folder)), problem.location.line) for problem in found]


@pytest.mark.parametrize("code", _CODES)
def test_nothing_is_reported_where_nothing_is_wrong(code: str, tmp_path: Path) -> None:
    unfold((_FOLDERS / code / "passes.yaml").read_text(encoding="utf-8"), tmp_path)
    assert _reported(tmp_path, code) == []


@pytest.mark.parametrize("code", _CODES)
def test_the_line_that_is_wrong_is_reported(code: str, tmp_path: Path) -> None:
    marked = unfold((_FOLDERS / code / "fails.yaml").read_text(encoding="utf-8"), tmp_path)
    assert marked
    assert set(_reported(tmp_path, code)) == marked


def test_every_check_has_its_two_folders() -> None:
    assert {module.CODE for module in (*CHECKS, *GUARDS)} <= set(_CODES)
