"""Fixtures that several rooms share: the knowledge that ships, read once, and a tiny one made by hand."""

from __future__ import annotations

import os

import pytest

from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.loaded import Loaded
from bot.knowledge.loader import load
from bot.knowledge.shipped import shipped
from tests.builders import entity, knowledge, leadership, person, wording

os.environ["KEYMEN_CACHE"] = "off"
"""No test leaves anything in the cache of whoever runs it."""


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """The knowledge that ships, with all that was found on reading it."""
    return load(shipped())


@pytest.fixture(scope="session")
def shipped_base(loaded: Loaded) -> KnowledgeBase:
    """The knowledge that ships."""
    assert loaded.base is not None, "\n".join(map(str, loaded.problems))
    return loaded.base


@pytest.fixture(scope="session")
def engine(shipped_base: KnowledgeBase) -> Engine:
    """The engine over the knowledge that ships; compiled once."""
    return Engine.of(shipped_base)


@pytest.fixture(scope="session")
def tiny() -> KnowledgeBase:
    """A federation with two chairs after each other, and its counterpart."""
    return knowledge(
        [
            entity("east-federation", wording("East Federation", "동부연맹", "東部連盟"), kind="federation"),
            entity(
                "west-federation", wording("West Federation", "서부연맹", "西部連盟"), country="KR", kind="federation"
            ),
            person("mori-taro", wording("Taro Mori", "모리 다로", "森太郎"), family=wording("Mori", "모리", "森")),
            person("hara-jiro", wording("Jiro Hara", "하라 지로", "原次郎"), family=wording("Hara", "하라", "原")),
        ],
        [
            leadership("east-federation", "mori-taro", "2021-06-01", "2025-05-29"),
            leadership("east-federation", "hara-jiro", "2025-05-29"),
        ],
    )
