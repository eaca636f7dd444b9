from __future__ import annotations

from datetime import date

from bot.evaluation.judge import Judged, Outcome
from bot.evaluation.report import failures, missed_thresholds, table, tally
from bot.evaluation.suite import Ask, Case, Expectation, Suite
from bot.model.conversation import Question, Session, Turn
from bot.model.knowledge import Lang, Location
from tests.answerers import reply


def judged(outcome: Outcome, lang: Lang = "en", kind: str = "leader", line: int = 1) -> Judged:
    ask = Ask(f"question {line}", Expectation())
    said = reply("It is so.", notes=("A note.",))
    turn = Turn(Question(ask.text, date(2026, 11, 25)), said, Session(), trace=("a step",))
    reasons = () if outcome == "right" else ("no /x/",)
    return Judged(Case(lang, kind, (ask,), Location("s.yaml", line)), ask, turn, outcome, reasons)


def many(right: int, abstained: int, wrong: int) -> list[Judged]:
    return [judged("right")] * right + [judged("abstained")] * abstained + [judged("wrong")] * wrong


def missed(suite: Suite, turns: list[Judged]) -> list[str]:
    return list(missed_thresholds(suite, turns))


def test_outcomes_are_counted_apart() -> None:
    counts = tally(many(3, 2, 1))
    assert (counts.right, counts.abstained, counts.wrong, counts.total, counts.accuracy) == (3, 2, 1, 6, 0.5)


def test_the_table_has_a_row_per_language_and_kind_and_the_sums() -> None:
    turns = [judged("right"), judged("wrong"), judged("right", "ko", "since"), judged("abstained", "ko", "leader")]
    rows = [row.split() for row in table(turns)]
    assert rows[0] == ["lang", "kind", "right", "abstained", "wrong", "turns"]
    assert [row[:2] for row in rows[1:]] == [
        ["en", "leader"],
        ["ko", "leader"],
        ["ko", "since"],
        ["en", "all"],
        ["ko", "all"],
        ["all", "all"],
    ]
    assert rows[-1] == ["all", "all", "kinds", "2", "50.0%", "1", "25.0%", "1", "25.0%", "4"]


def test_thresholds_that_are_met_are_not_missed() -> None:
    assert missed(Suite("s", (), accuracy=0.9, wrong=0), many(9, 1, 0)) == []


def test_too_few_right_answers_miss_the_threshold() -> None:
    assert missed(Suite("s", (), accuracy=0.9), many(8, 2, 0)) == ["s: 80.0% right, 90.0% needed"]


def test_wrong_answers_are_bounded_as_a_share_or_as_a_number() -> None:
    assert missed(Suite("s", (), wrong=0), many(9, 0, 1)) == ["s: 1 wrong, 0 allowed"]
    assert missed(Suite("s", (), wrong=0.1), many(9, 0, 1)) == []
    assert missed(Suite("s", (), wrong=0.1), many(8, 0, 2)) == ["s: 2 wrong, 1 allowed"]
    assert missed(Suite("s", (), wrong=2), many(7, 0, 3)) == ["s: 3 wrong, 2 allowed"]


def test_a_suite_without_thresholds_is_never_missed() -> None:
    assert missed(Suite("s", ()), many(0, 0, 5)) == []


def test_failures_are_listed_the_wrong_ones_first() -> None:
    turns = [judged("abstained", line=1), judged("right", line=2), judged("wrong", line=3)]
    assert list(failures(turns)) == [
        "WRONG s.yaml:3 [en leader] question 3",
        "    no /x/",
        "    > It is so.",
        "ABSTAINED s.yaml:1 [en leader] question 1",
        "    no /x/",
        "    > It is so.",
    ]


def test_verbose_failures_show_the_whole_text_and_how_it_came_about() -> None:
    assert list(failures([judged("wrong")], verbose=True))[2:] == ["    > It is so.", "    > A note.", "    . a step"]
