"""The flat table is read back as it was meant, and no cell of it is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.curation.table import POSTS, cell, posts_table, sources_table, written
from bot.knowledge.base import KnowledgeBase
from tests.builders import entity, knowledge, leadership, person, wording

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", " =1", "\u3000=1")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_post_of_the_knowledge_is_a_row(shipped_base: KnowledgeBase) -> None:
    posts = [fact.id for fact in shipped_base.facts.values() if fact.kind == "leadership"]
    assert [row["id"] for row in rows(posts_table(shipped_base))] == posts


def test_every_row_has_names_in_three_languages_and_a_source(shipped_base: KnowledgeBase) -> None:
    needed = ("person_en", "person_ko", "person_ja", "body_en", "body_ko", "body_ja", "title_en", "source_urls")
    assert [row["id"] for row in rows(posts_table(shipped_base)) if not all(row[name] for name in needed)] == []


def test_every_source_that_a_row_names_has_its_row(shipped_base: KnowledgeBase) -> None:
    named = {id_ for row in rows(posts_table(shipped_base)) for id_ in row["source_ids"].split()}
    assert named <= {row["id"] for row in rows(sources_table(shipped_base))}


def test_no_cell_of_the_shipped_tables_is_a_formula(shipped_base: KnowledgeBase) -> None:
    for text in (posts_table(shipped_base), sources_table(shipped_base)):
        cells = [value for row in rows(text) for value in row.values()]
        assert [value for value in cells if value.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_becomes_text(formula: str) -> None:
    assert cell(formula) == f"'{formula}"


@pytest.mark.parametrize("text", ["Mori Taro", "2021-06", "A = B", "모리 다로", ""])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))), min_size=2, max_size=4))
def test_whatever_is_written_is_read_back(values: list[str]) -> None:
    columns = [f"column-{number}" for number in range(len(values))]
    read = rows(written(columns, [dict(zip(columns, values, strict=True))]))
    assert [row[name] for row in read for name in columns] == [cell(value) for value in values]


def test_names_with_commas_quotes_and_lines_stay_in_their_cell() -> None:
    name = 'Mori "Taro", Jr.\nof the East'
    base = knowledge([entity("east"), person("mori-taro", wording(name))], [leadership("east", "mori-taro", "2021")])
    (row,) = rows(posts_table(base))
    assert (row["person_en"], row["from"], row["to"], row["status"]) == (name, "2021", "", "held")


def test_what_is_known_of_a_post_is_told() -> None:
    base = knowledge(
        [entity("east", kind="federation"), person("mori-taro"), person("hara-jiro")],
        [
            leadership("east", "mori-taro", superseded=True, confirmed="2020"),
            leadership("east", "hara-jiro", "2026-12", status="announced"),
        ],
    )
    gone, coming = rows(posts_table(base))
    assert (gone["left_on_unknown_day"], gone["as_of"]) == ("yes", "2020")
    assert (coming["left_on_unknown_day"], coming["status"], coming["kind"]) == ("", "announced", "federation")
    assert tuple(gone) == POSTS
