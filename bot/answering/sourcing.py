"""On whose word the last answer was, and how sure it is. The one rule: only the facts of that answer are cited."""

from __future__ import annotations

from bot.answering.citing import best_source, confirmed_on, described, doubt_notes, newest_confirmation, source_words
from bot.answering.figures import date_words
from bot.answering.inquiry import Draft, Inquiry
from bot.model.knowledge import Fact, Source

_MOST_TOLD = 5


def compose_source(ask: Inquiry) -> Draft:
    facts = _facts_before(ask)
    sources = _all_sources(ask, facts)
    if not sources:
        return Draft(ask.say("source", "none"), status="unknown")
    lines = [_full(ask, source) for source in sources[:_MOST_TOLD]]
    lead = ask.say(
        "source", "lead" if len(sources) > 1 else "lead_one", n=len(sources), first=source_words(ask, sources[0])
    )
    return Draft(lead, facts, tuple(lines), dated=True)


def compose_confirm(ask: Inquiry) -> Draft:
    facts = _facts_before(ask)
    if not facts:
        return Draft(ask.say("confirm", "none"), status="unknown")
    source = best_source(ask.knowledge, facts[0])
    day = confirmed_on(ask.knowledge, facts[0])
    case = "doubtful" if any(f.status != "held" or f.data.get("conflicts_with") for f in facts) else "sure"
    text = ask.say(
        "confirm", case, source=source_words(ask, source) if source else None, confirmed=date_words(ask, day)
    )
    newest = newest_confirmation(ask.knowledge, facts)
    notes = [ask.say("confirm", "fact", fact=described(ask, facts[0]))]
    doubts, told = doubt_notes(ask, facts)
    if newest is not None and day is not None and newest.last > day.last:
        notes.append(ask.say("confirm", "newest", date=date_words(ask, newest)))
    return Draft(text, (*facts, *told), (*notes, *doubts), dated=True)


def _facts_before(ask: Inquiry) -> tuple[Fact, ...]:
    previous = ask.context.previous
    if previous is None:
        return ()
    return tuple(ask.knowledge.facts[one] for one in previous.fact_ids if one in ask.knowledge.facts)


def _all_sources(ask: Inquiry, facts: tuple[Fact, ...]) -> tuple[Source, ...]:
    """The sources that the answer named, then the others of its main fact."""
    previous = ask.context.previous
    named = previous.sources if previous is not None else ()
    more = [ask.knowledge.sources[one] for fact in facts[:1] for one in fact.source_ids if one in ask.knowledge.sources]
    return tuple({source.id: source for source in (*named, *more)}.values())


def _full(ask: Inquiry, source: Source) -> str:
    return ask.form(
        "source-full",
        publisher=source.publisher,
        title=source.title,
        date=date_words(ask, source.published),
        url=source.url,
    )
