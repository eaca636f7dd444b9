from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from bot.evaluation.suite import Suite, read_suite, read_suites
from bot.knowledge.reader import Report, read_text
from bot.model.knowledge import Problem

QUESTIONS = Path(__file__).parent.parent / "questions"

WHOLE = """
    suite: leaders
    today: 2026-11-23
    thresholds: {accuracy: 0.98, wrong: 0}
    cases:
      - ask: who leads the federation
        lang: en
        kind: leader
        expect: {status: answered, all: [Hara], none: [Mori is], intent: leader, entities: [east-federation]}
      - lang: ko
        kind: follow-up
        turns:
          - {ask: "one?", expect: {all: ["one|uno"]}}
          - {ask: "two?", expect: {status: [unknown, out_of_scope]}}
"""


def read(text: str) -> tuple[Suite, list[Problem]]:
    report = Report("suite.yaml")
    tree = read_text(dedent(text), report)
    assert tree is not None
    return read_suite(tree, report), report.problems


def test_a_suite_is_read_whole() -> None:
    suite, problems = read(WHOLE)
    assert problems == []
    assert (suite.name, suite.today, suite.accuracy, suite.wrong) == ("leaders", date(2026, 11, 23), 0.98, 0)
    single, conversation = suite.cases
    expect = single.turns[0].expect
    assert [pattern.pattern for pattern in (*expect.all, *expect.none)] == ["Hara", "Mori is"]
    assert (expect.statuses, expect.intent, expect.entities) == (("answered",), "leader", ("east-federation",))
    assert [turn.expect.statuses for turn in conversation.turns] == [("answered",), ("unknown", "out_of_scope")]
    assert [case.location.line for case in suite.cases] == [6, 10]


def test_expecting_nothing_means_expecting_an_answer() -> None:
    suite, problems = read("suite: s\ncases:\n  - {ask: who, lang: en, kind: leader}")
    assert problems == []
    assert suite.cases[0].turns[0].expect.statuses == ("answered",)


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("- {ask: who, lang: fr, kind: leader}", "wrong-value"),
        ("- {ask: who, lang: en}", "missing-field"),
        ("- {lang: en, kind: leader}", "wrong-case"),
        ("- {ask: who, lang: en, kind: leader, turns: [{ask: who}]}", "wrong-case"),
        ("- {ask: who, lang: en, kind: leader, expects: {all: [x]}}", "unknown-key"),
        ("- {ask: who, lang: en, kind: leader, expect: {al: [x]}}", "unknown-key"),
        ("- {ask: who, lang: en, kind: leader, expect: {all: ['(x']}}", "wrong-regex"),
        ("- {ask: who, lang: en, kind: leader, expect: {status: fine}}", "wrong-value"),
        ("- {lang: en, kind: leader, turns: [{expect: {all: [x]}}]}", "missing-field"),
        ("- just a line", "wrong-shape"),
    ],
)
def test_what_is_wrong_with_a_case_is_told_with_its_line(bad: str, code: str) -> None:
    _, problems = read(f"suite: s\ncases:\n  {bad}")
    assert (problems[0].code, problems[0].location.line) == (code, 3)


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("cases: []", "missing-field"),
        ("suite: s", "missing-field"),
        ("{suite: s, today: 2026-11, cases: []}", "wrong-date"),
        ("{suite: s, thresholds: {accuracy: most}, cases: []}", "wrong-number"),
        ("{suite: s, cases: one}", "wrong-shape"),
        ("[]", "wrong-shape"),
    ],
)
def test_what_is_wrong_with_a_suite_is_told(bad: str, code: str) -> None:
    _, problems = read(bad)
    assert code in [problem.code for problem in problems]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    suites, problems = read_suites([tmp_path / "none.yaml"])
    assert suites == ()
    assert [problem.code for problem in problems] == ["unreadable-file"]


def test_a_folder_stands_for_all_its_suites(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.yaml").write_text(f"suite: {name}\ncases: []\n")
    suites, problems = read_suites([tmp_path])
    assert problems == ()
    assert [suite.name for suite in suites] == ["a", "b"]


def test_the_projects_own_suites_are_well_written() -> None:
    suites, problems = read_suites([QUESTIONS])
    assert problems == ()
    assert suites
