"""Where one message falls into sentences and clauses. The one rule: a clause keeps its place, so that what is found in
it can be quoted from the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, takewhile

_LONGEST_QUESTION = 400
"""Characters; a longer stretch is a text in which something may be asked, not a question."""
_MOST_TRIED = 240
"""Characters at the end of a text among which a question is looked for."""

_SENTENCE = re.compile(r"(?<=[?!。？！…\n;；])|(?<=\.)(?=\s)")
_CLAUSE = re.compile(r"(?<=[?!。？！…\n;；,、，:：])|(?<=\.)(?=\s)|(?<=\s[-–—])(?=\s)")

_Span = tuple[int, int]


def is_long(text: str) -> bool:
    """Whether it is longer than any question."""
    return len(text) > _LONGEST_QUESTION


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each as the whole text with everything else blanked out; empty ones are left out."""
    return tuple(_blanked(text, span) for span in _spans(text, _SENTENCE))


def clauses(text: str) -> tuple[str, ...]:
    """As ``sentences``, parted at commas, colons and dashes too."""
    return tuple(_blanked(text, span) for span in _spans(text, _CLAUSE))


def parts_to_try(text: str) -> Iterator[str]:
    """Where a message may ask something: its sentences, then its clauses, the last first, none twice. Of a long one
    only those at its end, and the one it begins with."""
    seen: set[_Span] = set()
    for borders in (_SENTENCE, _CLAUSE):
        spans = list(_spans(text, borders))
        tried = spans if not is_long(text) else [*spans[:1], *_last_of(spans[1:])]
        for start, end in reversed(tried):
            if end - start <= _LONGEST_QUESTION and (start, end) not in seen:
                seen.add((start, end))
                yield _blanked(text, (start, end))


def _last_of(spans: list[_Span]) -> list[_Span]:
    """As many of the last spans as hold so many characters together, one at least."""
    sizes = accumulate(end - start for start, end in reversed(spans))
    many = sum(1 for _ in takewhile(lambda size: size <= _MOST_TRIED, sizes))
    return spans[-max(1, many) :]


def _spans(text: str, borders: re.Pattern[str]) -> Iterator[_Span]:
    start = 0
    for end in (*(found.start() for found in borders.finditer(text)), len(text)):
        if any(map(str.isalnum, text[start:end])):
            yield start, end
        start = end


def _blanked(text: str, span: _Span) -> str:
    start, end = span
    return " " * start + text[start:end] + " " * (len(text) - end)
