"""The directory page is current, lists who is in office, and sets counterparts side by side."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from bot.curation.directory import directory
from bot.curation.posts import holders_of
from bot.knowledge.base import KnowledgeBase
from tests.builders import entity, fact, knowledge, leadership, person, source, wording

PAGE = Path(__file__).parents[2] / "docs" / "directory.md"
DAY = date(2026, 11, 25)


def bodies() -> KnowledgeBase:
    names = {"east": ("East", "동부", "東部"), "west": ("West", "서부", "西部"), "north": ("North", "북부", "北部")}
    countries = {"east": "JP", "west": "KR", "north": "JP"}
    kept = [
        entity(id_, wording(*names[id_]), country="KR" if countries[id_] == "KR" else "JP", kind="federation")
        for id_ in names
    ]
    people = [person(id_, wording(id_, "모리", "森")) for id_ in ("mori", "hara", "ryu", "kato")]
    facts = [
        leadership("east", "mori", "2021-06-01", "2025-05-29"),
        leadership("east", "hara", "2025-05-29", confirmed="2026-02"),
        leadership("west", "ryu", confirmed="2020-02"),
        leadership("north", "kato", "2027-01", status="announced"),
        fact("east-west", "east", "counterpart", partner="west"),
        fact("west-east", "west", "counterpart", partner="east"),
    ]
    return knowledge([*kept, *people], facts, [source()])


def test_the_committed_page_is_current(shipped_base: KnowledgeBase) -> None:
    page = PAGE.read_text(encoding="utf-8")
    day = re.search(r"As of (\d{4}-\d{2}-\d{2})", page)
    assert day is not None
    assert page == directory(shipped_base, date.fromisoformat(day[1])), (
        "run: keymen --today YYYY-MM-DD export directory docs/directory.md"
    )


def test_every_holder_of_the_day_is_listed_once_a_row(shipped_base: KnowledgeBase) -> None:
    page = directory(shipped_base, DAY)
    for body in shipped_base.of_type("organization", "event_series", "initiative"):
        for held in holders_of(shipped_base, body.id, DAY):
            assert shipped_base.entities[str(held.data["person"])].names["en"] in page


def test_counterparts_stand_side_by_side() -> None:
    (row,) = [line for line in directory(bodies(), DAY).splitlines() if "**West**" in line]
    left, right = row.strip("|").split(" | ")
    assert "ryu" in left
    assert "**East** 東部<br>hara (森)" in right


def test_a_counterpart_does_not_stand_there_a_second_time() -> None:
    assert directory(bodies(), DAY).count("**East**") == 1


def test_who_has_left_or_is_yet_to_come_is_not_listed() -> None:
    page = directory(bodies(), DAY)
    assert "mori" not in page
    assert "kato" not in page


def test_the_past_has_its_own_holders() -> None:
    assert "mori" in directory(bodies(), date(2024, 1, 1))


def test_each_line_has_its_day_and_source() -> None:
    page = directory(bodies(), DAY)
    assert "since 2025-05-29 (as of 2026-02, [Publisher of a-source](<https://example.org/a-source>))" in page


def test_what_was_not_confirmed_for_long_says_so() -> None:
    assert "(not confirmed since 2020-02, [" in directory(bodies(), DAY)


def test_a_name_cannot_break_the_table() -> None:
    base = knowledge([entity("east", "A | B", kind="club"), person("mori")], [leadership("east", "mori", "2026-01")])
    assert "**A \\| B**" in directory(base, DAY)
