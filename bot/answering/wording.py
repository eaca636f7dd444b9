"""The template language of answers. The one rule: what cannot be said is left out, never guessed.

``{slot}`` puts a value; ``{slot:은}`` adds the Korean particle that the value's last sound asks for;
``{n:plural:member|members}`` picks an English form; ``[ … ]`` goes when a slot within it has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.text.particles import choose_particle

Slot = str | int | None

_TOKEN = re.compile(r"(\[|\]|\{[^{}]*\})")
_SPACES = re.compile(r" {2,}")
_LATER_ARTICLE = re.compile(r"(?<=[.!?] )the ")
_CLOSING = re.compile(r" +([,.;:!?)])")


def fill(template: str, slots: Mapping[str, Slot]) -> str:
    """The template with its slots filled."""
    text, _ = _fill_group(iter(_TOKEN.split(template)), slots)
    return _CLOSING.sub(r"\1", _SPACES.sub(" ", text)).strip()


def as_sentence(text: str) -> str:
    """With a capital where an ordinary English word opens it, or an article a later sentence; a name keeps its own."""
    opening = text.partition(" ")[0]
    begun = opening.capitalize() + text[len(opening) :] if opening.isascii() and opening.islower() else text
    return _LATER_ARTICLE.sub("The ", begun)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    has_value: bool


def _fill_group(tokens: Iterator[str], slots: Mapping[str, Slot]) -> tuple[str, bool]:
    parts: list[str] = []
    complete = True
    for token in tokens:
        if token == "]":
            break
        if token == "[":
            inner, whole = _fill_group(tokens, slots)
            parts.append(inner if whole else "")
        elif token.startswith("{"):
            piece = _fill_slot(token[1:-1], slots)
            parts.append(piece.text)
            complete = complete and piece.has_value
        else:
            parts.append(token)
    return "".join(parts), complete


def _fill_slot(written: str, slots: Mapping[str, Slot]) -> _Piece:
    name, _, form = written.partition(":")
    value = slots.get(name)
    if value is None or value == "":
        return _Piece("", False)
    if form.startswith("plural:"):
        one, _, many = form.removeprefix("plural:").partition("|")
        return _Piece(one if str(value) == "1" else many, True)
    text = f"{value:,}" if isinstance(value, int) else value
    return _Piece(text + choose_particle(text, form) if form else text, True)
