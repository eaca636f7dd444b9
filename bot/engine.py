"""How a question becomes an answer. Read this screen first: every other room is one of its steps.

The one rule: no I/O, no clock, no chance. The same question, session and day always give the same turn.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.answering.compose import clarify, compose_reply, out_of_scope, unknown
from bot.answering.inquiry import Answer, ReplyContext
from bot.answering.relations import edition_told, marks_of, other_side
from bot.answering.replies import choices_of, reply_of
from bot.dialogue.clausing import may_stand_alone, mentioning
from bot.dialogue.following import continued, inheritance, listed, picked, turned
from bot.dialogue.remembering import session_after
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.hindsight import known_on
from bot.knowledge.plain import as_json, from_plain, to_plain
from bot.model.conversation import Choice, Question, Session, Turn
from bot.model.knowledge import Lang
from bot.model.understanding import NOT_CHOSEN, Candidate, Inheritance, Interpretation, Reading, Understanding
from bot.text.clauses import is_long, parts_to_try
from bot.understanding.explaining import explained
from bot.understanding.interpreting import Interpreter

_MOST_MENDED = 2
"""Parts of a long text that are read as if something in them might be misspelt."""


@dataclass(frozen=True)
class Engine:
    """The knowledge, compiled; ``answer`` is pure."""

    knowledge: KnowledgeBase
    interpreter: Interpreter

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> Engine:
        return cls(knowledge, Interpreter.of(knowledge))

    def sections(self) -> dict[str, str]:
        """The engine as JSON, in parts: what ``from_sections`` makes it of again, faster than from the knowledge."""
        return {"knowledge": as_json(to_plain(self.knowledge)), **self.interpreter.sections()}

    @classmethod
    def from_sections(cls, sections: Mapping[str, bytes]) -> Engine:
        knowledge = from_plain(json.loads(sections["knowledge"]))
        return cls(knowledge, Interpreter.from_sections(knowledge, sections))

    def answer(self, question: Question, session: Session) -> Turn:
        """Read the utterance, see what earlier turns lend it, decide what it means, look that up, say it."""
        session = session.at_time(question.at)
        reading = self.interpreter.read(question.text, question.today, _default_lang(question, session))
        lang = question.lang or session.lang or reading.lang
        lent = inheritance(reading, session, self._is_person)
        understanding = self._understood(reading, session, lent)
        if understanding.verdict in NOT_CHOSEN:
            reading, understanding = self._by_clause(question, reading, understanding)
        answer, meant, choices = self._answered(question, understanding, reading, session, lang)
        if meant is not None and self.interpreter.leaves_out(reading, meant, answer.fact_ids, answer.text):
            refused = self._unknown(question, reading, lang)
            answer, meant = self._recalled(question, reading, lent, lang) or (refused, None)
        if meant is not None and answer.status == "unknown":
            answer, meant = self._recalled(question, reading, lent, lang) or (answer, meant)
        sure = understanding.candidates[0].score if meant is not None else 0.5
        reply = reply_of(answer, meant, reading, lang, self.knowledge, choices, sure)
        after = session_after(session, question, reply, meant, answer.focus, answer.holder_id, answer.listed)
        return Turn(question, reply, after, meant, explained(reading, lent, understanding, meant, reply))

    def _understood(self, reading: Reading, session: Session, lent: Inheritance) -> Understanding:
        """What is meant: a choice taken, a list item, the last question turned round, or a question of its own."""
        followed = (
            picked(reading, session, lambda entity_id: marks_of(self.knowledge, entity_id))
            or listed(reading, session)
            or turned(reading, session, lambda entity_id, country: other_side(self.knowledge, entity_id, country))
        )
        if followed is not None:
            return Understanding("chosen", (Candidate(followed, 0.9, ()),))
        return self.interpreter.interpret(reading, lent)

    def _by_clause(self, question: Question, whole: Reading, refused: Understanding) -> tuple[Reading, Understanding]:
        """Of a message that is not understood as a whole, the clause that is; the others lend it their names."""
        for number, part in enumerate(parts_to_try(question.text)):
            if len(part.strip()) == len(question.text.strip()):
                continue
            mends = number < _MOST_MENDED or not is_long(question.text)
            reading = self.interpreter.read(part, question.today, whole.lang, mends)
            if not may_stand_alone(reading, whole, date.min if is_long(question.text) else question.today):
                continue
            lent = inheritance(reading, mentioning(whole, reading), self._is_person)
            understanding = self.interpreter.interpret(reading, lent)
            if understanding.verdict not in NOT_CHOSEN and not (whole.mentions and self._is_talk(understanding)):
                return reading, understanding
        return whole, refused

    def _is_talk(self, understanding: Understanding) -> bool:
        """Whether a clause is a greeting and the like: no answer to what else was said."""
        spec = self.knowledge.intents.get(understanding.candidates[0].interpretation.intent)
        return spec is not None and spec.status in ("chitchat", "help")

    def _recalled(
        self, question: Question, reading: Reading, lent: Inheritance, lang: Lang
    ) -> tuple[Answer, Interpretation] | None:
        """For what is understood and not known: the facts that tell of it in words of their own."""
        found = self.interpreter.recalled(reading, lent)
        if found is None:
            return None
        knowledge = known_on(self.knowledge, question.today)
        answer = compose_reply(found.interpretation, knowledge, question.today, lang)
        return (answer, found.interpretation) if answer.status == "answered" else None

    def _is_person(self, entity_id: str) -> bool:
        return self.knowledge.entities[entity_id].type == "person"

    def _answered(
        self, question: Question, understanding: Understanding, reading: Reading, session: Session, lang: Lang
    ) -> tuple[Answer, Interpretation | None, tuple[Choice, ...]]:
        """Look up and compose by the verdict; only a chosen reading may be answered from the knowledge."""
        knowledge, today = known_on(self.knowledge, question.today), question.today
        if understanding.verdict in ("chosen", "unheld"):
            told = edition_told(knowledge, session.reply.fact_ids) if session.reply is not None else None
            meant = continued(understanding.candidates[0].interpretation, session, told)
            return compose_reply(meant, knowledge, today, lang, ReplyContext(session.reply)), meant, ()
        if understanding.verdict == "ambiguous":
            choices = choices_of(understanding, knowledge, lang)
            asked = next((mention.text for mention in reading.mentions if len(mention.entity_ids) > 1), None)
            return clarify([choice.label for choice in choices], knowledge, today, lang, asked), None, choices
        if understanding.verdict == "out_of_scope":
            return out_of_scope(knowledge, today, lang), None, ()
        if understanding.verdict == "unknown_name":
            return unknown(knowledge, today, lang, (), understanding.near_ids, " ".join(reading.unknown)), None, ()
        return self._unknown(question, reading, lang), None, ()

    def _unknown(self, question: Question, reading: Reading, lang: Lang) -> Answer:
        about = [mention.entity_ids[0] for mention in reading.mentions]
        return unknown(known_on(self.knowledge, question.today), question.today, lang, about)


def _default_lang(question: Question, session: Session) -> Lang:
    """The language of an utterance that does not show one (``KCCI?``)."""
    return question.lang or session.lang or session.spoken or "en"
