"""The template language of answers. The one rule: what cannot be said is left out, never guessed.

``{slot}`` puts a value; ``{slot:은}`` adds the Korean particle that the value's last sound asks for;
``{n:plural:member|members}`` picks an English form; ``[ … ]`` goes when a slot within it has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.text.particles import choose_particle

Slot = str | int | None

_TOKEN = re.compile(r"(\[|\]|\{[^{}]*\})")
_SPACES = re.compile(r" {2,}")
_LATER_ARTICLE = re.compile(r"(?<=[.!?] )the ")
_CLOSING = re.compile(r" +([,.;:!?)])")


def fill(template: str, slots: Mapping[str, Slot]) -> str:
    """The template with its slots filled."""
    text, _ = _filled(_parsed(template), slots)
    return _CLOSING.sub(r"\1", _SPACES.sub(" ", text) if "  " in text else text).strip()


def as_sentence(text: str) -> str:
    """With a capital where an ordinary English word opens it, or an article a later sentence; a name keeps its own."""
    opening = text.partition(" ")[0]
    begun = opening.capitalize() + text[len(opening) :] if opening.isascii() and opening.islower() else text
    return _LATER_ARTICLE.sub("The ", begun)


@dataclass(frozen=True, slots=True)
class _Blank:
    """A slot, and how its value is to be formed."""

    name: str
    form: str


_Part = str | _Blank | tuple["_Part", ...]
"""What a template consists of: words, slots, and groups of these in brackets."""


@lru_cache(maxsize=8192)
def _parsed(template: str) -> tuple[_Part, ...]:
    return _group(iter(_TOKEN.split(template)))


def _group(tokens: Iterator[str]) -> tuple[_Part, ...]:
    """The parts up to the bracket that closes the group."""
    parts: list[_Part] = []
    for token in tokens:
        if token == "]":
            break
        if token == "[":
            parts.append(_group(tokens))
        elif token.startswith("{"):
            name, _, form = token[1:-1].partition(":")
            parts.append(_Blank(name, form))
        elif token:
            parts.append(token)
    return tuple(parts)


def _filled(group: tuple[_Part, ...], slots: Mapping[str, Slot]) -> tuple[str, bool]:
    """The words of a group, and whether each of its own slots has a value."""
    written: list[str] = []
    complete = True
    for part in group:
        if isinstance(part, str):
            written.append(part)
        elif isinstance(part, _Blank):
            value = slots.get(part.name)
            if value is None or value == "":
                complete = False
            else:
                written.append(_formed(value, part.form))
        else:
            inner, whole = _filled(part, slots)
            if whole:
                written.append(inner)
    return "".join(written), complete


def _formed(value: str | int, form: str) -> str:
    if form.startswith("plural:"):
        one, _, many = form.removeprefix("plural:").partition("|")
        return one if str(value) == "1" else many
    text = f"{value:,}" if isinstance(value, int) else value
    return text + choose_particle(text, form) if form else text
