"""Every concept that an intent asks for or refuses has words in a lexicon."""

from __future__ import annotations

from collections.abc import Iterator

from bot.knowledge.fields import did_you_mean
from bot.knowledge.loaded import Loaded
from bot.knowledge.words import IMPLIED_CONCEPTS
from bot.model.knowledge import LANGS, Problem

CODE = "unknown-concept"


def check(loaded: Loaded) -> Iterator[Problem]:
    lexicons = loaded.partial.lexicons
    if set(lexicons) != set(LANGS):
        return
    known = frozenset(concept for lexicon in lexicons.values() for concept in lexicon.concepts) | IMPLIED_CONCEPTS
    for intent in loaded.partial.intents.values():
        said = {concept for pattern in intent.patterns for concept in pattern.say}
        told = {concept for concepts in intent.tells.values() for concept in concepts}
        fields = (("patterns", said), ("refuses", intent.refuses), ("parts", intent.parts), ("tells", told))
        for field, concepts in fields:
            for concept in sorted(set(concepts) - known):
                message = f"No lexicon has the concept '{concept}'.{did_you_mean(concept, known)} Add its words there."
                yield Problem(loaded.at("intent", intent.id, field, concept), CODE, message)
