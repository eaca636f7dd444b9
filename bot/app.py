"""The one place where the parts are put together: a command's options in, an exit status out. The one rule: each
command imports what it needs itself, so that none waits for what only another needs."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.model.conversation import Session
from bot.process import data_folder, home_language, set_up_logging, speak_utf8
from bot.settings import Settings, WrongSettings, read_settings

if TYPE_CHECKING:
    from bot.engine import Engine
    from bot.knowledge.base import KnowledgeBase
    from bot.transports.asking import Asker

logger = logging.getLogger(__name__)

FINE, FAILED, CANNOT_START, INTERRUPTED = 0, 1, 2, 130


class WrongKnowledge(Exception):
    """Everything that keeps a knowledge folder or a suite from being read, a line each."""

    def __init__(self, problems: Iterator[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def run(options: argparse.Namespace) -> int:
    """Run the command that the options ask for; its exit status."""
    speak_utf8()
    set_up_logging(options.log_level, with_traces=options.log_level == "debug" or options.command == "telegram")
    try:
        return COMMANDS[options.command](options)
    except (WrongSettings, WrongKnowledge) as error:
        print("\n".join(error.problems), file=sys.stderr)
        return CANNOT_START
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has left; without this, Python complains when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        logger.exception("keymen: something broke inside (%s); --log-level debug shows where", type(error).__name__)
        return FAILED


def ask(options: argparse.Namespace) -> int:
    """Answer one question, or a JSON object a line."""
    from bot.rendering.plain import render_plain
    from bot.transports import jsonl

    if options.jsonl:
        if options.question:
            options.usage_error("--jsonl reads its questions from standard input")
        jsonl.serve(sys.stdin.buffer, sys.stdout.buffer, _asker(options), options.lang)
        return FINE
    text = " ".join(options.question)
    if not text:
        options.usage_error("write the question, or --jsonl")
    if options.json:
        sys.stdout.buffer.write(jsonl.ask_once(text, _asker(options), options.lang) + b"\n")
    else:
        print(render_plain(_asker(options).ask(text, Session(), options.lang).reply))
    return FINE


def explain(options: argparse.Namespace) -> int:
    """Print how a question becomes an answer, step by step."""
    print("\n".join(_asker(options).ask(" ".join(options.question), Session(), options.lang).trace))
    return FINE


def console(options: argparse.Namespace) -> int:
    """Talk in this terminal, or answer the lines of a pipe."""
    from bot.transports.asking import Asker
    from bot.transports.console import Console, Talk, Texts, converse

    engine = _engine(options)
    base = engine.knowledge
    room = Console(Asker(engine.answer, options.today), Texts(base.answers))
    talk = Talk(home=home_language(os.environ))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        converse(sys.stdin, sys.stdout, room, talk)
        return FINE
    from bot.transports import terminal

    names = (alias.text for entity in base.entities.values() for alias in entity.aliases)
    terminal.converse(room, talk, names, data_folder(os.environ) / "history")
    return FINE


def telegram(options: argparse.Namespace) -> int:
    """Run the Telegram bot until it is stopped."""
    import asyncio

    from bot.transports import telegram as room

    settings = read_settings(os.environ, for_telegram=True)
    engine = _engine(options, settings)
    day: date | None = options.today
    today = date.today if day is None else lambda: day
    return asyncio.run(room.run(settings, engine.answer, engine.knowledge, today))


def check(options: argparse.Namespace) -> int:
    """Print every problem of a knowledge folder, or of some of its files, one a line."""
    from bot import desk

    folders = [path for path in options.paths if not path.is_file()]
    files = [path for path in options.paths if path.is_file()]
    if len(folders) > 1 or (folders and files):
        options.usage_error("give one folder, or files of one folder")
    folder = folders[0] if folders else (desk.folder_of(files[0]) if files else None) or _folder(options)
    return _at_desk(options, lambda: desk.check(folder, files))


def stale(options: argparse.Namespace) -> int:
    """Print what should be looked at again."""
    from bot import desk

    base, today = _knowledge(options), options.today or date.today()
    return _at_desk(options, lambda: desk.stale(base, today, options.months))


def coverage(options: argparse.Namespace) -> int:
    """Print what is missing of what should be known."""
    from bot import desk

    base = _knowledge(options)
    return _at_desk(options, lambda: desk.coverage(base, options.types, options.list))


def new(options: argparse.Namespace) -> int:
    """Write the file of a new subject, to be filled in."""
    from bot import desk

    return _at_desk(options, lambda: desk.new(_folder(options), options.type, options.id))


def evaluate(options: argparse.Namespace) -> int:
    """Run question suites and print how many answers are right."""
    from bot.evaluation.judge import run_suite
    from bot.evaluation.report import failures, missed_thresholds, table
    from bot.evaluation.suite import read_suites

    suites, problems = read_suites(options.files)
    if problems:
        raise WrongKnowledge(str(problem) for problem in problems)
    engine = _engine(options)
    today = options.today or date.today()
    runs = [(suite, run_suite(suite, engine.answer, today)) for suite in suites]
    judged = [each for _, turns in runs for each in turns]
    missed = [line for suite, turns in runs for line in missed_thresholds(suite, turns)]
    print("\n".join([*failures(judged, options.verbose), *table(judged), *missed]))
    return FAILED if missed else FINE


def diff(options: argparse.Namespace) -> int:
    """Print what changed between two knowledge folders; what is wrong in either is told besides."""
    from bot.curation.difference_words import Telling, tell
    from bot.curation.differences import differences
    from bot.knowledge.checking import check as find_problems
    from bot.knowledge.loader import load

    old, new = load(options.old), load(options.new)
    missing = [problem for loaded in (old, new) for problem in loaded.problems if problem.code == "no-folder"]
    if missing:
        raise WrongKnowledge(str(problem) for problem in missing)
    for problem in (*find_problems(old), *find_problems(new)):
        print(problem, file=sys.stderr)
    if old.problems or new.problems:
        print("keymen: what cannot be read counts as not there", file=sys.stderr)
    print("\n".join(tell(differences(old.partial, new.partial), Telling(old.partial, new.partial))))
    return FINE


def export(options: argparse.Namespace) -> int:
    """Write the knowledge in another form; of several files, only the first goes to standard output."""
    from bot.curation.exporting import exported

    piped = options.target == "-"
    files = exported(_knowledge(options), options.form, options.today or date.today(), piped=piped)
    if piped:
        sys.stdout.buffer.write(next(iter(files.values())))
        return FINE
    target = Path(options.target)
    try:
        if options.form == "csv":
            target.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (target / name if options.form == "csv" else target).write_bytes(content)
    except OSError as error:
        print(f"keymen: {error.filename}: {error.strerror}", file=sys.stderr)
        return FAILED
    return FINE


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "ask": ask,
    "console": console,
    "telegram": telegram,
    "check": check,
    "eval": evaluate,
    "explain": explain,
    "diff": diff,
    "export": export,
    "stale": stale,
    "coverage": coverage,
    "new": new,
}


def _at_desk(options: argparse.Namespace, work: Callable[[], bool | None]) -> int:
    """The exit status of work at the curator's desk: whether it found nothing amiss."""
    from bot.desk import WrongArgument

    try:
        return FAILED if work() is False else FINE
    except WrongArgument as error:
        options.usage_error(str(error))
        raise


def _folder(options: argparse.Namespace, settings: Settings | None = None) -> Path:
    """The knowledge folder in force: the command's, else the option's, else the environment's, else the one shipped."""
    from bot.knowledge.shipped import shipped

    given: Path | None = vars(options).get("folder") or options.knowledge
    return given or (settings or read_settings(os.environ)).knowledge or shipped()


def _knowledge(options: argparse.Namespace, settings: Settings | None = None) -> KnowledgeBase:
    from bot.knowledge.loader import load

    loaded = load(_folder(options, settings))
    if loaded.base is None:
        raise WrongKnowledge(str(problem) for problem in loaded.problems)
    return loaded.base


def _engine(options: argparse.Namespace, settings: Settings | None = None) -> Engine:
    """The engine over the knowledge in force, ready to answer for as long as the process lives."""
    gc.disable()  # what is made here is never given back, so no collection need look at it, now or later
    from bot.compiled import ready_engine

    settings = settings or read_settings(os.environ)
    folder = _folder(options, settings)
    engine = ready_engine(folder, settings.cache, lambda: _knowledge(options, settings))
    gc.freeze()
    gc.enable()
    return engine


def _asker(options: argparse.Namespace) -> Asker:
    from bot.transports.asking import Asker

    return Asker(_engine(options).answer, options.today)
