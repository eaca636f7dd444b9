"""On whose word: sources, the line that names them, the day they hold for, and what is doubtful about the facts."""

from __future__ import annotations

from datetime import timedelta

from bot.answering.fields import words_of
from bot.answering.figures import date_words, span_words
from bot.answering.inquiry import Inquiry
from bot.answering.lookup import holder_of, is_over
from bot.answering.names import name, title_of
from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate
from bot.model.knowledge import Fact, Source

_BEST_FIRST = ("body", "government", "press", "trade", "research", "aggregator")
_MOST_NAMED = 2
OLD_AFTER = timedelta(days=548)
_DATED_KINDS = frozenset({"founding", "edition", "quote", "activity", "agreement"})
_STATUSES_SAID = ("unconfirmed", "disputed")


def best_source(knowledge: KnowledgeBase, fact: Fact) -> Source | None:
    """The best by quality, then the newest."""
    sources = [knowledge.sources[name] for name in fact.source_ids if name in knowledge.sources]
    return min(sources, key=_rank, default=None)


def _rank(source: Source) -> tuple[int, int, str]:
    quality = _BEST_FIRST.index(source.quality) if source.quality in _BEST_FIRST else len(_BEST_FIRST)
    return (quality, -_published(source), source.id)


def sources_of(knowledge: KnowledgeBase, facts: tuple[Fact, ...]) -> tuple[Source, ...]:
    """The best source of each fact, the main fact's first, each once; of the main fact also the newest."""
    best = [best_source(knowledge, fact) for fact in facts]
    best[1:1] = [newest_source(knowledge, fact) for fact in facts[:1]]
    return tuple({source.id: source for source in best if source is not None}.values())


def newest_source(knowledge: KnowledgeBase, fact: Fact) -> Source | None:
    """The source that vouches for a fact last."""
    sources = [knowledge.sources[name] for name in fact.source_ids if name in knowledge.sources]
    dated = [source for source in sources if source.published is not None]
    return min(dated, key=lambda source: (-_published(source), _rank(source)), default=None)


def _published(source: Source) -> int:
    return source.published.last.toordinal() if source.published is not None else 0


def source_line(ask: Inquiry, sources: tuple[Source, ...]) -> str | None:
    """``Source: Nippon.com, 2 June 2025``."""
    if not sources:
        return None
    of_the_time = tuple(source for source in sources if not _is_later(ask, source))
    named = [source_words(ask, source) for source in (of_the_time or sources)[:_MOST_NAMED]]
    named = list(dict.fromkeys(named))
    items = ask.lexicon.formats["clause-separator"].join(named)
    if not of_the_time:
        return ask.say("common", "source_later", sources=items)
    return ask.say("common", "source" if len(named) == 1 else "sources", sources=items)


def _is_later(ask: Inquiry, source: Source) -> bool:
    """Whether it came out after the day on which is asked."""
    return source.published is not None and source.published.first > ask.today


def source_words(ask: Inquiry, source: Source) -> str:
    return ask.form("source", publisher=source.publisher, date=date_words(ask, source.published))


def confirmed_on(knowledge: KnowledgeBase, fact: Fact) -> PartialDate | None:
    """The newest day a source vouches for a fact; where none was noted, that of its newest source, or
    else of what it tells of."""
    if fact.confirmed is not None:
        return fact.confirmed
    published = [knowledge.sources[name].published for name in fact.source_ids if name in knowledge.sources]
    seen_on = knowledge.seen_on
    dates = [day for day in published if day is not None and (seen_on is None or day.first <= seen_on)]
    return max(dates, key=lambda day: (day.last, str(day)), default=fact.period.start)


def as_of_note(ask: Inquiry, fact: Fact) -> str | None:
    """The day a fact is known to hold for; a dated happening says it itself."""
    day = confirmed_on(ask.knowledge, fact)
    if day is None or fact.kind in _DATED_KINDS or (fact.period.end is not None and fact.kind != "membership"):
        return None
    return ask.say("common", "as_of", date=date_words(ask, day))


def age_note(ask: Inquiry, fact: Fact) -> str | None:
    """A warning where the last confirmation of something still open is old."""
    day = confirmed_on(ask.knowledge, fact)
    if fact.kind == "leadership" and is_over(ask.knowledge, fact, ask.today):
        return None
    is_open = fact.kind in ("leadership", "membership", "sector-status") and (
        fact.period.end is None or fact.kind == "membership"
    )
    if day is None or not is_open or ask.today - day.last <= OLD_AFTER:
        return None
    return ask.say("common", "old", date=date_words(ask, day))


def doubt_notes(ask: Inquiry, facts: tuple[Fact, ...]) -> tuple[tuple[str, ...], tuple[Fact, ...]]:
    """What is corrected, contested or unconfirmed about the facts, and the facts that say so."""
    notes: list[str] = []
    told: list[Fact] = []
    ids = {fact.id for fact in facts}
    for correction in corrections_of(ask.knowledge, facts):
        notes.append(ask.say("common", "correction", text=correction.text.get(ask.lang)))
        told.append(correction)
    for fact in facts:
        rivals = [ask.knowledge.facts[one] for one in words_of(fact, "conflicts_with") if one in ask.knowledge.facts]
        for rival in rivals:
            if rival.id not in ids and rival.kind != "correction":
                notes.append(ask.say("common", "conflict", other=described(ask, rival)))
                told.append(rival)
    notes += [ask.say("common", fact.status) for fact in facts[:1] if fact.status in _STATUSES_SAID and not told]
    return tuple(dict.fromkeys(notes)), tuple(told)


def corrections_of(knowledge: KnowledgeBase, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The corrections that name one of these facts."""
    ids = {fact.id for fact in facts}
    subjects = {fact.subject_id for fact in facts} | {holder_of(fact) for fact in facts if holder_of(fact)}
    found = [c for subject in sorted(subjects) for c in knowledge.facts_of(subject, "correction")]
    return tuple(c for c in found if ids & {*c.corrects, *words_of(c, "corrects")})


def described(ask: Inquiry, fact: Fact) -> str:
    """A fact in a few words: for a term of office who, what and when; else its own text."""
    if fact.kind == "leadership":
        person, body = name(ask, holder_of(fact)), name(ask, fact.subject_id)
        span = span_words(ask, fact.period)
        return ask.form("term", holder=person, title=title_of(ask, fact), body=body, span=span)
    return fact.text.get(ask.lang) or span_words(ask, fact.period) or fact.id


def newest_confirmation(knowledge: KnowledgeBase, facts: tuple[Fact, ...]) -> PartialDate | None:
    dates = [day for fact in facts if (day := confirmed_on(knowledge, fact)) is not None]
    return max(dates, key=lambda day: day.last, default=None)
