"""Similarity to example utterances: the tolerant witness beside the precise one of the concepts.

The one rule: names are masked by their group first, or the name would decide what is asked.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, groupby, pairwise
from typing import Any

from bot.model.understanding import Reading

_MASKS: Mapping[str, str] = {
    "body": "\ue001", "person": "\ue002", "series": "\ue003", "sector": "\ue004", "field": "\ue005",
}  # fmt: skip
_TIME_MASK = "\ue006"
_GRAM_SIZES = (2, 3)
_FEWEST_POSTINGS = 60
"""Features that more than an eighth of the examples share tell little, and are left out of the look-up."""


@dataclass(frozen=True, slots=True)
class Example:
    """An example utterance and its intent."""

    intent: str
    text: str


@dataclass(frozen=True)
class ExampleIndex:
    """The examples of one language, by feature; ``concepts`` and ``words`` are what each intent's examples say, the
    words being those that no entry explains."""

    examples: tuple[Example, ...]
    rarity: Mapping[str, float] = field(repr=False)
    concepts: Mapping[str, frozenset[str]] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)
    _by_feature: Mapping[str, Sequence[tuple[int, float]]] = field(repr=False)

    def plain(self) -> dict[str, Any]:
        """The index as values that JSON can hold."""
        return {
            "examples": [[one.intent, one.text] for one in self.examples],
            "rarity": dict(self.rarity),
            "concepts": {intent: sorted(found) for intent, found in self.concepts.items()},
            "words": {intent: sorted(found) for intent, found in self.words.items()},
            "features": dict(self._by_feature),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> ExampleIndex:
        examples = tuple(Example(*one) for one in plain["examples"])
        concepts, words = _frozen(plain["concepts"]), _frozen(plain["words"])
        return cls(examples, plain["rarity"], concepts, words, plain["features"])

    def similarities(self, features: Mapping[str, float], skip: str | None = None) -> Mapping[str, float]:
        """Intent → cosine with its nearest example, 0 to 1; ``skip`` leaves one example out."""
        dots = [0.0] * len(self.examples)
        for feature, weight in features.items():
            for index, other in self._by_feature.get(feature, ()):
                dots[index] += weight * other
        if skip is not None:
            dots = [0.0 if example.text == skip else dot for example, dot in zip(self.examples, dots, strict=True)]
        nearest: dict[str, float] = {}
        for intent, first, beyond in self._runs:
            nearest[intent] = max(nearest.get(intent, 0.0), *dots[first:beyond])
        return {intent: dot for intent, dot in nearest.items() if dot > 0}

    @cached_property
    def _runs(self) -> tuple[tuple[str, int, int], ...]:
        """Where the examples of one intent stand side by side."""
        borders = [0, *accumulate(len(list(run)) for _, run in groupby(self.examples, lambda one: one.intent))]
        return tuple((self.examples[first].intent, first, beyond) for first, beyond in pairwise(borders))

    def features_of(self, masked: str, concepts: Iterable[str]) -> Mapping[str, float]:
        return _weighted(Counter(_features(masked, concepts)), self.rarity)


def masked_text(reading: Reading, group_of: Callable[[str], str]) -> str:
    """The utterance with every name replaced by the mark of its group, times and numbers by theirs, without spaces."""
    parts = []
    for segment in reading.segments:
        if segment.mention is not None:
            parts.append(_MASKS[group_of(segment.mention.entity_ids[0])])
        elif segment.kind in ("time", "ordinal"):
            parts.append(_TIME_MASK)
        else:
            parts.append(segment.text.casefold().strip())
    return " ".join(part for part in parts if part)


def build_examples(read: Iterable[tuple[str, str, Reading, str]]) -> ExampleIndex:
    """Index examples given as (intent, text, reading, masked text)."""
    counted = []
    words: dict[str, set[str]] = {}
    concepts: dict[str, set[str]] = {}
    for intent, text, reading, masked in read:
        counted.append((intent, text, Counter(_features(masked, reading.concepts))))
        concepts.setdefault(intent, set()).update(reading.concepts)
        words.setdefault(intent, set()).update(word.casefold() for word in reading.unknown)
    frequency = Counter(feature for _, _, counts in counted for feature in counts)
    rarity = {feature: math.log(1 + len(counted) / count) for feature, count in frequency.items()}
    examples = tuple(Example(intent, text) for intent, text, _ in counted)
    by_feature: dict[str, list[tuple[int, float]]] = {}
    for index, (_, _, counts) in enumerate(counted):
        for feature, weight in _weighted(counts, rarity).items():
            by_feature.setdefault(feature, []).append((index, weight))
    most = max(_FEWEST_POSTINGS, len(examples) // 8)
    postings = {feature: tuple(found) for feature, found in by_feature.items() if len(found) <= most}
    return ExampleIndex(examples, rarity, _frozen(concepts), _frozen(words), postings)


def _frozen(sets: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    return {intent: frozenset(members) for intent, members in sets.items()}


def filled(text: str, names: Mapping[str, str]) -> str:
    """An example with names in place of its ``{slots}``, so that it is read just as an utterance is."""
    for slot, name in names.items():
        text = text.replace("{" + slot + "}", name)
    return text


def _features(masked: str, concepts: Iterable[str]) -> Iterator[str]:
    padded = f" {masked} "
    for size in _GRAM_SIZES:
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]
    for concept in sorted(concepts):
        yield from (f"concept {concept}",) * 3


def _weighted(counts: Counter[str], rarity: Mapping[str, float]) -> Mapping[str, float]:
    unseen = max(rarity.values(), default=1.0)
    weights = {feature: count * rarity.get(feature, unseen) for feature, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {feature: weight / length for feature, weight in weights.items()}
