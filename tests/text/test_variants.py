from __future__ import annotations

from bot.text.normalise import normalise
from bot.text.variants import SHINJITAI


def test_no_form_is_mapped_twice() -> None:
    assert not set(SHINJITAI) & set(SHINJITAI.values())
    assert all(len(old) == len(new) == 1 for old, new in SHINJITAI.items())


def test_every_old_form_meets_its_new_form() -> None:
    assert normalise("".join(SHINJITAI)).text == normalise("".join(SHINJITAI.values())).text
