"""Times Keymen on the questions of its own suites, beside what rapidfuzz alone would take. The one rule: everything
that is compared runs in one go on one machine; ratios travel, milliseconds do not."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.alternatives import NearestAlias, TwoStage
from benchmarks.long_messages import LENGTH, all_long_messages
from benchmarks.sizes import report
from benchmarks.timing import Timing, peak_megabytes, time_each, time_process
from bot import __version__
from bot.engine import Engine
from bot.evaluation.suite import read_suites
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.loader import load
from bot.knowledge.shipped import shipped
from bot.model.conversation import Question, Session
from bot.model.knowledge import LANGS, Lang
from bot.model.understanding import Inheritance
from bot.text.normalise import compact, normalise

QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "questions"
TODAY = date(2026, 11, 25)
STARTS = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the suites, and its language."""

    text: str
    lang: Lang


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--most", type=int, default=1000, help="how many questions, spread over all (default: 1000)")
    asked = spread(questions(), parser.parse_args().most)
    base = load(shipped()).partial
    print(f"Keymen {__version__}, Python {platform.python_version()}, {platform.machine()}; {len(asked)} questions,")
    print(f"{len(base.entities)} subjects, {len(base.facts)} facts\n")
    for lines in (per_question(base, asked), per_long_message(base), starts(asked), report()):
        print("\n".join(lines), flush=True)
        print()


def questions() -> list[Asked]:
    """The first question of every case in the suites: later ones lean on earlier ones."""
    suites, _ = read_suites([QUESTIONS])
    return [Asked(case.turns[0].text, case.lang) for suite in suites for case in suite.cases]


def spread(asked: list[Asked], most: int) -> list[Asked]:
    """At most so many, evenly over all."""
    step = max(1, -(-len(asked) // most))
    return asked[::step]


def per_question(base: KnowledgeBase, asked: list[Asked]) -> Iterator[str]:
    """Time per question in a warm process, stage by stage, and beside the alternatives."""
    engine = Engine.of(base)
    time_each(lambda each: answer(engine, each), asked[:: max(1, len(asked) // 50)])  # warm: each language's examples
    whole = time_each(lambda each: answer(engine, each), asked)
    yield row("per question, warm", "median ms", "p99 ms", "worst ms", "by median")
    yield timing_row("Keymen, all of it", whole, whole)
    for lang in LANGS:
        yield timing_row(f"  in {lang}", time_each(lambda each: answer(engine, each), _in(lang, asked)), whole)
    yield from stages(engine, asked, whole)
    nearest, two_stage = NearestAlias.of(base), TwoStage.of(base)
    few = spread(asked, 200)
    yield timing_row(
        f"rapidfuzz WRatio over {len(nearest.aliases)} names",
        time_each(lambda each: nearest.find(each.text), few),
        whole,
    )
    yield timing_row(
        "rapidfuzz, name masked, nearest example",
        time_each(lambda each: two_stage.match(each.text, each.lang), few),
        whole,
    )


def stages(engine: Engine, asked: list[Asked], whole: Timing) -> Iterator[str]:
    """What each step takes of the whole; answering is the rest: looking up and wording."""
    reader = engine.interpreter
    normal = time_each(lambda each: compact(normalise(each.text)), asked)
    reading = time_each(lambda each: reader.read(each.text, TODAY, each.lang), asked)
    read = [reader.read(each.text, TODAY, each.lang) for each in asked]
    deciding = time_each(lambda each: reader.interpret(each, Inheritance()), read)
    rest = max(0.0, whole.total - reading.total - deciding.total)
    for name, took in (
        ("reading", reading.total),
        ("reading: the normal form", normal.total),
        ("deciding", deciding.total),
        ("answering", rest),
    ):
        yield row(f"  of it {name}", "", "", "", f"{took / whole.total:.0%}")


def per_long_message(base: KnowledgeBase) -> Iterator[str]:
    """Time per message of the greatest length, and how it grows with the length."""
    engine = Engine.of(base)
    messages = list(all_long_messages(base))
    for lang, _, text in messages:
        answer(engine, Asked(text, lang))
    yield row(f"{LENGTH:,} characters, warm", "ms", "half of it", "", "by half")
    for lang, kind, text in messages:
        whole, half = (
            min(time_each(lambda each: answer(engine, each), [Asked(part, lang)] * 3).milliseconds)
            for part in (text, text[: LENGTH // 2])
        )
        yield row(f"  {lang}: {kind}", f"{whole:.1f}", f"{half:.1f}", "", f"{whole / half:.2f} ×")


def starts(asked: list[Asked]) -> Iterator[str]:
    """The whole command, from its start to its end, and the most memory it held."""
    lines = "\n".join(each.text for each in asked).encode("utf-8", "replace")
    one = ("ask", asked[0].text)
    with TemporaryDirectory() as folder:
        kept = {"KEYMEN_CACHE": folder, "PYTHONDONTWRITEBYTECODE": ""}
        time_process(["-m", "bot", *one], 1, environ=kept)  # compiles what the next ones find
        ask, peak_of_ask = time_process(["-m", "bot", *one], STARTS, environ=kept), peak_megabytes(one, environ=kept)
    anew = {"KEYMEN_CACHE": "off"}
    yield row("start to end", "median ms", "", "peak MB", "by median")
    for name, timing, peak in (
        ("python -c pass", time_process(["-c", "pass"], STARTS), peak_megabytes([])),
        ("python -c 'import yaml, rapidfuzz'", time_process(["-c", "import yaml, rapidfuzz"], STARTS), None),
        ("keymen ask", ask, peak_of_ask),
        (
            "keymen ask, nothing kept",
            time_process(["-m", "bot", *one], 1, environ=anew),
            peak_megabytes(one, environ=anew),
        ),
        (
            f"keymen console, {len(asked)} lines",
            time_process(["-m", "bot", "console"], 1, lines),
            peak_megabytes(["console"], lines),
        ),
    ):
        megabytes = "–" if peak is None else f"{peak:.0f}"
        yield row(name, f"{timing.median:.0f}", "", megabytes, f"{timing.median / ask.median:.2f} ×")


def answer(engine: Engine, asked: Asked) -> object:
    return engine.answer(Question(asked.text, TODAY), Session())


def timing_row(name: str, timing: Timing, whole: Timing) -> str:
    ratio = f"{timing.median / whole.median:.2f} ×"
    return row(name, f"{timing.median:.2f}", f"{timing.p99:.2f}", f"{timing.worst:.2f}", ratio)


def row(name: str, *cells: str) -> str:
    return f"{name:<44}" + "".join(f"{cell:>11}" for cell in cells)


def _in(lang: Lang, asked: list[Asked]) -> list[Asked]:
    return [each for each in asked if each.lang == lang]


if __name__ == "__main__":
    main()
