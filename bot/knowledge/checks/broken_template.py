"""Every answer text and example question has its brackets closed and its slots well written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import LANGS, Problem
from bot.text.particles import choose_particle

CODE = "broken-template"
_CLOSED, _OPEN = "각", "가"
_TOKEN = re.compile(r"\{[^{}]*\}|[\[\]{}]")
_SLOT = re.compile(r"\{[a-z][a-z0-9_]*(?::(?P<form>[^{}|]+(?:\|[^{}|]*)?))?\}")


def check(loaded: Loaded) -> Iterator[Problem]:
    for lang in LANGS:
        for id_, texts in loaded.partial.answers[lang].items():
            for case, template in texts.items():
                fault = fault_in(template)
                if fault is not None:
                    yield Problem(loaded.at("answers", f"{lang}/{id_}", case), CODE, fault)
        for id_, utterances in loaded.partial.utterances[lang].items():
            for utterance in utterances:
                fault = fault_in(utterance)
                if fault is not None:
                    yield Problem(loaded.at("utterances", f"{lang}/{id_}", utterance), CODE, fault)


def fault_in(template: str) -> str | None:
    """What is wrong with the brackets or slots of a template, if anything."""
    depth = 0
    for token in _TOKEN.findall(template):
        if token == "[":
            depth += 1
        elif token == "]":
            depth -= 1
            if depth < 0:
                return "A ']' has no '[' before it; add the '[' or remove the ']'."
        elif len(token) == 1:
            return f"A '{token}' stands alone; write a slot as {{name}}."
        elif (fault := _fault_in_slot(token)) is not None:
            return fault
    return "A '[' is never closed; add the ']' where the optional part ends." if depth else None


def _fault_in_slot(token: str) -> str | None:
    found = _SLOT.fullmatch(token)
    if found is None:
        return f"'{token}' is not a slot; write {{name}}, {{name:은}} or {{name:plural:one|many}}."
    form = found["form"]
    if (
        form is None
        or choose_particle(_CLOSED, form) != choose_particle(_OPEN, form)
        or re.fullmatch(r"plural:[^|:]+\|[^|:]+", form)
    ):
        return None
    return f"'{form}' in '{token}' is not known; write a Korean particle such as 은, or plural:one|many."
