"""What a key can be read as: names with those they stand for, words with their concepts. The one rule: entries that
come back from plain values are put together when first asked for, and are equal to those that went in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.model.knowledge import Strength

EntryKind = Literal["name", "word", "skip", "particle"]


@dataclass(frozen=True, slots=True)
class NameUse:
    """One entity behind a name, how surely it is meant by it, and the name as the curator wrote it."""

    entity_id: str
    strength: Strength | Literal["family"]
    alias: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a key: a name with its uses (surest first), or a word with its concepts.

    ``gaps``: how many spaces it is written with, where that tells words apart ("fora" is not "for a"); else None.
    """

    key: str
    kind: EntryKind
    concepts: frozenset[str] = frozenset()
    uses: tuple[NameUse, ...] = ()
    gaps: int | None = None


class Entries(Mapping[str, tuple[Entry, ...]]):
    """The entries by key."""

    __slots__ = ("_rows", "_words")

    def __init__(self, rows: Mapping[str, Any], words: tuple[Any, ...] = ()) -> None:
        self._rows = dict(rows)
        self._words = words

    def at(self, key: str) -> tuple[Entry, ...]:
        """The entries of a key; none where there is no such key."""
        found = self._rows.get(key, ())
        return found if type(found) is tuple else self._put_together(key, found)

    def __getitem__(self, key: str) -> tuple[Entry, ...]:
        if key not in self._rows:
            raise KeyError(key)
        return self.at(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def plain(self) -> dict[str, Any]:
        """The entries as values that JSON can hold: of a name its uses, of a word its number in a table of words."""
        numbers: dict[tuple[Any, ...], int] = {}
        rows: dict[str, Any] = {}
        for key, entries in self.items():
            row: list[Any] = []
            for one in entries:
                word = (one.kind, one.concepts, one.gaps)
                uses = [[use.entity_id, use.strength, use.alias] for use in one.uses]
                row.append(uses if one.kind == "name" else numbers.setdefault(word, len(numbers)))
            rows[key] = row[0] if len(row) == 1 and isinstance(row[0], int) else row
        return {"rows": rows, "words": [[kind, sorted(concepts), gaps] for kind, concepts, gaps in numbers]}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Entries:
        words = tuple((kind, frozenset(concepts), gaps) for kind, concepts, gaps in plain["words"])
        return cls(plain["rows"], words)

    def _put_together(self, key: str, row: Any) -> tuple[Entry, ...]:
        entries = tuple(self._entry(key, part) for part in (row if isinstance(row, list) else [row]))
        self._rows[key] = entries
        return entries

    def _entry(self, key: str, part: Any) -> Entry:
        if isinstance(part, int):
            kind, concepts, gaps = self._words[part]
            return Entry(key, kind, concepts, gaps=gaps)
        return Entry(key, "name", uses=tuple(NameUse(*use) for use in part))
