"""Cuts spans into messages that Telegram takes. The one rule: it measures the text as it is after parsing, and cuts
where a reader would pause; a letter and its marks stay together."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bot.rendering.rich import Span

LONGEST_MESSAGE = 4096

_PAUSES = ("\n\n", "\n", ". ", "。", ", ", "、", " ")
_JOINER = "\u200d"
_MOST_MARKS = 64


def split(spans: Sequence[Span], limit: int = LONGEST_MESSAGE) -> tuple[tuple[Span, ...], ...]:
    """The spans as messages of at most ``limit`` code points, none of them blank."""
    text = "".join(span.text for span in spans)
    pages: list[tuple[Span, ...]] = []
    start = 0
    while start < len(text):
        end = _end_of_page(text, start, limit)
        page = text[start:end]
        first, last = start + len(page) - len(page.lstrip()), start + len(page.rstrip())
        if first < last:
            pages.append(_between(spans, first, last))
        start = end
    return tuple(pages)


def _end_of_page(text: str, start: int, limit: int) -> int:
    """Where the page ends that begins at ``start``: at the best pause of its second half, else at its limit."""
    end = start + limit
    if end >= len(text):
        return len(text)
    for pause in _PAUSES:
        mark = pause.rstrip()
        # The space after a mark may lie beyond the limit: it opens the next page, and goes with that page's edge.
        at = text.rfind(pause, start + max(1, limit // 2), end + len(pause) - len(mark))
        if at >= 0:
            return at + len(mark)
    return _before_marks(text, start, end)


def _before_marks(text: str, start: int, end: int) -> int:
    """The nearest place up to ``end`` that parts no letter from its marks; ``end`` where marks go on for ever."""
    for at in range(end, max(start, end - _MOST_MARKS), -1):
        if not _continues(text, at):
            return at
    return end


def _continues(text: str, at: int) -> bool:
    """Whether the character at ``at`` belongs to the one before it (accents, variation selectors, joined emoji)."""
    return text[at] == _JOINER or text[at - 1] == _JOINER or unicodedata.category(text[at])[0] == "M"


def _between(spans: Sequence[Span], first: int, last: int) -> tuple[Span, ...]:
    """The part of the spans from code point ``first`` to ``last``."""
    kept: list[Span] = []
    offset = 0
    for span in spans:
        text = span.text[max(0, first - offset) : max(0, last - offset)]
        if text:
            kept.append(Span(text, span.style, span.href))
        offset += len(span.text)
    return tuple(kept)
