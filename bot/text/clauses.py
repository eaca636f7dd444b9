"""Where one message falls into sentences and clauses. The one rule: a clause keeps its place, so that what is found in
it can be quoted from the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

LONGEST_QUESTION = 400
"""Characters; a longer stretch is a text in which something may be asked, not a question."""
_MOST_TRIED = 600
"""Characters of a text in which a question is looked for from its end on."""

_SENTENCE = re.compile(r"(?<=[?!。？！…\n;；])|(?<=\.)(?=\s)")
_CLAUSE = re.compile(r"(?<=[?!。？！…\n;；,、，:：])|(?<=\.)(?=\s)|(?<=\s[-–—])(?=\s)")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each as the whole text with everything else blanked out; empty ones are left out."""
    return tuple(_blanked(text, _SENTENCE))


def clauses(text: str) -> tuple[str, ...]:
    """As ``sentences``, parted at commas, colons and dashes too."""
    return tuple(_blanked(text, _CLAUSE))


def parts_to_try(text: str) -> Iterator[str]:
    """Where a text may ask something: its sentences, then its clauses, the last first. Of a long text only those at
    its end, and the one it begins with."""
    for parts in (sentences(text), clauses(text)):
        sizes = accumulate(len(part.strip()) for part in reversed(parts))
        tried = sum(size <= _MOST_TRIED for size in sizes)
        first = parts[: 1 if tried < len(parts) else 0]
        for part in (*reversed(parts[len(parts) - tried :]), *first):
            if len(part.strip()) <= LONGEST_QUESTION:
                yield part


def _blanked(text: str, borders: re.Pattern[str]) -> Iterator[str]:
    start = 0
    for end in (*(found.start() for found in borders.finditer(text)), len(text)):
        if any(character.isalnum() for character in text[start:end]):
            yield " " * start + text[start:end] + " " * (len(text) - end)
        start = end
