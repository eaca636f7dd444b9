"""The engine, ready to answer: from its compiled form where there is one of these very files, else from the files.

The one rule: the compiled form only saves time. It is plain JSON, found by the hash of every file it was made of; one
that is not ours, not whole or not understood counts as none, and what cannot be kept is not missed.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase

_CODE = Path(__file__).parent
_ROOMS = ("knowledge", "model", "text", "understanding")
"""Where the code is whose change may change what is compiled."""
_MOST_KEPT = 4
_NAME = "compiled-{}.json"
_A_WHILE = 3600
_LARGEST = 64_000_000


def ready_engine(folder: Path, shelf: Path | None, load: Callable[[], KnowledgeBase]) -> Engine:
    """The engine over a knowledge folder; ``load`` reads the folder, and is called only where nothing is kept of it."""
    if shelf is None:
        return Engine.of(load())
    before = digest_of(folder)
    engine = _taken(shelf, before) if before is not None else None
    if engine is None:
        engine = Engine.of(load())
        if before is not None and digest_of(folder) == before:
            _put(shelf, before, engine.sections())
    return engine


def digest_of(folder: Path) -> str | None:
    """The hash of all knowledge and of the code that compiles it; None where something cannot be read."""
    seen = hashlib.sha256()
    try:
        for root, suffixes in ((folder, (".yaml", ".yml")), *((_CODE / room, (".py",)) for room in _ROOMS)):
            for path in _files(str(root), suffixes):
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 (twice as fast, and there are many)
                    content = file.read()
                seen.update(f"{path[len(str(root)) :]}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
                seen.update(content)
    except OSError:
        return None
    return seen.hexdigest()


def _files(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """The files below a folder, sorted; hidden ones are left out."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, suffixes)
        elif entry.name.endswith(suffixes):
            yield entry.path


def _taken(shelf: Path, digest: str) -> Engine | None:
    """The engine kept under a digest; None where there is none that can be trusted and understood."""
    try:
        raw = _read_own(shelf, shelf / _NAME.format(digest))
        told, _, body = raw.partition(b"\n")
        if told.decode() != hashlib.sha256(body).hexdigest():
            return None
        names, *sections = body.split(b"\n")
        return Engine.from_sections(dict(zip(json.loads(names), sections, strict=True)))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError):
        return None


def _read_own(shelf: Path, path: Path) -> bytes:
    """The content of a file that this user alone may write; PermissionError for any other."""
    _refuse_foreign(shelf.stat())
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
        status = os.fstat(file.fileno())
        _refuse_foreign(status)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            raise PermissionError(path)
        return file.read()


def _refuse_foreign(status: os.stat_result) -> None:
    """Where the system knows owners, only what is ours and nobody else may write is trusted."""
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
        raise PermissionError


def _put(shelf: Path, digest: str, sections: Mapping[str, str]) -> None:
    """Keep sections under a digest, whole or not at all; where that cannot be done, do without."""
    from tempfile import NamedTemporaryFile

    body = "\n".join((json.dumps(list(sections)), *sections.values())).encode()
    try:
        shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_foreign(shelf.stat())
        with NamedTemporaryFile(dir=shelf, prefix=".tmp", delete=False) as file:
            file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        Path(file.name).replace(shelf / _NAME.format(digest))
        _clear(shelf)
    except (OSError, UnicodeEncodeError):
        return


def _clear(shelf: Path) -> None:
    """Only the newest few are kept, and nothing that was left half written a while ago."""
    kept = sorted(shelf.glob(_NAME.format("*")), key=lambda path: path.stat().st_mtime, reverse=True)
    newest = kept[0].stat().st_mtime if kept else 0.0
    left = [path for path in shelf.glob(".tmp*") if path.stat().st_mtime < newest - _A_WHILE]
    for path in (*kept[_MOST_KEPT:], *left):
        path.unlink(missing_ok=True)
