"""What one would write with rapidfuzz in an afternoon, over the same names and examples. The one rule: the
alternatives get what Keymen gets, precomputed as far as they allow."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import LANGS, Lang
from bot.text.normalise import normalise

_SLOT = re.compile(r"\{[^{}]*\}")
_MASK = "x"


@dataclass(frozen=True, slots=True)
class NearestAlias:
    """The entity whose alias is nearest to the whole question by WRatio, rapidfuzz's default for search."""

    aliases: tuple[str, ...]
    entity_ids: tuple[str, ...]

    @classmethod
    def of(cls, base: KnowledgeBase) -> NearestAlias:
        pairs = [
            (normalise(alias.text).text, entity.id) for entity in base.entities.values() for alias in entity.aliases
        ]
        return cls(tuple(alias for alias, _ in pairs), tuple(id_ for _, id_ in pairs))

    def find(self, question: str) -> tuple[str, str] | None:
        """The nearest alias and its entity."""
        found = process.extractOne(normalise(question).text, self.aliases, scorer=fuzz.WRatio, score_cutoff=60)
        return None if found is None else (found[0], self.entity_ids[found[2]])


@dataclass(frozen=True, slots=True)
class TwoStage:
    """The nearest alias is masked in the question; then the nearest masked example tells the intent."""

    names: NearestAlias
    templates: dict[Lang, tuple[str, ...]]
    intents: dict[Lang, tuple[str, ...]]

    @classmethod
    def of(cls, base: KnowledgeBase) -> TwoStage:
        examples = {
            lang: [
                (normalise(_SLOT.sub(_MASK, utterance)).text, intent)
                for intent, utterances in base.utterances[lang].items()
                for utterance in utterances
            ]
            for lang in LANGS
        }
        return cls(
            NearestAlias.of(base),
            {lang: tuple(text for text, _ in examples[lang]) for lang in LANGS},
            {lang: tuple(intent for _, intent in examples[lang]) for lang in LANGS},
        )

    def match(self, question: str, lang: Lang) -> tuple[str, str | None] | None:
        """The intent and the entity."""
        found = self.names.find(question)
        text = normalise(question).text
        if found is not None:
            span = fuzz.partial_ratio_alignment(found[0], text)
            if span is not None:
                text = text[: span.dest_start] + _MASK + text[span.dest_end :]
        nearest = process.extractOne(text, self.templates[lang], scorer=fuzz.ratio, score_cutoff=50)
        if nearest is None:
            return None
        return self.intents[lang][nearest[2]], None if found is None else found[1]
