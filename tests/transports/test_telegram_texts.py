from __future__ import annotations

import pytest

from bot.model.knowledge import LANGS, Lang
from bot.transports.telegram_texts import Texts
from tests.transports.fake_bot import knowledge

TEXTS = Texts(knowledge().answers)


def test_every_sentence_is_there_in_every_language() -> None:
    assert TEXTS.missing() == ()


def test_a_missing_sentence_is_named() -> None:
    assert "ko/error" in Texts({"en": {"telegram": {}}}).missing()


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentences_fit_where_they_are_shown(lang: Lang) -> None:
    assert all(1 <= len(does) <= 256 for _, does in TEXTS.menu(lang))
    assert len(TEXTS.say("stale_button", lang)) <= 200
    assert len(TEXTS.say("start", lang)) <= 1000
