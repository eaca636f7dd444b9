"""The JSON Schema that editors use is current, and agrees with the reader."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.knowledge.json_schema import files, schemas, write
from bot.knowledge.reader import Items, Node, Report, Scalar, read_file, yaml_files
from bot.knowledge.shipped import shipped
from tests.knowledge.folders import unfold

_SCHEMA_OF = {"sources": "sources", "intents": "intent", "utterances": "utterances", "answers": "answers"}


@cache
def validator(name: str) -> Any:
    return jsonschema.Draft7Validator(schemas()[f"{name}.json"])


def as_editors_see_it(node: Node) -> Any:
    """The data of a node with the types that YAML gives to plain values."""
    if isinstance(node, Scalar):
        if node.plain and node.text in ("true", "false"):
            return node.text == "true"
        return int(node.text) if node.plain and node.text.isascii() and node.text.isdigit() else node.text
    if isinstance(node, Items):
        return [as_editors_see_it(item) for item in node.items]
    return {key: as_editors_see_it(entry.value) for key, entry in node.entries.items()}


def faults(path: Path, folder: Path) -> list[str]:
    parts = path.relative_to(folder).parts
    node = read_file(path, Report(str(path)))
    if node is None:
        return ["not YAML"]
    name = parts[1] if parts[0] == "subjects" else _SCHEMA_OF.get(parts[0], "lexicon")
    return [f"{path.name}: {error.message[:200]}" for error in validator(name).iter_errors(as_editors_see_it(node))]


def test_the_committed_files_are_current(tmp_path: Path) -> None:
    write(tmp_path)
    committed = {path.name: path.read_text(encoding="utf-8") for path in (shipped() / "schema").glob("*.json")}
    assert committed == {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}, (
        "run: python -m bot.knowledge.json_schema knowledge/schema"
    )


@pytest.mark.parametrize("text", files().values(), ids=files().keys())
def test_every_file_is_a_valid_schema(text: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(text))


def test_every_shipped_file_is_valid() -> None:
    found = [fault for path in yaml_files(shipped()) for fault in faults(path, shipped())]
    assert "\n".join(found) == ""


@pytest.mark.parametrize(
    "code",
    [
        *("unknown-key", "wrong-shape", "missing-field", "missing-language", "missing-source", "missing-text"),
        *(
            "wrong-date",
            "wrong-number",
            "wrong-value",
            "wrong-url",
            "wrong-id",
            "wrong-identifier",
            "wrong-kind",
            "empty-value",
        ),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(code: str, tmp_path: Path) -> None:
    fixtures = Path(__file__).parent / "problems" / code
    for name in ("passes", "fails"):
        unfold((fixtures / f"{name}.yaml").read_text(encoding="utf-8"), tmp_path / name)
    assert [fault for path in yaml_files(tmp_path / "passes") for fault in faults(path, tmp_path / "passes")] == []
    assert [fault for path in yaml_files(tmp_path / "fails") for fault in faults(path, tmp_path / "fails")] != []
