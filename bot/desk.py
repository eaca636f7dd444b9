"""The curator's desk: what ``keymen check``, ``stale``, ``coverage`` and ``new`` print and write. The one rule: what is
found goes to standard output, a line each; how much it is goes to standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.checking import check as find_problems
from bot.knowledge.fields import ID, did_you_mean
from bot.knowledge.loader import load, shown, uncollected
from bot.knowledge.schema import TYPES


class WrongArgument(Exception):
    """An argument that the desk can make nothing of; the message says why."""


def check(folder: Path, files: Sequence[Path] = ()) -> bool:
    """Print every problem of a folder, or those in the files named; whether there is none.

    The whole folder is read in either case: most checks hold files against each other.
    """
    wanted = {_known(file, folder) for file in files}
    with uncollected():
        loaded = load(folder)
        everything = find_problems(loaded)
    problems = [one for one in everything if not wanted or Path(one.location.path).resolve() in wanted]
    for problem in problems:
        print(problem)
    held, elsewhere = loaded.partial, len(everything) - len(problems)
    counts = f"{len(held.entities)} subjects, {len(held.facts)} facts, {len(held.sources)} sources"
    others = f" here, {_counted(elsewhere, 'problem')} in other files" if wanted else ""
    print(f"{counts}: {_counted(len(problems), 'problem')}{others}", file=sys.stderr)
    return not problems


def folder_of(file: Path) -> Path | None:
    """The knowledge folder that a file lies in: the nearest above it that has the subjects."""
    return next((above for above in file.absolute().parents if (above / "subjects").is_dir()), None)


def _known(file: Path, folder: Path) -> Path:
    """The whole path of a file of the folder."""
    whole = file.resolve()
    if not file.is_file() or whole.suffix != ".yaml" or not whole.is_relative_to(folder.resolve()):
        raise WrongArgument(f"{file} is no file of knowledge in {shown(folder)}; name .yaml files of one folder")
    return whole


def stale(base: KnowledgeBase, today: date, months: int) -> bool:
    """Print what should be looked at again, the one that waits longest first; whether there is nothing."""
    from bot.curation.stale import find_stale

    findings = find_stale(base, today, months)
    for finding in findings:
        print(finding)
    print(f"{_counted(len(findings), 'line')} to look at again on {today}", file=sys.stderr)
    return not findings


def coverage(base: KnowledgeBase, types: Sequence[str], listed: bool) -> None:
    """Print what is missing: a table a type, or a line for each gap."""
    from bot.curation.coverage import cover, table

    coverages = cover(base, [_type(each) for each in types] or TYPES)
    for line in (gap for one in coverages for gap in one.gaps) if listed else table(coverages):
        print(line)


def new(folder: Path, type_: str, id_: str) -> bool:
    """Write the skeleton of a new subject; whether its id was free."""
    from bot.curation.skeletons import skeleton

    known = _type(type_)
    if not ID.fullmatch(id_):
        raise WrongArgument(f"'{id_}' is not an id; use small letters, digits and single hyphens, such as mori-taro")
    subjects = folder / "subjects"
    if not subjects.is_dir():
        raise WrongArgument(f"{shown(folder)} is not a knowledge folder: there is no folder 'subjects' in it")
    taken = next(
        (subjects / each / f"{id_}.yaml" for each in TYPES if (subjects / each / f"{id_}.yaml").exists()), None
    )
    if taken is not None:
        print(f"keymen: '{id_}' is taken by {shown(taken)}; nothing is written", file=sys.stderr)
        return False
    path = subjects / known / f"{id_}.yaml"
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(skeleton(known, id_))
    except OSError as error:
        raise WrongArgument(f"{shown(path)} cannot be written ({error.strerror})") from error
    print(shown(path))
    return True


def _type(written: str) -> str:
    """A type of subject, however its words are joined."""
    type_ = written.replace("-", "_")
    if type_ not in TYPES:
        hint = did_you_mean(type_, TYPES)
        raise WrongArgument(f"'{written}' is no type of subject.{hint} Known: {', '.join(TYPES)}")
    return type_


def _counted(count: int, word: str) -> str:
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"
