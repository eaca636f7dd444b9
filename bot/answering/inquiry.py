"""A question as the composers see it, and what they hand back. The one rule: a draft names every fact it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.answering.wording import Slot, as_sentence, fill
from bot.knowledge.base import KnowledgeBase, Lexicon
from bot.model.conversation import Reply, Status
from bot.model.knowledge import Entity, Fact, Lang, Source
from bot.model.understanding import Interpretation


@dataclass(frozen=True, slots=True)
class ReplyContext:
    """What the conversation lends an answer: the reply before it, and remarks on how names were understood."""

    previous: Reply | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An interpretation with all that is needed to answer it."""

    reading: Interpretation
    knowledge: KnowledgeBase
    today: date
    lang: Lang
    context: ReplyContext = field(default_factory=ReplyContext)

    @property
    def lexicon(self) -> Lexicon:
        return self.knowledge.lexicons[self.lang]

    @property
    def subjects(self) -> tuple[Entity, ...]:
        entities = self.knowledge.entities
        return tuple(entities[name] for name in self.reading.subject_ids if name in entities)

    @property
    def recalled(self) -> tuple[Fact, ...]:
        """The facts that the words of the question recall, as far as they were known on the day."""
        facts = self.knowledge.facts
        return tuple(facts[one] for one in self.reading.fact_ids if one in facts)

    def subjects_of(self, *types: str) -> tuple[Entity, ...]:
        return tuple(entity for entity in self.subjects if entity.type in types)

    def subjects_but(self, *types: str) -> tuple[Entity, ...]:
        return tuple(entity for entity in self.subjects if entity.type not in types)

    def say(self, file: str, case: str, **slots: Slot) -> str:
        return as_sentence(fill(self.knowledge.answers[self.lang][file][case], slots))

    def can_say(self, file: str, case: str) -> bool:
        return case in self.knowledge.answers[self.lang].get(file, {})

    def form(self, key: str, **slots: Slot) -> str:
        return fill(self.lexicon.formats[key], slots)

    def label(self, group: str, name: str) -> str | None:
        labels: Mapping[str, str] = self.lexicon.labels.get(group, {})
        return labels.get(name)


@dataclass(frozen=True, slots=True)
class Offer:
    """A follow-up that may be suggested: a case of suggestions.yaml and the entities it names."""

    case: str
    entity_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A line after the answer that rests on a fact of its own."""

    text: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer before it is cited. ``facts``: the main one first. ``dated``: the text says the day it holds for."""

    text: str
    facts: tuple[Fact, ...] = ()
    notes: tuple[str | Note, ...] = ()
    status: Status = "answered"
    focus: tuple[str, ...] = ()
    holder_id: str | None = None
    listed: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A composed answer: what a person reads, the facts and sources under it, and what a follow-up may lean on."""

    status: Status
    text: str
    notes: tuple[str, ...] = ()
    source_line: str | None = None
    fact_ids: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    as_of: str | None = None
    suggestions: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    holder_id: str | None = None
    listed: tuple[str, ...] = ()
