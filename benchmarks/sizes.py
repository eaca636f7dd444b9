"""How long modules and functions are, beside the band that docs/architecture.md names. The one rule: it only reads
source, so that it measures a checkout that does not even import."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PACKAGE = Path(__file__).resolve().parent.parent / "bot"

MODULE_BAND = 200
MODULE_LIMIT = 300
FUNCTION_BAND = 40
FUNCTION_SHARE = 0.95


@dataclass(frozen=True, slots=True, order=True)
class Size:
    """A module or function, and its number of lines."""

    lines: int
    name: str


def module_sizes(package: Path = PACKAGE) -> list[Size]:
    """Every module but the empty ones, longest first."""
    sizes = (Size(len(path.read_text(encoding="utf-8").splitlines()), _name(path)) for path in _modules(package))
    return sorted((size for size in sizes if size.lines), reverse=True)


def function_sizes(package: Path = PACKAGE) -> list[Size]:
    """Every function and method, longest first; decorators do not count."""
    return sorted((size for path in _modules(package) for size in _functions(path)), reverse=True)


def report() -> Iterator[str]:
    """The sizes in a few lines."""
    for what, sizes, band in (
        ("modules", module_sizes(), MODULE_BAND),
        ("functions", function_sizes(), FUNCTION_BAND),
    ):
        share = share_within(sizes, band)
        longest = ", ".join(f"{size.name} {size.lines}" for size in sizes[:3])
        middle = median(size.lines for size in sizes)
        yield f"{len(sizes)} {what}: median {middle:g} lines, {share:.1%} up to {band}; longest: {longest}"


def share_within(sizes: Sequence[Size], most: int) -> float:
    return sum(size.lines <= most for size in sizes) / len(sizes)


def _modules(package: Path) -> Iterator[Path]:
    yield from sorted(package.rglob("*.py"))


def _functions(path: Path) -> Iterator[Size]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            yield Size(node.end_lineno - node.lineno + 1, f"{_name(path)}:{node.name}")


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()
