"""Builders for the replies that the tests of this room render."""

from __future__ import annotations

from typing import Any

from bot.model.conversation import Choice, Reply
from bot.model.dates import PartialDate
from bot.model.knowledge import Location, Source
from bot.model.understanding import Interpretation


def source(
    publisher: str = "Nippon.com", url: str = "https://www.nippon.com/en/news/1", title: str = "A title"
) -> Source:
    return Source("s", publisher, title, url, PartialDate(2025, 6, 2), "press", Location("sources.yaml", 1))


def choice(label: str, *subject_ids: str, **slots: Any) -> Choice:
    return Choice(label.lower(), label, Interpretation("leader", subject_ids, **slots))


def reply(text: str = "It is so.", **fields: Any) -> Reply:
    return Reply("answered", "leader", fields.pop("lang", "en"), text, **fields)
