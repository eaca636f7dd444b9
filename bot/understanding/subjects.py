"""Whom a question may be about: the rows of entities that its mentions, or an earlier turn, allow.

The one rule: a row either fits a pattern's groups or leaves something over, and what is left over counts against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice, product

from bot.knowledge.base import KnowledgeBase
from bot.model.understanding import Inheritance, Mention, Reading

GROUPS: Mapping[str, str] = {
    "organization": "body",
    "initiative": "body",
    "person": "person",
    "event_series": "series",
    "event": "series",
    "sector": "sector",
    "field": "field",
}
"""Entity type → the group that patterns speak of."""

_HELD_TYPES = frozenset({"event_series", "event", "initiative"})
_MOST_ROWS = 24
_LONG_NAME = 4
_ANOTHER_POST = frozenset("else post chamber_word association federation_word body".split())
_UNSURE_RULES = frozenset({"weak", "family"})
_HEAD_ROLES = frozenset({"chair", "president", "director-general"})


@dataclass(frozen=True, slots=True)
class Row:
    """Entities that may be asked about together, with their groups.

    ``context_ids``: entities named only to say more of a subject (a person's company). ``left_over``: how many are
    named and not accounted for. ``inherited``: how far back the subjects come from, 0 where they are named.
    ``inherited_intent``: whether what is asked may be the earlier turn's. ``is_sure``: whether at least one of them
    is named by a name that means nothing else. ``is_held``: whether it is a series or an initiative that the context
    holds.
    """

    subject_ids: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    context_ids: tuple[str, ...] = ()
    left_over: int = 0
    inherited: int = 0
    inherited_intent: bool = False
    is_sure: bool = True
    is_held: bool = False

    @property
    def distance(self) -> int:
        """How far the row is from what was named: inherited subjects, and context. The bodies that hold a series or an
        initiative say which one is meant, and are no distance."""
        return self.inherited + (0 if self.is_held else len(self.context_ids))


def group_of(knowledge: KnowledgeBase, entity_id: str) -> str:
    return GROUPS[knowledge.entities[entity_id].type]


def subject_rows(knowledge: KnowledgeBase, reading: Reading, inheritance: Inheritance) -> tuple[Row, ...]:
    """Rows of the entities mentioned, each with and without its context; inherited ones where nothing is mentioned.

    A body beside a word for its head, in a question that speaks of a head again, stands for that person ("the chairman
    of Samyang leads …"); two bodies may stand for the series that they hold together.
    """
    if not _meant(knowledge, reading):
        inherited = _inherited_rows(knowledge, inheritance)
        return inherited if inheritance.is_pointed_at else (Row(), *inherited)
    rows = []
    mentions = _meant(knowledge, reading)
    options = [_meant_by(knowledge, reading, mention) for mention in mentions]
    for chosen in islice(product(*options), _MOST_ROWS):
        named = tuple(dict.fromkeys(chosen))
        rows.append(_row(knowledge, named, inherited_intent=inheritance.last is not None))
        rows += _smaller_rows(knowledge, named)
        rows += _series_rows(knowledge, named)
        rows += _joined_rows(knowledge, named, inheritance)
    unsure = _unsure_ids(knowledge, reading, inheritance)
    return tuple(dict.fromkeys(replace(row, is_sure=not set(row.subject_ids) <= unsure) for row in rows))


def _unsure_ids(knowledge: KnowledgeBase, reading: Reading, inheritance: Inheritance) -> frozenset[str]:
    """Entities named only by a short weak alias or a family name, where no earlier turn speaks of the field."""
    if inheritance.last is not None:
        return frozenset()
    sure = {e for m in _meant(knowledge, reading) if not _is_unsure(knowledge, m) for e in m.entity_ids}
    return frozenset(e for m in reading.mentions for e in m.entity_ids) - sure


def _is_unsure(knowledge: KnowledgeBase, mention: Mention) -> bool:
    if mention.rule not in _UNSURE_RULES:
        return False
    is_sector = any(knowledge.entities[entity_id].type == "sector" for entity_id in mention.entity_ids)
    is_long = " " in mention.text.strip() if mention.text.isascii() else len(mention.text) >= _LONG_NAME
    return is_sector or not is_long


def _meant(knowledge: KnowledgeBase, reading: Reading) -> tuple[Mention, ...]:
    """The mentions but for those that are said not to be meant: "not Hokkaido", 홋카이도 말고, 北海道じゃなくて.

    The whole field ("Korea-Japan cooperation") is no subject of its own beside something in it.
    """
    told = [segment for segment in reading.segments if segment.kind not in ("skip", "particle")]
    denied: set[Mention | None] = set()
    for index, segment in enumerate(told):
        if "but_not" in segment.concepts:
            at = index + 1 if segment.text.isascii() else index - 1
            denied.update({told[at].mention} if 0 <= at < len(told) else ())
    kept = tuple(mention for mention in reading.mentions if mention not in denied) or reading.mentions
    in_the_field = tuple(m for m in kept if any(knowledge.entities[e].type != "field" for e in m.entity_ids))
    return in_the_field or kept


def _meant_by(knowledge: KnowledgeBase, reading: Reading, mention: Mention) -> tuple[str, ...]:
    if len(mention.entity_ids) == 1 and _describes_a_person(reading, mention):
        head = head_known_last(knowledge, mention.entity_ids[0])
        is_named = any(head in other.entity_ids for other in reading.mentions)
        return mention.entity_ids if head is None or is_named else (head,)
    return mention.entity_ids


def _describes_a_person(reading: Reading, mention: Mention) -> bool:
    """Whether a word for the head stands right beside the name, while another head is asked about elsewhere."""
    told = [segment for segment in reading.segments if segment.kind not in ("skip", "particle")]
    heads = [index for index, segment in enumerate(told) if "head" in segment.concepts]
    at = next(index for index, segment in enumerate(told) if segment.mention is mention)
    asks_of_another = len(reading.mentions) > 1 or bool(reading.concepts & _ANOTHER_POST)
    is_last = not any(place > at + 1 for place in heads)
    return at + 1 in heads and len(heads) > 1 and asks_of_another and not is_last


def head_known_last(knowledge: KnowledgeBase, body_id: str) -> str | None:
    """Who leads a body by the newest fact of an open term."""
    open_terms = [
        fact
        for fact in knowledge.facts_of(body_id, "leadership")
        if fact.period.end is None and fact.status == "held" and not fact.data.get("superseded")
    ]
    chairs = [fact for fact in open_terms if fact.data.get("role") in _HEAD_ROLES]
    person = chairs[-1].data.get("person") if chairs else None
    return person if isinstance(person, str) else None


def _series_rows(knowledge: KnowledgeBase, named: tuple[str, ...]) -> list[Row]:
    """The series that two named bodies hold together (of several, the one met most often), in their place."""
    if len(named) != 2:
        return []
    held = [
        {fact.subject_id for fact in knowledge.facts_naming(entity_id, "series") if entity_id in _named(fact.data)}
        for entity_id in named
    ]
    common = sorted(held[0] & held[1], key=lambda one: (-len(knowledge.facts_of(one, "edition")), one))
    return [_row(knowledge, (series_id,), named, is_held=True) for series_id in common[:1]]


def _smaller_rows(knowledge: KnowledgeBase, named: tuple[str, ...]) -> list[Row]:
    """The entities named less one, or all but one: the rest is context where the facts of what is kept name it."""
    kept_sets = [tuple(e for e in named if e != dropped) for dropped in named] if len(named) > 1 else []
    if len(named) > 2:
        kept_sets += [(kept,) for kept in named]
        alike = [tuple(e for e in named if group_of(knowledge, e) == group) for group in ("person", "body", "series")]
        kept_sets += [kept for kept in alike if 1 < len(kept) < len(named) - 1]
    rows = []
    for kept in kept_sets:
        rest = tuple(e for e in named if e not in kept)
        related = tuple(e for e in rest if any(belongs_to(knowledge, e, subject) for subject in kept))
        is_held = len(kept) == 1 and knowledge.entities[kept[0]].type in _HELD_TYPES
        rows.append(_row(knowledge, kept, related, left_over=len(rest) - len(related), is_held=is_held))
    return rows


def _inherited_rows(knowledge: KnowledgeBase, inheritance: Inheritance) -> tuple[Row, ...]:
    has_last = inheritance.last is not None
    rows = [
        _row(knowledge, (entity_id,), inherited=index + 1, inherited_intent=has_last)
        for index, entity_id in enumerate(inheritance.subject_ids)
    ]
    if inheritance.last is not None and len(inheritance.last.subject_ids) != 1:
        rows.append(_row(knowledge, inheritance.last.subject_ids, inherited=1, inherited_intent=True))
    return tuple(rows)


def _joined_rows(knowledge: KnowledgeBase, named: tuple[str, ...], inheritance: Inheritance) -> list[Row]:
    """One entity named and one of the focus: "how is it connected with …"."""
    if len(named) != 1:
        return []
    others = [entity_id for entity_id in inheritance.subject_ids[:2] if entity_id not in named]
    return [_row(knowledge, (other, *named), inherited=index + 2) for index, other in enumerate(others)]


def _row(
    knowledge: KnowledgeBase,
    subject_ids: tuple[str, ...],
    context_ids: tuple[str, ...] = (),
    *,
    left_over: int = 0,
    inherited: int = 0,
    inherited_intent: bool = False,
    is_held: bool = False,
) -> Row:
    groups = tuple(group_of(knowledge, entity_id) for entity_id in subject_ids)
    return Row(subject_ids, groups, context_ids, left_over, inherited, inherited_intent, is_held=is_held)


def belongs_to(knowledge: KnowledgeBase, context_id: str, subject_id: str) -> bool:
    """Whether the facts of one entity name the other: a person's company, a body's head, a sector's association."""
    return context_id in knowledge.neighbours_of(subject_id)


def _named(data: Mapping[str, object]) -> set[str]:
    found: set[str] = set()
    for value in data.values():
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, tuple):
            found.update(part for part in value if isinstance(part, str))
    return found
