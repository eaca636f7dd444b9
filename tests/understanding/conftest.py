"""What the tests of this room share: the small field, compiled once."""

from __future__ import annotations

import pytest

from bot.knowledge.base import KnowledgeBase
from bot.understanding.interpreting import Interpreter
from tests.understanding.words import field_of_six


@pytest.fixture(scope="session")
def field() -> KnowledgeBase:
    return field_of_six()


@pytest.fixture(scope="session")
def interpreter(field: KnowledgeBase) -> Interpreter:
    return Interpreter.of(field)
