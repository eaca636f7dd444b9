"""Changes in words a reader understands. The one rule: every sentence is in ``Phrases``; what is put into it comes from
the knowledge, so that another language needs its phrases and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from bot.answering.citing import best_source
from bot.curation.differences import Change, Value, is_over
from bot.curation.posts import label
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import COUNTED
from bot.model.dates import Period
from bot.model.knowledge import Fact, Lang, Source

Phrases = Mapping[str, str]
ENGLISH: Phrases = {
    "subject-added": "new: {type}",
    "subject-removed": "removed: {type}",
    "subject-changed": "{field}: {change}",
    "name-added": "new name: {after} ({field}, {part})",
    "name-removed": "name removed: {after} ({field}, {part})",
    "name-changed": "{field} in {part}: {change}",
    "name-changed-strength": "{record} ({part}): {change}",
    "fact-added": "new {kind}: {fact}",
    "fact-added-leadership": "new {role}: {fact}",
    "fact-added-past": "term of office added: {what}, {fact}",
    "fact-added-edition": "new meeting: {fact}",
    "fact-removed": "removed {kind}: {fact}",
    "fact-moved": "{record} stood under {before} before",
    "fact-changed": "{what}, {field}: {change}",
    "term-ended": "{person} is {role} no more: until {after}",
    "term-ended-undated": "{person} is {role} no more; since when is not known",
    "source-added": "new: {source}",
    "source-removed": "removed: {source}",
    "source-changed": "{record}, {field}: {change}",
    "words-added": "new: {record}",
    "words-removed": "removed: {record}",
    "words-changed": "changed: {record}",
    "changed": "{before} → {after}",
    "came": "now {after}",
    "went": "no longer {before}",
    "more": "added {items}",
    "less": "removed {items}",
    "from": "from {start}",
    "to": "until {end}",
    "on": "on {start}",
    "number": "no. {number}",
    "status": "({status})",
    "cited": "{text} [{source}]",
    "head-of-sources": "Sources",
    "head-of-words": "Words",
    "head": "{name} ({id})",
    "nothing": "Nothing has changed.",
}
_TEXT_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Telling:
    """Both states of the knowledge, and the language that changes are told in."""

    old: KnowledgeBase
    new: KnowledgeBase
    phrases: Phrases = field(default_factory=lambda: ENGLISH)
    lang: Lang = "en"

    def say(self, phrase: str, **slots: object) -> str:
        return self.phrases[phrase].format(**slots)

    def name(self, id_: str | None) -> str:
        entity = self.new.entities.get(id_ or "") or self.old.entities.get(id_ or "")
        return entity.short.get(self.lang, entity.id) if entity is not None else id_ or ""

    def fact(self, id_: str) -> Fact | None:
        return self.new.facts.get(id_) or self.old.facts.get(id_)

    def label(self, group: str, id_: str) -> str:
        return label(self.new, group, id_, self.lang)


def tell(changes: Iterable[Change], telling: Telling) -> Iterator[str]:
    """The lines that tell of the changes: a heading for each subject, below it what changed."""
    groups = [(head, list(rows)) for head, rows in groupby(changes, key=lambda one: _head(one, telling))]
    if not groups:
        yield telling.say("nothing")
    for place, (head, rows) in enumerate(groups):
        yield from ("", head) if place else (head,)
        yield from (f"  {_line(change, telling)}" for change in rows)


def _head(change: Change, telling: Telling) -> str:
    if change.subject_id is None:
        return telling.say("head-of-sources" if change.what.startswith("source") else "head-of-words")
    return telling.say("head", name=telling.name(change.subject_id), id=change.subject_id)


def _line(change: Change, telling: Telling) -> str:
    fact = telling.fact(change.record)
    text = telling.say(_phrase(change, fact, telling), **_slots(change, fact, telling))
    source = best_source(telling.new, fact) if fact is not None and change.what != "fact-removed" else None
    return telling.say("cited", text=text, source=_named(source)) if source is not None else text


def _phrase(change: Change, fact: Fact | None, telling: Telling) -> str:
    """The phrase made for this very case, or the one for all of its sort."""
    if change.what == "term-ended" and change.after is None:
        return "term-ended-undated"
    if change.what == "fact-added" and fact is not None and fact.kind == "leadership" and is_over(fact):
        return "fact-added-past"
    special = f"{change.what}-{fact.kind if fact is not None else change.field}"
    return special if special in telling.phrases else change.what


def _slots(change: Change, fact: Fact | None, telling: Telling) -> dict[str, object]:
    entity = telling.new.entities.get(change.subject_id or "") or telling.old.entities.get(change.subject_id or "")
    source = telling.new.sources.get(change.record) or telling.old.sources.get(change.record)
    slots: dict[str, object] = {
        "type": telling.label("types", entity.type) if entity is not None else "",
        "record": change.record,
        "field": " ".join(part for part in (change.field.replace("_", " "), change.part) if part),
        "part": change.part,
        "before": _shown(change.before, telling),
        "after": _shown(change.after, telling),
        "change": _change(change, telling),
        "source": f"{source.id}: {_named(source)}, {source.title}" if source is not None else "",
    }
    if change.what.startswith("name"):
        slots["field"] = change.field
    return slots | (_fact_slots(fact, telling) if fact is not None else {})


def _fact_slots(fact: Fact, telling: Telling) -> dict[str, object]:
    person, kind = telling.name(str(fact.data.get("person", ""))), fact.kind.replace("-", " ")
    role = telling.label("roles", str(fact.data.get("role", "")))
    what = f"{person} as {role}" if fact.kind == "leadership" else f"{kind} {fact.id}"
    return {"kind": kind, "person": person, "role": role, "what": what, "fact": _described(fact, telling)}


def _described(fact: Fact, telling: Telling) -> str:
    """A fact in a few words: whom and what it names, when, and how sure it is."""
    named = [telling.name(str(fact.data[key])) for key in ("person", "partner") if key in fact.data]
    number = fact.data.get("edition")
    named += [telling.say("number", number=number)] if number is not None else []
    place = fact.data.get("place")
    named += [str(place[telling.lang])] if isinstance(place, Mapping) and telling.lang in place else []
    named += [f"{key} {fact.data[key]}" for key in COUNTED if key in fact.data]
    text = fact.text.get(telling.lang) if fact.kind not in ("leadership", "edition") else None
    parts = [*named, *_span(fact, telling), *([_cut(text)] if text else [])]
    told = ", ".join(parts) or fact.id
    return told if fact.status == "held" else f"{told} {telling.say('status', status=fact.status)}"


def _span(fact: Fact, telling: Telling) -> list[str]:
    period: Period = fact.period
    if period.start is not None and fact.kind not in ("leadership", "counterpart", "seat", "role"):
        return [telling.say("on", start=period.start)]
    start = [telling.say("from", start=period.start)] if period.start is not None else []
    return start + ([telling.say("to", end=period.end)] if period.end is not None else [])


def _change(change: Change, telling: Telling) -> str:
    if isinstance(change.before, tuple) or isinstance(change.after, tuple):
        return _listed(change, telling)
    before, after = _shown(change.before, telling), _shown(change.after, telling)
    if isinstance(change.before, str) and isinstance(change.after, str) and len(change.after) > _TEXT_SHOWN:
        before, after = _from_where_they_differ(change.before, change.after)
    if change.before is None or change.after is None:
        return telling.say("came" if change.before is None else "went", before=before, after=after)
    return telling.say("changed", before=before, after=after)


def _listed(change: Change, telling: Telling) -> str:
    """What came to a list and what left it."""
    before, after = (value if isinstance(value, tuple) else () for value in (change.before, change.after))
    more, less = [one for one in after if one not in before], [one for one in before if one not in after]
    told = [telling.say("more", items=", ".join(more))] if more else []
    told += [telling.say("less", items=", ".join(less))] if less else []
    return "; ".join(told) or telling.say("changed", before=", ".join(before), after=", ".join(after))


def _shown(value: Value, telling: Telling) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = ", ".join(value) if isinstance(value, tuple) else str(value if value is not None else "")
    return telling.name(text) if text in telling.new.entities or text in telling.old.entities else _cut(text)


def _from_where_they_differ(before: str, after: str) -> tuple[str, str]:
    """Two long texts without the words that both begin with."""
    alike = next((i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), len(before))
    start = before.rfind(" ", 0, alike) + 1
    dots = "…" if start else ""
    return _cut(dots + before[start:]), _cut(dots + after[start:])


def _cut(text: str) -> str:
    return text if len(text) <= _TEXT_SHOWN else text[: _TEXT_SHOWN - 1].rstrip() + "…"


def _named(source: Source) -> str:
    return source.publisher if source.published is None else f"{source.publisher}, {source.published}"
