from __future__ import annotations

import json
from dataclasses import fields

import pytest

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.plain import as_json, from_plain, to_plain


def through_json(base: KnowledgeBase) -> KnowledgeBase:
    return from_plain(json.loads(as_json(to_plain(base))))


@pytest.mark.parametrize("name", [field.name for field in fields(KnowledgeBase)])
def test_what_comes_back_is_equal_and_in_the_same_order(shipped_base: KnowledgeBase, name: str) -> None:
    before, after = (getattr(base, name) for base in (shipped_base, through_json(shipped_base)))
    assert after == before
    assert list(after or ()) == list(before or ())


def test_the_smallest_knowledge_comes_back_too(tiny: KnowledgeBase) -> None:
    assert through_json(tiny).facts == tiny.facts


@pytest.mark.parametrize("plain", [{}, {"plan": "plain", "base": 1}, {"plan": ["record", "Nonsense", []], "base": []}])
def test_what_was_never_written_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_plain(plain)
