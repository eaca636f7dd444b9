"""A reply as spans of text, some of them links or set in italics. The one rule: markup is never in the text itself,
so a text can be measured and cut like any other, and is escaped in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from bot.model.conversation import Reply
from bot.model.knowledge import Source

# What Telegram blanks or drops itself (control characters, line and direction overrides) and what no encoder
# takes (lone surrogates). Dropped here, so that lengths are counted on what arrives.
_BLANKS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")
_DROPPED = re.compile(r"[\r\u2028-\u202e\ud800-\udfff]")
_LONGEST_URL = 2048


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one look: plain, in italics, or a link."""

    text: str
    style: Literal["plain", "italic"] = "plain"
    href: str | None = None


def clean(text: str) -> str:
    """The text as it can be sent: everything a person can see stays."""
    return _DROPPED.sub("", _BLANKS.sub(" ", text))


def is_web_link(url: str) -> bool:
    """Whether a client opens it: Telegram drops links without a dot in the host in silence."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    plain = url.isprintable() and " " not in url and len(url) <= _LONGEST_URL
    return plain and parts.scheme in ("http", "https") and "." in host.strip(".")


def spans_of(reply: Reply, heading: str | None = None) -> tuple[Span, ...]:
    """The whole reply: the question it answers where a button asked it, the answer, its notes, its sources."""
    blocks: list[tuple[Span, ...]] = []
    if heading is not None:
        blocks.append((Span(clean(heading), "italic"),))
    blocks.append((Span(clean(reply.text)),))
    if reply.notes:
        blocks.append((Span(clean("\n".join(reply.notes))),))
    if reply.source_line is not None:
        blocks.append(tuple(_linked(clean(reply.source_line), reply.sources)))
    return joined(blocks, "\n\n")


def spans_of_sources(sources: Sequence[Source], heading: str) -> tuple[Span, ...]:
    """The sources, a line each: publisher, date, and the title as the link."""
    lines: list[tuple[Span, ...]] = [(Span(clean(heading)),)]
    for source in sources:
        date = "" if source.published is None else f", {source.published}"
        href = source.url if is_web_link(source.url) else None
        lines.append((Span(clean(f"{source.publisher}{date}: ")), Span(clean(source.title), href=href)))
    return joined(lines, "\n")


def joined(blocks: Sequence[Sequence[Span]], separator: str) -> tuple[Span, ...]:
    """The blocks that say something, one after the other."""
    spans: list[Span] = []
    for block in blocks:
        said = [span for span in block if span.text]
        if said and spans:
            spans.append(Span(separator))
        spans.extend(said)
    return tuple(spans)


def _linked(line: str, sources: Sequence[Source]) -> Iterator[Span]:
    """The source line with each publisher's name a link. Where it names none in these words, the links follow it;
    where it names some, the others were left out on purpose."""
    at = 0
    left = [source for source in sources if is_web_link(source.url)]
    while left:
        found = [(line.find(clean(source.publisher), at), -len(source.publisher), source) for source in left]
        placed = min((place for place in found if place[0] >= 0), key=lambda place: place[:2], default=None)
        if placed is None:
            break
        start, _, source = placed
        name = clean(source.publisher)
        yield Span(line[at:start])
        yield Span(name, href=source.url)
        at = start + len(name)
        left.remove(source)
    yield Span(line[at:])
    if at:
        return
    for url, source in {source.url: source for source in left}.items():
        yield Span(" · ")
        yield Span(clean(source.publisher), href=url)
