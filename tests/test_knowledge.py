"""The knowledge that ships passes every check, in every language."""

from __future__ import annotations

from bot.knowledge.checking import check
from bot.knowledge.loaded import Loaded
from bot.model.knowledge import LANGS


def test_the_shipped_knowledge_has_no_problems(loaded: Loaded) -> None:
    assert "\n".join(str(problem) for problem in check(loaded)) == ""


def test_every_language_has_its_words(loaded: Loaded) -> None:
    assert set(loaded.partial.lexicons) == set(LANGS)
