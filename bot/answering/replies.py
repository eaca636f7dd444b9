"""An answer and what was understood, put together as the reply that goes out. The one rule: nothing is added to what
the answer says; a reply only tells besides which names were found, and how sure the reading is."""

from __future__ import annotations

from bot.answering.inquiry import Answer
from bot.answering.names import choice_label
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Choice, NamedEntity, Reply
from bot.model.knowledge import Lang
from bot.model.understanding import Interpretation, Reading, Understanding


def choices_of(understanding: Understanding, knowledge: KnowledgeBase, lang: Lang) -> tuple[Choice, ...]:
    """One choice for each whom the question may be about, in the order of the candidates; no one twice."""
    choices: dict[tuple[str, ...], Choice] = {}
    best = understanding.candidates[0].interpretation
    for candidate in understanding.candidates[: len(understanding.candidates)]:
        meant = candidate.interpretation
        if meant.intent == best.intent and candidate.cost == understanding.candidates[0].cost:
            label = choice_label(knowledge, meant.subject_ids, lang)
            choices.setdefault(meant.subject_ids, Choice("+".join(meant.subject_ids), label, meant))
    return tuple(choices.values())


def reply_of(
    answer: Answer,
    meant: Interpretation | None,
    reading: Reading,
    lang: Lang,
    knowledge: KnowledgeBase,
    choices: tuple[Choice, ...] = (),
    confidence: float = 0.0,
) -> Reply:
    return Reply(
        answer.status,
        meant.intent if meant is not None else None,
        lang,
        answer.text,
        answer.notes,
        answer.source_line,
        _named(reading, knowledge, lang),
        answer.fact_ids,
        answer.sources,
        answer.as_of,
        choices,
        answer.suggestions,
        confidence,
    )


def _named(reading: Reading, knowledge: KnowledgeBase, lang: Lang) -> tuple[NamedEntity, ...]:
    return tuple(
        NamedEntity(entity_id, knowledge.entities[entity_id].type, knowledge.entities[entity_id].short[lang], mention)
        for mention in reading.mentions
        for entity_id in mention.entity_ids
    )
