"""What is missing is counted by type and language, by one table of what should be there."""

from __future__ import annotations

import pytest

from bot.curation.coverage import Coverage, Gap, cover, table
from bot.curation.expectations import EXPECTATIONS, facts_expected
from bot.knowledge.base import KnowledgeBase
from bot.knowledge.schema import FACT_KINDS, KINDS, TYPES
from bot.model.knowledge import Entity, Fact, Source
from tests.builders import entity, fact, knowledge, leadership, person, source, wording

EAST = entity(
    "east", wording("East", "동부", "東部"), kind="federation", full=wording("East F", "동부연맹", "東部連盟")
)


def gaps(
    of: Entity, *facts: Fact, others: tuple[Entity, ...] = (), sources: list[Source] | None = None
) -> dict[str, tuple[str, ...]]:
    """What is missing of a subject, with the languages it is missing in."""
    held = knowledge([of, *others], facts, sources)
    found = [gap for one in cover(held) for gap in one.gaps if gap.entity.id == of.id]
    return {gap.expectation.name: gap.langs for gap in found}


def test_of_a_bare_body_all_is_missing_but_its_names() -> None:
    assert set(gaps(EAST)) == {
        *("wording", "founded", "seat", "head", "since when the head", "head by two, or its own"),
        "counterpart with source",
    }


def test_what_is_told_is_not_missing() -> None:
    facts = [
        fact("role", "east", "role", text=wording("a", "b", "c")),
        fact("founded", "east", "founding", start="1961"),
        fact("seat", "east", "seat", place=wording("Tokyo", "도쿄", "東京")),
        leadership("east", "mori", "2021", sources=("one", "two")),
        fact("pair", "east", "counterpart", partner="west"),
    ]
    assert gaps(EAST, *facts, others=(entity("west"), person("mori"))) == {}


def test_a_language_that_is_missing_is_named() -> None:
    only = entity("east", wording("East", "동부", "東部"), kind="company", strong=[("en", "E."), ("ko", "동")])
    assert gaps(only) == {"another name": ("ja",), "wording": ("en", "ko", "ja")}


def test_of_a_company_no_seat_or_head_is_expected() -> None:
    assert "seat" not in gaps(entity("works", kind="company"))


def test_a_counterpart_told_from_the_other_side_counts() -> None:
    pair = fact("pair", "west", "counterpart", partner="east")
    assert "counterpart with source" not in gaps(EAST, pair, others=(entity("west"),))


@pytest.mark.parametrize(
    ("cited", "is_missing"),
    [
        ([source("one", quality="press")], True),
        ([source("one", quality="press"), source("two", quality="aggregator")], True),
        ([source("one", quality="press"), source("two", quality="trade")], False),
        ([source("one", quality="body")], False),
    ],
)
def test_a_head_needs_two_publishers_or_the_body_itself(cited: list[Source], is_missing: bool) -> None:
    term = leadership("east", "mori", "2021", sources=tuple(one.id for one in cited))
    found = gaps(EAST, term, others=(person("mori"),), sources=cited)
    assert ("head by two, or its own" in found) == is_missing


def test_two_pages_of_one_publisher_are_one_source() -> None:
    first = source("one")
    again = Source("two", first.publisher, "t", "https://example.org/2", None, "press", first.location)
    term = leadership("east", "mori", "2021", sources=("one", "two"))
    assert "head by two, or its own" in gaps(EAST, term, others=(person("mori"),), sources=[first, again])


def test_a_head_who_left_is_no_head() -> None:
    left = leadership("east", "mori", "2021", "2025")
    assert "head" in gaps(EAST, left, others=(person("mori"),))


def test_a_person_without_a_post_is_a_gap() -> None:
    mori = person("mori", wording("Mori", "모리", "森"), family=wording("Mori", "모리", "森"))
    assert set(gaps(mori)) == {"reading in kana", "post"}
    assert set(gaps(mori, leadership("east", "mori"), others=(EAST,))) == {"reading in kana"}


def test_the_table_counts_gaps_by_language_and_in_all() -> None:
    held = knowledge([entity("east", kind="company", strong=[("en", "E.")])])
    lines = list(table(cover(held, ["organization"])))
    assert lines[0] == "organization: 1"
    rows = {line[:14].strip(): line[14:].split() for line in lines[2:-2]}
    assert rows == {
        "name": ["1", "·", "·", "·", "·"],
        "another name": ["1", "1", "·", "1", "1"],
        "wording": ["1", "1", "1", "1", "1"],
    }
    assert lines[-1].startswith("total: 1 of 3 there (33.3%); of what is told in words: en 66.7%, ko 33.3%, ja 33.3%")


def test_a_gap_is_a_line_with_its_file() -> None:
    ((coverage),) = cover(knowledge([entity("east", kind="company")]), ["organization"])
    assert isinstance(coverage, Coverage)
    assert str(coverage.gaps[0]) == "tests/builders.py:1: east: another name is missing in en, ko, ja"
    assert isinstance(coverage.gaps[0], Gap)


def test_every_type_has_something_expected_of_it(shipped_base: KnowledgeBase) -> None:
    covered = {one.type: one for one in cover(shipped_base)}
    assert tuple(covered) == TYPES
    assert all(one.rows for one in covered.values())
    assert sum(one.subjects for one in covered.values()) == len(shipped_base.entities)


def test_the_table_names_only_what_the_schema_has() -> None:
    for one in EXPECTATIONS:
        assert set(one.types) <= set(TYPES)
        assert one.kinds <= set(KINDS["organization"])
        assert all(set(one.types) & set(FACT_KINDS[kind].on) for kind in one.facts)
    assert all(type_ in FACT_KINDS[kind].on for type_ in TYPES for kind in facts_expected(type_))
