"""Family names of persons, as misspelt names are held against them.

The one rule: a misspelt name of a person has the family name as it is, or as it sounds: 柳井正 is not 今井正.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.text.hangul import to_jamo
from bot.text.script import script_of
from bot.understanding.entries import Entry
from bot.understanding.fuzzy import edits_between
from bot.understanding.sounds import sounds_alike
from bot.understanding.vocabulary import Vocabulary

_LETTERS = frozenset({"hangul", "hiragana", "katakana"})


@dataclass(frozen=True, slots=True)
class Families:
    """The keys of each person's family name."""

    keys: Mapping[str, tuple[str, ...]]

    def are_kept(self, written: str, entry: Entry) -> bool:
        """Whether every person the entry may stand for keeps the family name, in the script that was written."""
        script = script_of(written[0])
        for use in entry.uses:
            families = [one for one in self.keys.get(use.entity_id, ()) if script_of(one[0]) == script]
            if families and not any(_has(written, one) for one in families):
                return False
        return True


def build_families(vocabulary: Vocabulary) -> Families:
    found: dict[str, list[str]] = {}
    for name, entries in vocabulary.entries.items():
        for use in (use for entry in entries for use in entry.uses if use.strength == "family"):
            found.setdefault(use.entity_id, []).append(name)
    return Families({entity_id: tuple(keys) for entity_id, keys in found.items()})


def _has(written: str, family: str) -> bool:
    """Where letters are written, one may be wrong; characters are taken as they are."""
    first = written[: len(family)]
    if family in written or sounds_alike(first, family):
        return True
    return script_of(family[0]) in _LETTERS and edits_between(to_jamo(first), to_jamo(family), 1) <= 1
