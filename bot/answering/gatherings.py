"""One meeting of a series out of the facts that tell of it. The one rule: of two facts, the one that is held leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.answering.fields import counts_of, number_of, text_of, words_of
from bot.answering.relations import editions
from bot.knowledge.base import KnowledgeBase
from bot.model.dates import Period
from bot.model.knowledge import Fact, Lang

_TAKES_PLACE = ("held", "unconfirmed", "disputed")


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting: the facts about it, the fullest first."""

    facts: tuple[Fact, ...]

    @property
    def main(self) -> Fact:
        return self.facts[0]

    @property
    def series_id(self) -> str:
        return self.main.subject_id

    @property
    def number(self) -> int | None:
        return next((n for fact in self.facts if (n := number_of(fact, "edition")) is not None), None)

    @property
    def period(self) -> Period:
        return self.main.period

    @property
    def status(self) -> str:
        return self.main.status

    @property
    def day(self) -> date:
        return self.period.start.first if self.period.start is not None else date.min

    def text(self, field: str, lang: Lang) -> str | None:
        return next((text for fact in self.facts if (text := text_of(fact, field, lang))), None)

    def people(self, field: str) -> tuple[str, ...]:
        return next((ids for fact in self.facts if (ids := words_of(fact, field))), ())

    def counts(self) -> Mapping[str, int]:
        return next((found for fact in self.facts if (found := counts_of(fact, "attendance"))), {})

    def took_place_by(self, today: date) -> bool:
        return self.status in _TAKES_PLACE and self.day <= today

    def is_ahead(self, today: date) -> bool:
        start = self.period.start
        return (
            self.status not in ("not-held", "postponed")
            and start is not None
            and start.last > today
            and (self.day > today or self.status == "announced")
        )


def gatherings(knowledge: KnowledgeBase, series_id: str) -> tuple[Gathering, ...]:
    """The meetings of a series, oldest first: facts with one number and one date tell of one meeting."""
    groups: list[list[Fact]] = []
    for fact in editions(knowledge, series_id):
        group = next((group for group in groups if _same(group[0], fact)), None)
        if group is None:
            groups.append([fact])
        else:
            group.append(fact)
    found = [Gathering(tuple(sorted(group, key=_fullest))) for group in groups]
    return tuple(sorted(found, key=lambda one: (one.day, one.number or 0, one.main.id)))


def _same(one: Fact, other: Fact) -> bool:
    numbers = number_of(one, "edition"), number_of(other, "edition")
    if None not in numbers:
        return numbers[0] == numbers[1]
    return one.period.start is not None and one.period.start == other.period.start


def _fullest(fact: Fact) -> tuple[bool, bool, int, str]:
    """Held before announced, dated to the day before vague, then by how much is told."""
    start = fact.period.start
    return (fact.status != "held", start is None or start.day is None, -len(fact.data), fact.id)
