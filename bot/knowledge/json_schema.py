"""JSON Schema for editors, made from the schema table. The one rule: it is generated, never written by hand.

``python -m bot.knowledge.json_schema DIR`` writes it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.knowledge.composites import Words
from bot.knowledge.fields import ID, Date, Id
from bot.knowledge.schema import FACT_KINDS, NAMES, SOURCE, SUBJECTS, TYPES
from bot.knowledge.words import ANSWERS, INTENT, LEXICON, UTTERANCES

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SHARED: Mapping[str, dict[str, Any]] = {
    "words": Words().json(),
    "date": Date().json(),
    "id": Id().json(),
    "names": NAMES.json(),
    **{f"{name}-fact": kind.record.json() for name, kind in FACT_KINDS.items()},
}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of file, by file name."""
    sources = {"type": "object", "propertyNames": {"pattern": f"^{ID.pattern}$"}, "additionalProperties": SOURCE.json()}
    found = {type_: SUBJECTS[type_].json() for type_ in TYPES}
    found |= {"sources": sources, "intent": INTENT.json(), "lexicon": LEXICON.json()}
    found |= {"utterances": UTTERANCES.json(), "answers": ANSWERS.json()}
    return {f"{name}.json": _document(name, schema) for name, schema in found.items()}


def _document(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A schema that stands alone, its repeated parts told once under ``definitions``."""
    definitions: dict[str, Any] = {}
    body: dict[str, Any] = _shared(schema, definitions)
    head = {"$schema": _DRAFT, "title": name.replace("_", " ")}
    return head | body | ({"definitions": dict(sorted(definitions.items()))} if definitions else {})


def _shared(part: Any, definitions: dict[str, Any], inside: str = "") -> Any:
    """``part`` with every shared schema in it replaced by a reference."""
    if isinstance(part, list):
        return [_shared(item, definitions) for item in part]
    if not isinstance(part, dict):
        return part
    bare = {key: value for key, value in part.items() if key != "description"}
    name = next((name for name, schema in _SHARED.items() if schema == bare and name != inside), None)
    if name is None:
        return {key: _shared(value, definitions) for key, value in part.items()}
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _shared(bare, definitions, inside=name)
    reference = {"$ref": f"#/definitions/{name}"}
    return {"description": part["description"], "allOf": [reference]} if "description" in part else reference


def write(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8")


def files() -> dict[str, str]:
    """The text of every schema file, by file name."""
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas().items()}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python -m bot.knowledge.json_schema DIR")
    write(Path(sys.argv[1]))
