"""Replies in the HTML that Telegram reads. The one rule: every character from outside goes through ``escape``, and a
message is cut before it is marked up, so no tag and no entity is ever cut."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model.conversation import Reply
from bot.model.knowledge import Source
from bot.rendering.rich import Span, clean, spans_of, spans_of_sources
from bot.rendering.split import LONGEST_MESSAGE, split

# Telegram reads at most 32 KiB of markup, whatever is left of it: an answer full of long links meets this first.
_MOST_BYTES = 32_000
_NOTHING = "…"


def escape(text: str) -> str:
    """The text as Telegram's HTML, in and out of attributes (we write these between double quotes)."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def render_html(reply: Reply, heading: str | None = None) -> str:
    """The whole reply as one text, however long."""
    return _marked_up(spans_of(reply, heading))


def render_messages(reply: Reply, heading: str | None = None) -> tuple[str, ...]:
    """The reply as the messages to send, at least one, each within Telegram's limits."""
    return pages_of(spans_of(reply, heading))


def render_sources(sources: Sequence[Source], heading: str) -> tuple[str, ...]:
    """The sources of an answer as the messages to send."""
    return pages_of(spans_of_sources(sources, heading))


def pages_of(spans: Sequence[Span], limit: int = LONGEST_MESSAGE) -> tuple[str, ...]:
    """The spans as messages; where nothing visible is left, one message that says nothing."""
    pages: list[str] = []
    for page in split(spans, limit):
        marked_up = _marked_up(page)
        if len(marked_up.encode()) > _MOST_BYTES and limit > 1:
            pages.extend(pages_of(page, limit // 2))
        elif _is_visible(page):
            pages.append(marked_up)
    return tuple(pages) or (_NOTHING,)


def _is_visible(spans: Sequence[Span]) -> bool:
    """Whether Telegram finds a text in it: it refuses one of spaces and zero-width characters only."""
    return any(char.isprintable() and not char.isspace() for span in spans for char in span.text)


def _marked_up(spans: Sequence[Span]) -> str:
    return "".join(_mark_up(span) for span in spans)


def _mark_up(span: Span) -> str:
    text = escape(span.text)
    if span.href is not None:
        return f'<a href="{escape(span.href)}">{text}</a>'
    return f"<i>{text}</i>" if span.style == "italic" else text
