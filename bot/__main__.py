"""The ``keymen`` command. The one rule: it parses arguments and nothing else; what a command does is in ``bot.app``,
and is imported only when a command runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot import __version__

LEVELS = ("debug", "info", "warning", "error")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    from bot import app

    return app.run(build_parser().parse_args(argv))


def build_parser() -> argparse.ArgumentParser:
    """The whole command line: what ``--help`` prints and README.md lists."""
    parser = argparse.ArgumentParser(
        prog="keymen", description="Who is who in Korea–Japan economic cooperation: dated, sourced answers."
    )
    parser.add_argument("--version", action="version", version=f"keymen {__version__}")
    parser.add_argument("--knowledge", type=Path, metavar="DIR", help="the knowledge folder (default: the one shipped)")
    parser.add_argument("--today", type=_day, metavar="YYYY-MM-DD", help='what "now" means (default: the real date)')
    parser.add_argument("--log-level", choices=LEVELS, default="warning", help="what to log (default: %(default)s)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_ask(commands)
    commands.add_parser("console", help="a conversation in this terminal, or one line a question from a pipe")
    commands.add_parser("telegram", help="run the Telegram bot")
    _add_desk(commands)
    _add_eval(commands)
    explain = commands.add_parser("explain", help="how a question is understood and answered, step by step")
    _add_question(explain)
    _add_diff(commands)
    _add_export(commands)
    return parser


def _add_ask(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    ask = commands.add_parser("ask", help="answer one question, or a JSON object a line")
    _add_question(ask, nargs="*")
    form = ask.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the answer as one JSON object")
    form.add_argument("--jsonl", action="store_true", help="read a JSON object a line, write one a line")
    ask.set_defaults(usage_error=ask.error)


def _add_question(parser: argparse.ArgumentParser, nargs: str = "+") -> None:
    parser.add_argument("question", nargs=nargs, metavar="QUESTION", help="its words are joined with spaces")
    parser.add_argument("--lang", choices=("en", "ko", "ja"), help="the language of the answer")


def _add_eval(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    evaluate = commands.add_parser("eval", help="run question suites and print how many answers are right")
    evaluate.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a suite, or a folder of suites")
    evaluate.add_argument("--verbose", action="store_true", help="with each failure, the whole text got")


def _add_diff(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    diff = commands.add_parser("diff", help="what changed between two knowledge folders, in words")
    diff.add_argument("old", type=Path, metavar="OLD")
    diff.add_argument("new", type=Path, metavar="NEW")


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser("export", help="write the knowledge in a form that other programs and people read")
    forms = export.add_subparsers(dest="form", required=True, metavar="FORM")
    for name, target, note in (
        ("popolo", "FILE", "Popolo JSON: people, organizations, posts, memberships, events"),
        ("csv", "DIR", "posts.csv, a row for each post held, and sources.csv; '-' prints the posts"),
        ("directory", "FILE", "a Markdown page: who holds what on the day of --today"),
    ):
        form = forms.add_parser(name, help=note)
        form.add_argument("target", nargs="?", default="-", metavar=target, help="default: '-', standard output")


def _add_desk(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands of those who curate."""
    check = commands.add_parser("check", help="validate a knowledge folder, a problem a line")
    which = "a folder (default: the one in force), or the files whose problems to print"
    check.add_argument("paths", nargs="*", type=Path, metavar="DIR|FILE", help=which)
    stale = commands.add_parser("stale", help="what should be looked at again, a line each, the longest due first")
    stale.add_argument("--months", type=_count, default=12, metavar="N", help="a post is confirmed for (%(default)s)")
    coverage = commands.add_parser("coverage", help="what is missing of what should be known, by type and language")
    coverage.add_argument("--list", action="store_true", help="a line for each gap in place of the tables")
    coverage.add_argument("--type", action="append", dest="types", default=[], help="of this type of subject only")
    for each in (stale, coverage):
        each.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the folder in force")
    new = commands.add_parser("new", help="write the file of a new subject, to be filled in")
    new.add_argument(
        "type", metavar="TYPE", help="organization, person, event_series, event, sector, initiative, field"
    )
    new.add_argument("id", metavar="ID", help="small letters, digits and hyphens; it never changes")
    new.add_argument("--dir", dest="folder", type=Path, metavar="DIR", help="the knowledge folder")
    check.epilog = "Exit status: 0 no problem, 1 some, 2 wrong usage."
    stale.epilog = "Exit status: 0 nothing to look at, 1 something, 2 wrong usage or knowledge that does not load."
    new.epilog = "Exit status: 0 written, 1 the id is taken, 2 wrong usage."
    for each in (check, stale, coverage, new):
        each.set_defaults(usage_error=each.error)


def _count(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 5):
        raise argparse.ArgumentTypeError(f"not a number of months: {written!r}")
    return int(written)


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        day = None
    if day is None or str(day) != written:
        raise argparse.ArgumentTypeError(f"not a day written YYYY-MM-DD: {written!r}")
    return day


if __name__ == "__main__":
    sys.exit(main())
