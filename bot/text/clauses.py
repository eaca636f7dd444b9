"""Where one message falls into sentences and clauses. The one rule: a clause keeps its place, so that what is found in
it can be quoted from the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"(?<=[?!。？！…\n;；])|(?<=\.)(?=\s)")
_CLAUSE = re.compile(r"(?<=[?!。？！…\n;；,、，:：])|(?<=\.)(?=\s)|(?<=\s[-–—])(?=\s)")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each as the whole text with everything else blanked out; empty ones are left out."""
    return tuple(_blanked(text, _SENTENCE))


def clauses(text: str) -> tuple[str, ...]:
    """As ``sentences``, parted at commas, colons and dashes too."""
    return tuple(_blanked(text, _CLAUSE))


def _blanked(text: str, borders: re.Pattern[str]) -> Iterator[str]:
    start = 0
    for end in (*(found.start() for found in borders.finditer(text)), len(text)):
        if any(character.isalnum() for character in text[start:end]):
            yield " " * start + text[start:end] + " " * (len(text) - end)
        start = end
