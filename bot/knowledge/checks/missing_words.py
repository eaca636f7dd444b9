"""Every intent can be asked and answered in every language."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.composites import LANGUAGE_NAMES
from bot.knowledge.fields import did_you_mean
from bot.knowledge.loaded import Loaded
from bot.model.knowledge import LANGS, Problem

CODE = "missing-words"


def check(loaded: Loaded) -> Iterator[Problem]:
    base = loaded.partial
    for intent in base.intents.values():
        for lang in LANGS:
            for folder, found in (("utterances", base.utterances[lang]), ("answers", base.answers[lang])):
                is_asked_for = bool(intent.patterns) or folder == "answers"
                if is_asked_for and not found.get(intent.id):
                    message = (
                        f"The intent '{intent.id}' has no {folder} in {LANGUAGE_NAMES[lang]}; "
                        f"add them in {folder}/{lang}/{intent.id}.yaml."
                    )
                    yield Problem(intent.location, CODE, message)
    for lang in LANGS:
        for id_ in base.utterances[lang]:
            if id_ not in base.intents:
                hint = did_you_mean(id_, base.intents)
                message = f"There is no intent '{id_}'.{hint} Name the file like a file in intents/, or add that."
                yield Problem(loaded.at("utterances", f"{lang}/{id_}"), CODE, message)
