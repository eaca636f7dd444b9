"""Posts and who holds them, as every export tells it.

The one rule: nobody reads as in office who is known to have left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.answering.fields import text_of, word_of
from bot.answering.lookup import HEAD_ROLES, favoured, is_over, post_holds_on
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Entity, Fact, Lang


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a body that people hold one after another or together; ``side``: of a body with one per country."""

    body: Entity
    role: str
    side: str | None

    @property
    def id(self) -> str:
        return "-".join(part for part in (self.body.id, self.role, self.side) if part)


def post_of(knowledge: KnowledgeBase, fact: Fact) -> Post:
    return Post(knowledge.entities[fact.subject_id], word_of(fact, "role") or "", word_of(fact, "side"))


def certain_terms(knowledge: KnowledgeBase) -> Iterator[Fact]:
    """The terms of office that are held for certain, by body; of two that conflict the better one.

    Not those that are over though nobody says since when: without an end they would read as going on, and where the
    next head that is known began, another may have come between.
    """
    for body in knowledge.entities.values():
        facts = knowledge.facts_of(body.id, "leadership")
        kept = {fact.id for fact in favoured([fact for fact in facts if fact.status == "held"])}
        for fact in facts:
            if fact.id in kept and (fact.period.end is not None or not is_over(knowledge, fact, date.max)):
                yield fact


def holders_of(knowledge: KnowledgeBase, body_id: str, day: date) -> tuple[Fact, ...]:
    """Who holds which post of a body on a day; heads first, then as they stand in its file."""
    facts = favoured(
        [fact for fact in knowledge.facts_of(body_id, "leadership") if post_holds_on(knowledge, fact, day)]
    )
    order = [fact.id for fact in knowledge.facts_of(body_id, "leadership")]
    return tuple(sorted(facts, key=lambda fact: (word_of(fact, "role") not in HEAD_ROLES, order.index(fact.id))))


def title_in(knowledge: KnowledgeBase, fact: Fact, lang: Lang) -> str:
    """What the body calls the post, or else the word for its role."""
    role = word_of(fact, "role") or ""
    return text_of(fact, "title", lang) or label(knowledge, "roles", role, lang)


def label(knowledge: KnowledgeBase, group: str, id_: str, lang: Lang) -> str:
    """The word for an id; the id itself where there is none."""
    lexicon = knowledge.lexicons.get(lang)
    return lexicon.labels.get(group, {}).get(id_, id_) if lexicon is not None else id_
