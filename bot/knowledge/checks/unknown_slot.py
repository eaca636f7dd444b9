"""Every slot of an example question stands for a group of subjects or a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.fields import did_you_mean
from bot.knowledge.loaded import Loaded
from bot.knowledge.words import UTTERANCE_SLOTS
from bot.model.knowledge import LANGS, Problem

CODE = "unknown-slot"
_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def check(loaded: Loaded) -> Iterator[Problem]:
    for lang in LANGS:
        for id_, utterances in loaded.partial.utterances[lang].items():
            for utterance in utterances:
                for slot in _SLOT.findall(utterance):
                    if slot not in UTTERANCE_SLOTS:
                        hint = did_you_mean(slot, UTTERANCE_SLOTS)
                        message = f"'{{{slot}}}' is not known.{hint} Known here: {', '.join(UTTERANCE_SLOTS)}."
                        yield Problem(loaded.at("utterances", f"{lang}/{id_}", utterance), CODE, message)
