"""What came of running suites, in words. The one rule: wrong answers are counted and shown by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.evaluation.judge import Judged, Outcome
from bot.evaluation.suite import Suite


@dataclass(frozen=True, slots=True)
class Tally:
    """How many turns came out how."""

    right: int = 0
    abstained: int = 0
    wrong: int = 0

    @property
    def total(self) -> int:
        return self.right + self.abstained + self.wrong

    @property
    def accuracy(self) -> float:
        return self.right / self.total if self.total else 1.0


def tally(judged: Iterable[Judged]) -> Tally:
    counts: Counter[Outcome] = Counter(each.outcome for each in judged)
    return Tally(counts["right"], counts["abstained"], counts["wrong"])


def missed_thresholds(suite: Suite, judged: Sequence[Judged]) -> Iterator[str]:
    """The thresholds of a suite that its answers miss, in words."""
    counts = tally(judged)
    if suite.accuracy is not None and counts.accuracy < suite.accuracy:
        yield f"{suite.name}: {_percent(counts.right, counts.total)} right, {suite.accuracy:.1%} needed"
    most = suite.wrong if suite.wrong is None or suite.wrong >= 1 else suite.wrong * counts.total
    if most is not None and counts.wrong > most:
        yield f"{suite.name}: {counts.wrong} wrong, {most:g} allowed"


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """A row per language and kind, then one per language, then the sum."""
    width = max([len("all kinds"), *(len(each.case.kind) for each in judged)])
    yield f"{'lang':<4}  {'kind':<{width}}  {'right':>12}  {'abstained':>12}  {'wrong':>12}  {'turns':>5}"
    for lang, kind in sorted({(each.case.lang, each.case.kind) for each in judged}):
        here = (each for each in judged if (each.case.lang, each.case.kind) == (lang, kind))
        yield _row(lang, kind, tally(here), width)
    for lang in sorted({each.case.lang for each in judged}):
        yield _row(lang, "all kinds", tally(each for each in judged if each.case.lang == lang), width)
    yield _row("all", "all kinds", tally(judged), width)


def failures(judged: Iterable[Judged], verbose: bool = False) -> Iterator[str]:
    """Every turn that is not right: first the wrong ones, with what was expected and what was got."""
    failed = [each for each in judged if each.outcome != "right"]
    for each in sorted(failed, key=lambda each: (each.outcome != "wrong", each.case.location)):
        yield f"{each.outcome.upper()} {each.case.location} [{each.case.lang} {each.case.kind}] {each.ask.text}"
        yield f"    {'; '.join(each.reasons)}"
        text = each.turn.reply.full_text if verbose else each.turn.reply.text
        yield from (f"    > {line}" for line in text.splitlines())
        if verbose:
            yield from (f"    . {line}" for line in each.turn.trace)


def _row(lang: str, kind: str, counts: Tally, width: int) -> str:
    cells = (
        f"{count:>5} {_percent(count, counts.total):>6}" for count in (counts.right, counts.abstained, counts.wrong)
    )
    return f"{lang:<4}  {kind:<{width}}  {'  '.join(cells)}  {counts.total:>5}"


def _percent(count: int, total: int) -> str:
    return f"{count / total:.1%}" if total else "–"
