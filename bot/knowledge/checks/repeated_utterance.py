"""An example question belongs to one intent, and stands there once."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import LANGS, Location, Problem
from bot.text.normalise import key

CODE = "repeated-utterance"


def check(loaded: Loaded) -> Iterator[Problem]:
    for lang in LANGS:
        seen: dict[str, Location] = {}
        for intent, utterances in loaded.partial.utterances[lang].items():
            for utterance in utterances:
                location = loaded.at("utterances", f"{lang}/{intent}", utterance)
                first = seen.setdefault(key(utterance), location)
                if first != location:
                    message = f"'{utterance}' is an example already ({first}); keep it in one place."
                    yield Problem(location, CODE, message)
