"""The curators' commands from the arguments to what is printed, written and returned."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.knowledge.schema import TYPES
from tests.knowledge.folders import unfold

FOLDER = """
# file: subjects/organization/east.yaml
country: JP
kind: federation
names: {en: {name: East}, ko: {name: 동부연맹}, ja: {name: 東部連盟}}
facts:
  - {id: east-chair, kind: leadership, person: mori, role: chair, from: 2021, confirmed: 2024-03-01, sources: [news]}
# file: subjects/person/mori.yaml
country: JP
names: {en: {name: Mori Taro}, ko: {name: 모리 다로}, ja: {name: 森太郎}}
family_name: {en: Mori, ko: 모리, ja: 森}
# file: sources/press.yaml
news: {publisher: Example News, title: A page, url: https://example.org/a, quality: press}
"""
EAST = "knowledge/subjects/organization/east.yaml"
MORI = "knowledge/subjects/person/mori.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without problems, in force, below the current one."""
    unfold(FOLDER, tmp_path / "knowledge")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KEYMEN_KNOWLEDGE", "knowledge")
    return tmp_path / "knowledge"


def spoil(path: str, line: str = "nonsense: 1\n") -> None:
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(line)


def usage_error(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


def test_a_file_without_problems_passes_though_another_has_some(capsys: pytest.CaptureFixture[str]) -> None:
    spoil(MORI)
    assert main(["check", EAST]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.strip().endswith("no problems here, 1 problem in other files")


def test_only_the_problems_of_the_files_named_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    spoil(MORI)
    spoil(EAST)
    assert main(["check", MORI]) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == [MORI]
    assert main(["check", MORI, str(Path(EAST).absolute())]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_file_is_held_against_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path(MORI).unlink()
    assert main(["check", EAST]) == 1
    assert f"{EAST}:5: unknown-subject" in capsys.readouterr().out


def test_the_folder_of_a_file_is_found_from_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("KEYMEN_KNOWLEDGE")
    monkeypatch.chdir(folder / "subjects" / "person")
    spoil("mori.yaml")
    assert main(["check", "mori.yaml"]) == 1
    assert capsys.readouterr().err.startswith("2 subjects, 1 facts, 1 sources: ")


@pytest.mark.parametrize("extra", ["knowledge", "elsewhere.yaml", "knowledge/notes.md"])
def test_what_is_no_file_of_the_folder_is_wrong_usage(extra: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("elsewhere.yaml", "knowledge/notes.md"):
        Path(name).write_text("x: y\n")
    assert usage_error("check", EAST, extra) == 2
    assert capsys.readouterr().err.startswith("usage: keymen check")


def test_what_is_stale_is_a_line_with_its_place_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--today", "2026-11-25", "stale"]) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith(f"{EAST}:5: unconfirmed-post: 'mori' as chair of 'east'")
    assert printed.err == "1 line to look at again on 2026-11-25\n"


def test_nothing_stale_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--today", "2026-11-25", "stale", "--months", "48", "knowledge"]) == 0
    assert main(["--today", "2024-11-25", "stale"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("months", ["-1", "a", "1.5", "99999"])
def test_months_are_a_number(months: str) -> None:
    assert usage_error("stale", f"--months={months}") == 2


@pytest.mark.parametrize("command", ["stale", "coverage"])
def test_knowledge_with_problems_is_told_with_status_2(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(MORI)
    assert main([command]) == 2
    assert capsys.readouterr().err.startswith(f"{MORI}:4: unknown-key")


def test_coverage_is_a_table_a_type_and_a_total(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines if line and not line.startswith(" ")] == [
        *(type_.replace("_", " ") for type_ in TYPES),
        "total",
    ]


def test_coverage_can_list_the_gaps_of_one_type(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--list", "--type", "person", "knowledge"]) == 0
    assert capsys.readouterr().out == f"{MORI}:1: mori: reading in kana is missing\n"
    assert main(["coverage", "--list", "--type", "event"]) == 0
    assert capsys.readouterr().out == ""
    assert usage_error("coverage", "--type", "animal") == 2


def test_a_new_file_is_written_at_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "event-series", "talks"]) == 0
    assert capsys.readouterr().out == "knowledge/subjects/event_series/talks.yaml\n"
    assert "talks-series" in Path("knowledge/subjects/event_series/talks.yaml").read_text(encoding="utf-8")


def test_a_new_file_can_go_into_another_folder(tmp_path: Path) -> None:
    (tmp_path / "other" / "subjects").mkdir(parents=True)
    assert main(["new", "person", "hara-jiro", "--dir", "other"]) == 0
    assert Path("other/subjects/person/hara-jiro.yaml").is_file()


@pytest.mark.parametrize("type_", ["person", "organization"])
def test_an_id_that_is_taken_is_refused_whatever_the_type(type_: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(MORI).read_text(encoding="utf-8")
    assert main(["new", type_, "mori"]) == 1
    assert capsys.readouterr().err == f"keymen: 'mori' is taken by {MORI}; nothing is written\n"
    assert Path(MORI).read_text(encoding="utf-8") == before
    assert not Path("knowledge/subjects/organization/mori.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["organisation", "west"], "Did you mean 'organization'?"),
        (["person", "Mori Jiro"], "is not an id"),
        (["person", "../west"], "is not an id"),
        (["person", "hara", "--dir", "nowhere"], "is not a knowledge folder"),
    ],
)
def test_a_new_file_that_cannot_be_is_wrong_usage(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert usage_error("new", *arguments) == 2
    assert told in capsys.readouterr().err
