"""No letter poses as another: no Cyrillic or Greek letter within a Latin name, no Han sign within a katakana one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "look-alike-letters"
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\uff21-\uff3a\uff41-\uff5a]")
_POSING = re.compile("[\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\ua4d0-\ua4ff]")
_KATAKANA = "[\u30a1-\u30f6\u30fc]"
_HAN_POSING = re.compile(f"(?:{_KATAKANA}|^|\\s)[\u529b\u53e3\u4e8c\u5de5\u5915\u535c\u516b\u4e00](?={_KATAKANA})")


def check(loaded: Loaded) -> Iterator[Problem]:
    for entity in loaded.partial.entities.values():
        for alias in entity.aliases:
            letter = posing_letter(alias.text)
            if letter is not None:
                message = (
                    f"'{alias.text}' holds '{letter}' ({unicodedata.name(letter).lower()}), which only looks like "
                    "another letter; type it again on the keyboard of its language."
                )
                yield Problem(alias.location, CODE, message)


def posing_letter(name: str) -> str | None:
    """The first letter that looks like one of another script, if there is any."""
    for word in name.split():
        found = _POSING.search(word)
        if found and _LATIN.search(word):
            return found.group()
    han = _HAN_POSING.search(name)
    return han.group()[-1] if han else None
