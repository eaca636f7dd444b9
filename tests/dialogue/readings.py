"""Readings made by hand: what was said, without anything having to be read."""

from __future__ import annotations

from bot.model.knowledge import Lang
from bot.model.understanding import Mention, Reading, Segment, Time


def reading(
    text: str = "",
    *concepts: str,
    about: tuple[str, ...] = (),
    unknown: str = "",
    ordinal: int | None = None,
    time: Time | None = None,
    lang: Lang = "en",
) -> Reading:
    """A reading that says these concepts, names these entities (each by itself) and leaves this word unknown."""
    segments = [Segment(0, 0, "", "word", frozenset(concepts), time=time, ordinal=ordinal)]
    for entity_id in about:
        mention = Mention(0, 0, entity_id, (entity_id,), 1.0, entity_id, "strong")
        segments.append(Segment(0, 0, entity_id, "name", mention=mention))
    if unknown:
        segments.append(Segment(0, len(unknown), unknown, "unknown"))
    return Reading(text, text, lang, tuple(segments))
