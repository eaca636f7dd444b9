"""What is known: entities, their names, dated facts and sources. Each record remembers the line it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.model.dates import PartialDate, Period

Lang = Literal["en", "ko", "ja"]
LANGS: tuple[Lang, ...] = ("en", "ko", "ja")
Country = Literal["KR", "JP", "both"]
Strength = Literal["strong", "weak", "former"]

Wording = Mapping[Lang, str]
"""One text per language."""

FactValue = (
    str | int | bool | PartialDate | Wording | tuple[str, ...] | Mapping[str, int] | Mapping[str, tuple[str, ...]]
)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A line of a file, as ``path:line``."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something a curator should mend: where, which check found it, and what to do."""

    location: Location
    code: str
    message: str

    def __str__(self) -> str:
        """One line, whatever the message quotes."""
        return f"{self.location}: {self.code}: {' '.join(self.message.split())}"


@dataclass(frozen=True, slots=True)
class Alias:
    """One name an entity goes by. Weak: another thing may be meant too. Former: it was called so.

    ``exact``: an abbreviation, found only as written, never with a typo.
    """

    text: str
    lang: Lang
    strength: Strength
    location: Location
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A body, person, series, sector… with a stable id; ``names`` holds the preferred name per language.

    ``short`` is what people call it in running text (its preferred name where no shorter one is usual).
    ``identifiers``: what other collections call it, by their names, on the word of ``identifier_source_ids``.
    """

    id: str
    type: str
    country: Country
    names: Wording
    short: Wording
    aliases: tuple[Alias, ...]
    location: Location
    kind: str | None = None
    family_names: Wording = field(default_factory=dict)
    sector_ids: tuple[str, ...] = ()
    website: str | None = None
    identifiers: Mapping[str, str] = field(default_factory=dict)
    identifier_source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who published it, where and when; ``quality``: body, government, press, trade, research, aggregator."""

    id: str
    publisher: str
    title: str
    url: str
    published: PartialDate | None
    quality: str
    location: Location


@dataclass(frozen=True, slots=True)
class Fact:
    """What we stand behind: subject, kind, data, the period it holds for, when it was last confirmed, its sources.

    ``confirmed`` is the latest date a source vouches for it; an open period is certain only up to there.
    ``status``: held (the plain case), announced, unconfirmed, disputed, not-held, postponed.
    """

    id: str
    subject_id: str
    kind: str
    data: Mapping[str, FactValue]
    period: Period
    confirmed: PartialDate | None
    source_ids: tuple[str, ...]
    status: str
    location: Location
    text: Wording = field(default_factory=dict)
    corrects: tuple[str, ...] = ()
