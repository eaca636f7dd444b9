"""Telegram's reading of HTML, after ``parse_html`` of tdlib's MessageEntity.cpp. The one rule: what Telegram refuses
raises ``Refused`` with Telegram's words; nothing is mended."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TAGS = frozenset(
    ["a", "b", "blockquote", "code", "del", "em", "i", "ins", "pre", "s", "span", "strike", "strong", "tg-spoiler", "u"]
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));")


class Refused(Exception):
    """Telegram's answer to a bad request, in its words."""


@dataclass
class _Open:
    tag: str
    start: int
    href: str | None = None


@dataclass
class Parsed:
    """The text a person sees, and where which look is: (tag, start, end, href)."""

    text: str = ""
    entities: list[tuple[str, int, int, str | None]] = field(default_factory=list)


def parse_html(source: str) -> Parsed:
    """Read a text with markup as Telegram does."""
    parsed, opened, at = Parsed(), list[_Open](), 0
    while at < len(source):
        if source[at] == "&":
            char, at = _entity(source, at)
            parsed.text += char
        elif source[at] != "<":
            parsed.text += source[at]
            at += 1
        elif source[at + 1 : at + 2] == "/":
            at = _end_tag(source, at, opened, parsed)
        else:
            at = _start_tag(source, at, opened, parsed)
    if opened:
        raise Refused(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1].tag}\"")
    return parsed


def _entity(source: str, at: int) -> tuple[str, int]:
    """A known entity as its character; anything else with an ampersand stays as it is."""
    found = _ENTITY.match(source, at)
    if found is None:
        return "&", at + 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        char = _NAMED.get(name)
    else:
        code = int(hexadecimal, 16) if hexadecimal is not None else int(decimal)
        char = chr(code) if 0 < code < 0x10FFFF else None
    return ("&", at + 1) if char is None else (char, found.end())


def _name(source: str, at: int) -> tuple[str, int]:
    end = at
    while end < len(source) and not source[end].isspace() and source[end] != ">":
        end += 1
    if end == len(source):
        raise Refused(f"can't parse entities: Unclosed start tag at byte offset {_bytes(source, at)}")
    return source[at:end].lower(), end


def _start_tag(source: str, at: int, opened: list[_Open], parsed: Parsed) -> int:
    begin = at
    tag, at = _name(source, at + 1)
    if tag not in TAGS:
        offset = _bytes(source, begin)
        raise Refused(f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {offset}')
    href = None
    while True:
        while source[at : at + 1].isspace():
            at += 1
        if at >= len(source):
            raise Refused(f"can't parse entities: Unclosed start tag at byte offset {_bytes(source, begin)}")
        if source[at] == ">":
            break
        name, value, at = _attribute(source, at)
        href = value if (tag, name) == ("a", "href") else href
    opened.append(_Open(tag, len(parsed.text), href))
    return at + 1


def _attribute(source: str, at: int) -> tuple[str, str, int]:
    found = re.compile(r"""([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+))""").match(source, at)
    if found is None:
        raise Refused(f"can't parse entities: bad attribute at byte offset {_bytes(source, at)}")
    name, double, single, token = found.groups()
    value = next(part for part in (double, single, token) if part is not None)
    return name.lower(), _ENTITY.sub(lambda entity: _entity(entity.group(), 0)[0], value), found.end()


def _end_tag(source: str, at: int, opened: list[_Open], parsed: Parsed) -> int:
    offset = _bytes(source, at)
    if not opened:
        raise Refused(f"can't parse entities: Unexpected end tag at byte offset {offset}")
    tag, end = _name(source, at + 2)
    if source[end] != ">":
        raise Refused(f"can't parse entities: Unclosed end tag at byte offset {offset}")
    last = opened.pop()
    if tag and tag != last.tag:
        words = f'Unmatched end tag at byte offset {offset}, expected "</{last.tag}>", found "</{tag}>"'
        raise Refused(f"can't parse entities: {words}")
    if len(parsed.text) > last.start:
        parsed.entities.append((last.tag, last.start, len(parsed.text), last.href))
    return end + 1


def _bytes(source: str, at: int) -> int:
    return len(source[:at].encode("utf-8", "replace"))
