"""The project's own question suites, held to what is reached, so that no change slips below it.

The aim is 95 % right and 1 % wrong in each language; docs/evaluation.md tells how far that is.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from bot.engine import Engine
from bot.evaluation.judge import Judged, run_suite
from bot.evaluation.report import failures, missed_thresholds, table, tally
from bot.evaluation.suite import Suite, read_suites
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import LANGS, Lang

QUESTIONS = Path(__file__).parent / "questions"
TODAY = date(2026, 11, 25)

LEAST_RIGHT: Mapping[Lang, float] = {"en": 0.928, "ko": 0.93, "ja": 0.91}
MOST_WRONG: Mapping[Lang, float] = {"en": 0.015, "ko": 0.015, "ja": 0.019}
LEAST_QUESTIONS = 250
LEAST_CONVERSATIONS = 40

Runs = Mapping[Suite, tuple[Judged, ...]]


@pytest.fixture(scope="module")
def runs(shipped_base: KnowledgeBase) -> Runs:
    """Every suite with its answers."""
    suites, problems = read_suites([QUESTIONS])
    assert problems == ()
    engine = Engine.of(shipped_base)
    return {suite: run_suite(suite, engine.answer, TODAY) for suite in suites}


def in_lang(runs: Runs, lang: Lang) -> list[Judged]:
    return [each for judged in runs.values() for each in judged if each.case.lang == lang]


@pytest.mark.parametrize("lang", LANGS)
def test_no_fewer_answers_are_right_and_no_more_are_wrong_than_before(runs: Runs, lang: Lang) -> None:
    judged = in_lang(runs, lang)
    counts = tally(judged)
    told = "\n".join([*table(judged), *failures(judged)])
    assert counts.accuracy >= LEAST_RIGHT[lang], told
    assert counts.wrong <= MOST_WRONG[lang] * counts.total, told


@pytest.mark.parametrize("lang", LANGS)
def test_there_are_questions_enough(runs: Runs, lang: Lang) -> None:
    cases = [case for suite in runs for case in suite.cases if case.lang == lang]
    assert sum(len(case.turns) == 1 for case in cases) >= LEAST_QUESTIONS


def test_there_are_conversations_enough() -> None:
    suites, _ = read_suites([QUESTIONS])
    assert sum(len(case.turns) > 1 for suite in suites for case in suite.cases) >= LEAST_CONVERSATIONS


def test_the_thresholds_of_each_suite_hold(runs: Runs) -> None:
    assert [line for suite, judged in runs.items() for line in missed_thresholds(suite, judged)] == []
