"""The compiled engine answers as the one made from the files, and is never trusted more than they are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.compiled import digest_of, ready_engine
from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Question, Session, Turn
from tests.days import TODAY
from tests.understanding.words import field_of_six

QUESTIONS = (
    "who leads EFED", "동부연합회 회장 누구야", "東部連合会の会長は誰ですか", "who leads the Eastern Fedration",
    "西部蓮合会の会長", "what is the Western Federation", "HB", "last year", "who leads EFED phone number", "",
)  # fmt: skip


class Files:
    """A folder of knowledge, and how often it was read."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.times_read = folder, 0
        folder.mkdir()
        (folder / "one.yaml").write_text("a: b\n")

    def load(self) -> KnowledgeBase:
        self.times_read += 1
        return field_of_six()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "knowledge")


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "keymen"


def kept(shelf: Path) -> Path:
    (path,) = shelf.iterdir()
    return path


def read_turns(engine: Engine) -> list[tuple[str, ...]]:
    """How each question is understood; the little field has no words to answer with."""
    read = engine.interpreter
    readings = [read.read(text, TODAY, "en") for text in QUESTIONS]
    return [tuple(map(str, reading.segments)) for reading in readings]


def test_the_compiled_engine_reads_as_the_other_does(files: Files, shelf: Path) -> None:
    first, again = (ready_engine(files.folder, shelf, files.load) for _ in range(2))
    assert files.times_read == 1
    assert read_turns(again) == read_turns(first) == read_turns(Engine.of(field_of_six()))


@pytest.mark.parametrize(
    "text",
    [
        "who leads Keidanren",
        "경단련 전임 회장",
        "日商の会頭は誰",
        "who leads kiedanren",
        "한국경재인협회 회장",
        "what is new",
    ],
)
def test_the_knowledge_that_ships_answers_alike(engine: Engine, compiled: Engine, text: str) -> None:
    def turn(one: Engine) -> Turn:
        return one.answer(Question(text, TODAY), Session())

    assert turn(compiled) == turn(engine)


@pytest.fixture(scope="module")
def compiled(engine: Engine) -> Engine:
    return Engine.from_sections({name: section.encode() for name, section in engine.sections().items()})


def change_a_file(files: Files) -> None:
    (files.folder / "one.yaml").write_text("a: c\n")


def add_a_file(files: Files) -> None:
    (files.folder / "two.yaml").write_text("a: b\n")


def rename_a_file(files: Files) -> None:
    (files.folder / "one.yaml").rename(files.folder / "two.yaml")


@pytest.mark.parametrize("change", [change_a_file, add_a_file, rename_a_file])
def test_whatever_changes_the_files_are_read_again(files: Files, shelf: Path, change: Callable[[Files], None]) -> None:
    ready_engine(files.folder, shelf, files.load)
    change(files)
    ready_engine(files.folder, shelf, files.load)
    assert files.times_read == 2


def test_hidden_and_other_files_change_nothing(files: Files) -> None:
    before = digest_of(files.folder)
    (files.folder / ".one.yaml.swp").write_text("x")
    (files.folder / "notes.txt").write_text("x")
    assert digest_of(files.folder) == before


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\x00\xff",
        b"nonsense\n[]",
        b"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945\n[]",  # whole, but holds nothing
    ],
)
def test_what_is_not_whole_or_not_understood_counts_as_none(files: Files, shelf: Path, spoilt: bytes) -> None:
    ready_engine(files.folder, shelf, files.load)
    kept(shelf).write_bytes(spoilt)
    ready_engine(files.folder, shelf, files.load)
    assert files.times_read == 2
    ready_engine(files.folder, shelf, files.load)
    assert files.times_read == 2, "a good one has taken its place"


def test_a_half_of_it_counts_as_none(files: Files, shelf: Path) -> None:
    ready_engine(files.folder, shelf, files.load)
    path = kept(shelf)
    path.write_bytes(path.read_bytes()[:-100])
    ready_engine(files.folder, shelf, files.load)
    assert files.times_read == 2


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners on this system")
def test_what_others_may_write_is_not_trusted(files: Files, shelf: Path) -> None:
    ready_engine(files.folder, shelf, files.load)
    kept(shelf).chmod(0o666)
    ready_engine(files.folder, shelf, files.load)
    assert files.times_read == 2
    shelf.chmod(0o777)
    ready_engine(files.folder, shelf, files.load)
    assert files.times_read == 3


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are followed on this system")
def test_a_link_is_not_followed(files: Files, shelf: Path, tmp_path: Path) -> None:
    ready_engine(files.folder, shelf, files.load)
    path = kept(shelf)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    ready_engine(files.folder, shelf, files.load)
    assert files.times_read == 2


def test_where_nothing_can_be_kept_all_works_without(files: Files, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for shelf in (tmp_path / "file" / "keymen", None):
        assert ready_engine(files.folder, shelf, files.load).knowledge.entities
    assert files.times_read == 2


def test_only_the_newest_few_are_kept(files: Files, shelf: Path) -> None:
    for number in range(6):
        (files.folder / "one.yaml").write_text(f"a: {number}\n")
        ready_engine(files.folder, shelf, files.load)
    assert len(list(shelf.iterdir())) == 4
