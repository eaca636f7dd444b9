"""Hangul as it is heard: 체널 for 채널, 잇는 for 있는, 토쿠라 or 도꾸라 for 도쿠라.

The one rule: what sounds alike is a way of writing, not another word, so even short words may be meant by it; what
differs in sound is left to edit distance, which asks for length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.text.hangul import is_syllable, sound_key
from bot.understanding.cover import Glyphs, Guess, Piece
from bot.understanding.entries import Entry
from bot.understanding.vocabulary import Vocabulary

_SHORTEST_NAME = 3
_SHORTEST_WORD = 2
_LONGEST = 12
_DOUBLES = frozenset("있했겼었았됐졌갔왔났렸켰쳤")
"""Syllables of a past or a being whose doubled last letter is often written single."""


@dataclass(frozen=True)
class Sounds:
    """The Hangul words and names of the vocabulary by how they sound."""

    keys: Mapping[str, tuple[str, ...]]
    vocabulary: Vocabulary

    def guesses(self, glyphs: Glyphs, unknown: Piece, edges: Iterable[int]) -> Iterator[Guess]:
        """Entries that a stretch around ``unknown`` sounds like, and is not."""
        text = glyphs.text
        for start in sorted(edge for edge in edges if unknown.start - _LONGEST <= edge <= unknown.start):
            for end in range(unknown.start + 1, min(len(text), start + _LONGEST) + 1):
                written = text[start:end]
                if not is_syllable(written[-1]):
                    break
                for meant in self.keys.get(sound_key(written), ()):
                    if meant != written:
                        yield from (Guess(start, end, entry, 1) for entry in self.vocabulary.entries[meant])


def sounds_alike(written: str, meant: str) -> bool:
    """Whether two stretches of Hangul are ways to write one sound; a name so short that edits would tell nothing may
    still be meant."""
    is_long = len(meant) >= _SHORTEST_NAME and all(map(is_syllable, meant))
    return is_long and sound_key(written) == sound_key(meant)


def build_sounds(vocabulary: Vocabulary) -> Sounds:
    keys: dict[str, list[str]] = {}
    for key, entries in vocabulary.entries.items():
        if key and all(map(is_syllable, key)) and any(_may_be_heard(key, entry) for entry in entries):
            keys.setdefault(sound_key(key), []).append(key)
    return Sounds({sound: tuple(sorted(found)) for sound, found in keys.items()}, vocabulary)


def _may_be_heard(key: str, entry: Entry) -> bool:
    """Whether an entry is long enough to be known by its sound, and is no word for what is not held."""
    if entry.kind == "name":
        return len(key) >= _SHORTEST_NAME
    is_refusal = bool(entry.concepts) and all(concept.startswith("unheld:") for concept in entry.concepts)
    return entry.kind in ("word", "skip") and not is_refusal and (len(key) >= _SHORTEST_WORD or key[-1] in _DOUBLES)
