"""For every person one can tell which part is the family name."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.loaded import Loaded
from bot.model.knowledge import Problem

CODE = "missing-family-name"


def check(loaded: Loaded) -> Iterator[Problem]:
    for person in loaded.partial.of_type("person"):
        if not person.family_names:
            message = "Say which part of the name is the family name: add 'family_name: {en: …, ko: …, ja: …}'."
            yield Problem(person.location, CODE, message)
            continue
        for lang, family in person.family_names.items():
            if not any(family in alias.text for alias in person.aliases if alias.lang == lang):
                message = f"'{family}' is in none of the names in '{lang}'; write it as it stands in the name."
                yield Problem(loaded.at("subject", person.id, "family_name", lang), CODE, message)
