"""From an interpretation to an answer. Read this first: each intent has its composer, and every draft is cited alike.

The one rule: nothing counts as answered without a fact and a source under it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from bot.answering import refusals
from bot.answering.agreements import compose_agreement
from bot.answering.bodies import compose_body
from bot.answering.changes import compose_changes
from bot.answering.citing import age_note, as_of_note, confirmed_on, doubt_notes, source_line, sources_of
from bot.answering.comparing import compose_compare
from bot.answering.counterparts import compose_counterpart
from bot.answering.doubts import compose_doubt
from bot.answering.editions import compose_edition
from bot.answering.inquiry import Answer, Draft, Inquiry, Note, ReplyContext
from bot.answering.leaders import compose_leader
from bot.answering.links import compose_connection
from bot.answering.lists import compose_list
from bot.answering.meetings import compose_meetings
from bot.answering.overview import compose_overview, compose_quote
from bot.answering.people import compose_person
from bot.answering.recalled import compose_fact, told
from bot.answering.regions import compose_region
from bot.answering.sectors import compose_sector
from bot.answering.series import compose_series
from bot.answering.sourcing import compose_confirm, compose_source
from bot.answering.suggestions import suggest
from bot.answering.tenures import compose_tenure
from bot.answering.unheld import compose_unheld
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Fact, Lang
from bot.model.understanding import Interpretation

_COMPOSERS: Mapping[str, Callable[[Inquiry], Draft]] = {
    "leader": compose_leader,
    "tenure": compose_tenure,
    "person": compose_person,
    "body": compose_body,
    "counterpart": compose_counterpart,
    "series": compose_series,
    "edition": compose_edition,
    "meetings": compose_meetings,
    "agreement": compose_agreement,
    "sector": compose_sector,
    "region": compose_region,
    "list": compose_list,
    "compare": compose_compare,
    "connection": compose_connection,
    "changes": compose_changes,
    "doubt": compose_doubt,
    "overview": compose_overview,
    "quote": compose_quote,
    "fact": compose_fact,
    "source": compose_source,
    "confirm": compose_confirm,
    "unheld": compose_unheld,
    "greeting": refusals.chitchat,
    "thanks": refusals.chitchat,
    "farewell": refusals.chitchat,
    "help": refusals.chitchat,
    "capabilities": refusals.chitchat,
    "language": refusals.chitchat,
}
_MOST_DOUBTED = 4
_MOST_DOUBTS = 2
_NOTHING = Interpretation("")
_NO_CONTEXT = ReplyContext()
_Item = TypeVar("_Item", str, Fact)


def compose_reply(
    interpretation: Interpretation,
    knowledge: KnowledgeBase,
    today: date,
    lang: Lang,
    context: ReplyContext | None = None,
) -> Answer:
    """The answer to a question as understood, in the language asked for, as of today."""
    if context is None or context == _NO_CONTEXT:
        return _composed_alone(interpretation, knowledge, today, lang)
    ask = Inquiry(interpretation, knowledge, today, lang, context)
    return _cited(ask, _draft(ask))


@lru_cache(maxsize=1024)
def _composed_alone(interpretation: Interpretation, knowledge: KnowledgeBase, today: date, lang: Lang) -> Answer:
    """The answer where nothing was said before; the same to whoever asks, so the last ones are kept."""
    ask = Inquiry(interpretation, knowledge, today, lang)
    return _cited(ask, _draft(ask))


def clarify(
    labels: Sequence[str], knowledge: KnowledgeBase, today: date, lang: Lang, asked: str | None = None
) -> Answer:
    """The question back: which of these is meant."""
    ask = Inquiry(_NOTHING, knowledge, today, lang)
    return _cited(ask, refusals.clarify(ask, labels, asked))


def unknown(
    knowledge: KnowledgeBase,
    today: date,
    lang: Lang,
    subject_ids: Sequence[str] = (),
    near_ids: Sequence[str] = (),
    asked: str | None = None,
) -> Answer:
    """About the field but not understood (``subject_ids``: of whom), or about a name not held (``asked``, close to
    ``near_ids``)."""
    ask = Inquiry(Interpretation("", tuple(subject_ids)), knowledge, today, lang)
    is_name = not subject_ids and (asked is not None or near_ids)
    return _cited(ask, refusals.unknown_name(ask, near_ids, asked) if is_name else refusals.not_understood(ask))


def out_of_scope(knowledge: KnowledgeBase, today: date, lang: Lang) -> Answer:
    ask = Inquiry(_NOTHING, knowledge, today, lang)
    return _cited(ask, refusals.out_of_scope(ask))


def chitchat(intent: str, knowledge: KnowledgeBase, today: date, lang: Lang) -> Answer:
    return compose_reply(Interpretation(intent), knowledge, today, lang)


def _draft(ask: Inquiry) -> Draft:
    composer = _COMPOSERS.get(ask.reading.intent, refusals.not_understood)
    draft = composer(ask)
    return draft if draft.status != "answered" else _with_details(ask, draft)


def _with_details(ask: Inquiry, draft: Draft) -> Draft:
    """The draft with the recalled facts that it does not tell itself."""
    shown = {fact.id for fact in draft.facts}
    facts = (fact for fact in ask.recalled if fact.id not in shown)
    return replace(draft, notes=(*draft.notes, *(Note(told(ask, fact), fact.id) for fact in facts)))


def _cited(ask: Inquiry, draft: Draft) -> Answer:
    """The draft with its doubts, its day, its sources and what may be asked next."""
    noted = (ask.knowledge.facts[note.fact_id] for note in draft.notes if isinstance(note, Note))
    facts = _each_once((*draft.facts, *noted))
    doubted = facts if draft.status == "answered" else tuple(fact for fact in facts if fact.kind == "series")
    doubts, told = doubt_notes(ask, doubted) if len(facts) <= _MOST_DOUBTED else ((), ())
    facts = _each_once((*facts, *told))
    sources = sources_of(ask.knowledge, facts)
    is_founded = draft.status != "answered" or bool(facts and sources)
    lines = (note.text if isinstance(note, Note) else note for note in draft.notes)
    notes = (*ask.context.remarks, *lines, *doubts[:_MOST_DOUBTS], *_day_notes(ask, draft))
    day = next((day for fact in facts if (day := confirmed_on(ask.knowledge, fact)) is not None), None)
    return Answer(
        status=draft.status if is_founded else "unknown",
        text=draft.text,
        notes=_each_once(note for note in notes if note and note not in draft.text),
        source_line=source_line(ask, sources),
        fact_ids=tuple(fact.id for fact in facts),
        sources=sources,
        as_of=str(day) if day is not None else None,
        suggestions=suggest(ask, draft.offers, _draft),
        focus=_each_once(draft.focus),
        holder_id=draft.holder_id,
        listed=draft.listed,
    )


def _day_notes(ask: Inquiry, draft: Draft) -> tuple[str, ...]:
    """As of when, unless the text says it; and that the last confirmation is old, if it is."""
    if not draft.facts:
        return ()
    main = draft.facts[0]
    notes = (None if draft.dated else as_of_note(ask, main), age_note(ask, main))
    return tuple(note for note in notes if note is not None)


def _each_once(items: Iterable[_Item]) -> tuple[_Item, ...]:
    """In order; facts are the same by id."""
    return tuple({getattr(item, "id", item): item for item in items}.values())
