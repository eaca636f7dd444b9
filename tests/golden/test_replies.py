"""The replies in full are still what they were."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from bot.model.knowledge import LANGS, Lang
from tests.golden.replies import ASKED, answered_anew, golden_file

FEWEST, MOST = 6, 9


@pytest.mark.parametrize("lang", LANGS)
def test_the_replies_in_full_are_as_written(engine: Engine, lang: Lang) -> None:
    text = golden_file(lang).read_text(encoding="utf-8")
    assert FEWEST <= sum(line.startswith(ASKED) for line in text.splitlines()) <= MOST
    assert answered_anew(text, engine) == text, "python -m tests.golden writes them anew"
