"""Whether an answer is what a suite expects. The one rule: an answer that misleads is wrong; saying that one does not
know is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.evaluation.suite import Ask, Case, Expectation, Suite
from bot.model.conversation import Question, Reply, Session, Turn

Outcome = Literal["right", "abstained", "wrong"]
Answerer = Callable[[Question, Session], Turn]

ABSTAINING = ("clarify", "unknown", "out_of_scope")


@dataclass(frozen=True, slots=True)
class Judged:
    """A turn with the outcome, and what was not as expected."""

    case: Case
    ask: Ask
    turn: Turn
    outcome: Outcome
    reasons: tuple[str, ...]


def run_suite(suite: Suite, answer: Answerer, today: date) -> tuple[Judged, ...]:
    """Ask every case, each in a session of its own; ``today`` counts where the suite names no day."""
    return tuple(judged for case in suite.cases for judged in run_case(case, answer, suite.today or today))


def run_case(case: Case, answer: Answerer, today: date) -> Iterator[Judged]:
    """Ask the questions of a case one after the other; the language is left to be found out."""
    session = Session()
    for ask in case.turns:
        turn = answer(Question(ask.text, today), session)
        session = turn.session
        reasons = tuple(unmet(ask.expect, turn.reply))
        yield Judged(case, ask, turn, _outcome(turn.reply, reasons), reasons)


def unmet(expect: Expectation, reply: Reply) -> Iterator[str]:
    """Every expectation that the reply does not meet, in words."""
    if reply.status not in expect.statuses:
        yield f"status {reply.status}, not {' or '.join(expect.statuses)}"
    text = reply.full_text
    yield from (f"no /{pattern.pattern}/" for pattern in expect.all if not pattern.search(text))
    yield from (f"found /{pattern.pattern}/" for pattern in expect.none if pattern.search(text))
    if expect.intent is not None and reply.intent != expect.intent:
        yield f"intent {reply.intent}, not {expect.intent}"
    missing = set(expect.entities) - {entity.id for entity in reply.entities}
    yield from (f"entity {id_} not found" for id_ in sorted(missing))


def _outcome(reply: Reply, reasons: tuple[str, ...]) -> Outcome:
    if not reasons:
        return "right"
    return "abstained" if reply.status in ABSTAINING else "wrong"
