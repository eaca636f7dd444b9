from __future__ import annotations

from pathlib import Path

import pytest

from bot.process import data_folder, home_language


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"XDG_DATA_HOME": "/data"}, Path("/data/keymen")),
        ({"XDG_DATA_HOME": "relative"}, Path.home() / ".local/share/keymen"),
        ({}, Path.home() / ".local/share/keymen"),
    ],
)
def test_own_data_live_where_the_system_says(environ: dict[str, str], expected: Path) -> None:
    assert data_folder(environ) == expected


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({"LANG": "ko_KR.UTF-8"}, "ko"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_a_person_is_first_addressed_in_their_systems_language(environ: dict[str, str], lang: str) -> None:
    assert home_language(environ) == lang
