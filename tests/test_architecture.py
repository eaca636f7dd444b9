"""Imports point one way, each library has its owner, knowledge is not code, and rooms stay small."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.sizes import (
    FUNCTION_BAND,
    FUNCTION_SHARE,
    MODULE_LIMIT,
    PACKAGE,
    function_sizes,
    module_sizes,
    report,
    share_within,
)
from bot.knowledge.loaded import Loaded

ROOT = PACKAGE.parent
MODULES = sorted(PACKAGE.rglob("*.py"))
IMPORT_NAMES = {"python-telegram-bot": "telegram", "pyyaml": "yaml"}
SHORTEST_NAME = 4


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The top-level names that a module imports, those within functions too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def literals(path: Path) -> Iterator[str]:
    """The strings of a module that are no docstrings."""
    module = tree(path)
    statements = (node.value for node in ast.walk(module) if isinstance(node, ast.Expr))
    told = {id(value) for value in statements if isinstance(value, ast.Constant)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_library_in_use_is_a_dependency_and_the_other_way_round() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[^\w.-]", each)[0].lower() for each in project["dependencies"]}
    used = {name for path in MODULES for name in imported(path)} - set(sys.stdlib_module_names) - {"bot"}
    assert used == {IMPORT_NAMES.get(name, name) for name in names}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_says_what_it_is_for(path: Path) -> None:
    module = tree(path)
    assert not module.body or ast.get_docstring(module)


def test_no_name_of_a_body_or_person_is_in_the_code(loaded: Loaded) -> None:
    names = {
        alias.text
        for entity in loaded.partial.of_type("organization", "person", "event_series")
        for alias in entity.aliases
        if len(alias.text) >= SHORTEST_NAME and alias.strength == "strong"
    }
    texts = {text: path for path in MODULES for text in literals(path)}
    found = [(path.name, name) for text, path in texts.items() for name in names if name in text]
    assert found == []


def test_modules_hold_one_idea() -> None:
    assert [size for size in module_sizes() if size.lines > MODULE_LIMIT] == []


def test_functions_are_short() -> None:
    assert share_within(function_sizes(), FUNCTION_BAND) >= FUNCTION_SHARE, list(report())
