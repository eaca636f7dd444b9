"""The forms in which the knowledge leaves. The one rule: the same knowledge and day give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from bot.curation.directory import directory
from bot.curation.popolo import popolo
from bot.curation.table import posts_table, sources_table
from bot.knowledge.base import KnowledgeBase

_BYTE_ORDER_MARK = "\ufeff"
"""By it a spreadsheet knows that a file is UTF-8; a program that reads a pipe would take it for data."""


def exported(knowledge: KnowledgeBase, form: str, day: date, *, piped: bool) -> Mapping[str, bytes]:
    """The files of a form by name, the main one first; only the directory depends on the day."""
    if form == "csv":
        mark = "" if piped else _BYTE_ORDER_MARK
        texts = {"posts.csv": mark + posts_table(knowledge), "sources.csv": mark + sources_table(knowledge)}
    elif form == "popolo":
        texts = {"popolo.json": json.dumps(popolo(knowledge), ensure_ascii=False, indent=2) + "\n"}
    else:
        texts = {"directory.md": directory(knowledge, day)}
    return {name: text.encode() for name, text in texts.items()}
