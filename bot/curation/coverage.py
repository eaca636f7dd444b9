"""How much of what should be known is known. The one rule: what should be known is said in ``expectations`` alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.curation.expectations import EXPECTATIONS, Expectation
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import TYPES
from bot.model.knowledge import LANGS, Entity, Lang

_NOTHING = "·"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that should be known of a subject and is not; in these languages, or at all."""

    entity: Entity
    expectation: Expectation
    langs: tuple[Lang, ...]

    def __str__(self) -> str:
        where = f" in {', '.join(self.langs)}" if self.expectation.spoken else ""
        return f"{self.entity.location}: {self.entity.id}: {self.expectation.name} is missing{where}"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that should be known of a type: of how many subjects, and the gaps."""

    expectation: Expectation
    subjects: int
    gaps: tuple[Gap, ...]

    @property
    def missing(self) -> Counter[Lang]:
        """How many subjects lack it, by language."""
        return Counter(lang for gap in self.gaps for lang in gap.langs)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The rows of one type of subject."""

    type: str
    subjects: int
    rows: tuple[Row, ...]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Every gap, in the order of the subjects."""
        found = (gap for row in self.rows for gap in row.gaps)
        return tuple(sorted(found, key=lambda gap: gap.entity.id))


def cover(base: KnowledgeBase, types: Sequence[str] = TYPES) -> tuple[Coverage, ...]:
    """What is known of the subjects of these types, measured by what should be."""
    return tuple(_cover_type(base, type_) for type_ in types)


def _cover_type(base: KnowledgeBase, type_: str) -> Coverage:
    entities = base.of_type(type_)
    rows = []
    for expectation in EXPECTATIONS:
        asked = [entity for entity in entities if expectation.is_of(entity)]
        if asked:
            gaps = (_gap(base, entity, expectation) for entity in asked)
            rows.append(Row(expectation, len(asked), tuple(gap for gap in gaps if gap is not None)))
    return Coverage(type_, len(entities), tuple(rows))


def _gap(base: KnowledgeBase, entity: Entity, expectation: Expectation) -> Gap | None:
    told = expectation.told(base, entity)
    missing = tuple(lang for lang in LANGS if lang not in told)
    return Gap(entity, expectation, missing) if missing else None


def table(coverages: Iterable[Coverage]) -> Iterator[str]:
    """A table a type, of what is missing, and the totals."""
    listed = tuple(coverages)
    wide = max((len(row.expectation.name) for one in listed for row in one.rows), default=0)
    for one in listed:
        yield f"{one.type.replace('_', ' ')}: {one.subjects}"
        yield f"  {'should be there':<{wide}}  {'of':>5} {'missing':>7}" + "".join(f"{lang:>6}" for lang in LANGS)
        for row in one.rows:
            yield f"  {row.expectation.name:<{wide}}  {row.subjects:>5} {_shown(len(row.gaps)):>7}" + _by_language(row)
        yield ""
    yield _totals([row for one in listed for row in one.rows])


def _by_language(row: Row) -> str:
    if not row.expectation.spoken:
        return ""
    return "".join(f"{_shown(row.missing[lang]):>6}" for lang in LANGS)


def _shown(count: int) -> str:
    return str(count) if count else _NOTHING


def _totals(rows: Sequence[Row]) -> str:
    expected, missing = sum(row.subjects for row in rows), sum(len(row.gaps) for row in rows)
    spoken = [row for row in rows if row.expectation.spoken]
    words = sum(row.subjects for row in spoken)
    shares = (f"{lang} {_share(words - sum(row.missing[lang] for row in spoken), words)}" for lang in LANGS)
    return (
        f"total: {expected - missing:,} of {expected:,} there ({_share(expected - missing, expected)}); "
        f"of what is told in words: {', '.join(shares)}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"
