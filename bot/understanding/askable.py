"""Which intents can be asked of which subjects. The one rule: an intent whose patterns do not allow a row of groups is
not even considered for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.knowledge.base import PAIR, IntentSpec, Pattern

Asked = tuple[IntentSpec, tuple[Pattern, ...]]
"""An intent, and those of its patterns that allow a row of groups; none where only the bare name asks for it."""

PAIRED = frozenset({("body", "body"), ("body", "person"), ("person", "person")})
"""The groups that two names with nothing asked of them may have, sorted."""


@dataclass(frozen=True)
class Askable:
    """The intents by the groups of subjects that they can be asked of, whatever their order."""

    _by_groups: Mapping[tuple[str, ...], tuple[Asked, ...]] = field(repr=False)

    @classmethod
    def of_intents(cls, intents: Iterable[IntentSpec]) -> Askable:
        specs = tuple(intents)
        rows = {_sorted(groups) for spec in specs for pattern in spec.patterns for groups in pattern.of}
        rows |= {row for spec in specs for row in _asked_bare(spec)}
        return cls({row: tuple(_asked_of(row, specs)) for row in sorted(rows)})

    def of(self, groups: Sequence[str]) -> tuple[Asked, ...]:
        """The intents that can be asked of these groups together, in the order of the intents."""
        return self._by_groups.get(_sorted(groups), ())


def _asked_of(row: tuple[str, ...], specs: Iterable[IntentSpec]) -> Iterable[Asked]:
    for spec in specs:
        patterns = tuple(pattern for pattern in spec.patterns if row in map(_sorted, pattern.of))
        if patterns or row in _asked_bare(spec):
            yield spec, patterns


def _asked_bare(spec: IntentSpec) -> frozenset[tuple[str, ...]]:
    """The groups whose bare names ask for the intent: one name, or two."""
    alone = frozenset((group,) for group in spec.default_for - {PAIR})
    return alone | PAIRED if PAIR in spec.default_for else alone


def _sorted(groups: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(groups))
