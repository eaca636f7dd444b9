"""YAML text becomes a tree of texts with lines, and nothing in it can surprise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge import reader
from bot.knowledge.reader import Items, Node, Report, Scalar, Table, plain, read_file, read_text, yaml_files


def read(text: str) -> tuple[Node | None, list[str]]:
    report = Report("a.yaml")
    node = read_text(text, report)
    return node, [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    "written", ["NO", "on", "2025", "2025-05", "2025-05-29", "1_000", "0o17", "1e3", "12:30", ".inf"]
)
def test_a_value_is_the_text_that_was_written(written: str) -> None:
    node, problems = read(f"country: {written}")
    assert problems == []
    assert node is not None
    assert plain(node) == {"country": written}


def test_every_part_knows_its_line() -> None:
    node, _ = read("facts:\n  - id: one\n    sources:\n      - a\n      - b\n")
    assert isinstance(node, Table)
    facts = node.entries["facts"].value
    assert isinstance(facts, Items)
    fact = facts.items[0]
    assert isinstance(fact, Table)
    sources = fact.entries["sources"]
    assert isinstance(sources.value, Items)
    assert (node.line, fact.line, sources.line) == (1, 2, 3)
    assert sources.value.items[1] == Scalar("b", 5, True)


def test_quotes_are_told_from_none() -> None:
    node, _ = read("- 'null'\n- null\n")
    assert isinstance(node, Items)
    assert [item.plain for item in node.items if isinstance(item, Scalar)] == [False, True]


def test_the_first_of_two_equal_keys_is_kept_and_the_second_reported() -> None:
    node, problems = read("a: 1\nb: 2\na: 3\n")
    assert node is not None
    assert plain(node) == {"a": "1", "b": "2"}
    assert problems == [
        "a.yaml:3: duplicate-key: 'a' stands here a second time (first on line 1); keep one of the two."
    ]


def test_a_bomb_of_references_is_refused_at_the_first() -> None:
    rows = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    node, problems = read("\n".join(["a0: &a0 [x]", *rows]))
    assert node is None
    assert [problem.split(" ")[1] for problem in problems] == ["not-allowed:"] * 3


@pytest.mark.parametrize("text", ["[" * 5000, "- " * 5000 + "a", "{a: " * 5000, "? " * 5000 + "a"])
def test_no_depth_breaks_the_reader(text: str) -> None:
    node, problems = read(text)
    assert node is None
    assert len(problems) == 1


@pytest.mark.parametrize("text", ["? [a, b]\n: c\n", "? {a: b}\n: c\n", "{[a]: b}"])
def test_a_key_is_a_plain_word(text: str) -> None:
    node, problems = read(text)
    assert node is None
    assert "A key must be a plain word" in problems[0]


def test_a_file_of_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\nb: " + "経団連".encode("shift_jis") + b"\n")
    report = Report("a.yaml")
    assert read_file(path, report) is None
    assert str(report.problems[0]).startswith("a.yaml:2: broken-yaml: This line is not UTF-8")


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    node = read_file(path, Report("a.yaml"))
    assert node is not None
    assert plain(node) == {"a": "1", "b": "2"}


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST_FILE", 10)
    path = tmp_path / "a.yaml"
    path.write_text("a: 12345678901", encoding="utf-8")
    report = Report("a.yaml")
    assert read_file(path, report) is None
    assert [problem.code for problem in report.problems] == ["too-big"]


def test_a_file_that_cannot_be_opened_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    report = Report("a.yaml")
    assert read_file(tmp_path / "gone.yaml", report) is None
    assert [problem.code for problem in report.problems] == ["unreadable-file"]


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", ".hidden.yaml", ".git/c.yaml", "README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in yaml_files(tmp_path)] == ["a.yml", "b.yaml"]


@given(st.text())
def test_any_text_is_read_or_reported(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems


@given(st.text(alphabet="ab:-[]{}?&*!#|>'\" \n\t,%@`~0é", max_size=60))
def test_any_signs_are_read_or_reported(text: str) -> None:
    node, problems = read(text)
    assert node is not None or problems
