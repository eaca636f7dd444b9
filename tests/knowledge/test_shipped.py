"""The knowledge that ships is found in a checkout and in an installed package."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge import shipped as module
from bot.knowledge.shipped import shipped


def test_a_checkout_uses_its_own_folder() -> None:
    assert (shipped() / "subjects").is_dir()


def test_an_installed_package_uses_what_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "_knowledge").mkdir()
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    assert shipped() == tmp_path / "_knowledge"
