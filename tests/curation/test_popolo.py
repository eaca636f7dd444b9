"""What is exported as Popolo is Popolo, and says no more than the knowledge does."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from bot.answering.lookup import is_over, post_holds_on
from bot.curation.popolo import popolo
from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate
from tests.builders import entity, fact, knowledge, leadership, person, source, wording
from tests.curation.popolo_schemas import SCHEMAS
from tests.days import TODAY

Export = dict[str, list[dict[str, Any]]]
REFERENCES = {"person_id": "persons", "organization_id": "organizations", "post_id": "posts", "area_id": "areas"}


@pytest.fixture(scope="module")
def shipped_export(shipped_base: KnowledgeBase) -> Export:
    return popolo(shipped_base)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_record_of_the_shipped_knowledge_is_valid(shipped_export: Export, name: str) -> None:
    jsonschema.Draft3Validator.check_schema(SCHEMAS[name])
    validator = jsonschema.Draft3Validator(SCHEMAS[name])
    found = [f"{one['id']}: {error.message}" for one in shipped_export[name] for error in validator.iter_errors(one)]
    assert shipped_export[name]
    assert found == []


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("memberships", {"id": "it", "start_date": "May 2025"}),
        ("memberships", {"id": "it", "status": "announced"}),
        ("persons", {"name": "Mori Taro"}),
        ("organizations", {"id": "it", "links": [{"url": "https://example.org/港"}]}),
        ("persons", {"id": "it", "other_names": [{"lang": "ko"}]}),
    ],
)
def test_the_schemas_refuse_what_is_not_popolo(name: str, wrong: dict[str, Any]) -> None:
    assert not jsonschema.Draft3Validator(SCHEMAS[name]).is_valid(wrong)


def test_nothing_is_exported_that_no_schema_was_held_against(shipped_export: Export) -> None:
    assert set(shipped_export) == set(SCHEMAS)


def test_every_id_stands_once_in_its_list_and_in_order(shipped_export: Export) -> None:
    for records in shipped_export.values():
        ids = [one["id"] for one in records]
        assert ids == sorted(set(ids))


def test_what_a_record_refers_to_is_there(shipped_export: Export) -> None:
    ids = {name: {one["id"] for one in records} for name, records in shipped_export.items()}
    for one in (one for records in shipped_export.values() for one in records):
        for field, name in REFERENCES.items():
            assert one.get(field) is None or one[field] in ids[name]
        assert {each["id"] for each in one.get("attendees", ())} <= ids["persons"]


def test_every_membership_and_event_names_its_sources(shipped_export: Export) -> None:
    assert all(one["sources"] for name in ("memberships", "events") for one in shipped_export[name])


def test_nobody_reads_as_in_office_who_is_known_to_have_left(
    shipped_base: KnowledgeBase, shipped_export: Export
) -> None:
    open_ended = [shipped_base.facts[one["id"]] for one in shipped_export["memberships"] if "end_date" not in one]
    assert open_ended
    assert [one.id for one in open_ended if is_over(shipped_base, one, TODAY)] == []
    dated = [one for one in open_ended if one.confirmed is not None]
    assert [one.id for one in dated if not post_holds_on(shipped_base, one, TODAY)] == []


def test_every_name_of_the_knowledge_is_there(shipped_base: KnowledgeBase, shipped_export: Export) -> None:
    for one in (*shipped_export["persons"], *shipped_export["organizations"]):
        names = {one["name"], *(other["name"] for other in one["other_names"])}
        assert names == {alias.text for alias in shipped_base.entities[one["id"]].aliases}


def small() -> KnowledgeBase:
    body = entity(
        "east", wording("East", "동부", "東部"), former=[("en", "Old East")], website="https://example.org/港"
    )
    return knowledge(
        [
            replace(body, identifiers={"wikidata": "Q123"}, identifier_source_ids=("wiki",)),
            person("mori-taro", wording("Mori Taro", "모리 다로", "森太郎"), family=wording("Mori", "모리", "森")),
            person("hara-jiro", "Hara Jiro"),
        ],
        [
            leadership("east", "mori-taro", "2021-06", "2025-05-29"),
            leadership("east", "hara-jiro", "2025-05-29"),
            leadership("east", "hara-jiro", "2026-12", role="president", status="announced"),
            leadership("east", "mori-taro", role="vice-chair", superseded=True),
            fact("east-born", "mori-taro", "biography", born=PartialDate(1950)),
        ],
        [source("a-source"), source("wiki", None)],
    )


def record(name: str, id_: str) -> dict[str, Any]:
    (found,) = [one for one in popolo(small())[name] if one["id"] == id_]
    return found


def test_a_date_stays_as_partial_as_it_is_known() -> None:
    told = record("memberships", "east-chair-mori-taro")
    assert (told["start_date"], told["end_date"]) == ("2021-06", "2025-05-29")
    assert record("persons", "mori-taro")["birth_date"] == "1950"


def test_what_was_announced_is_not_told_as_held() -> None:
    assert "east-president-hara-jiro" not in {one["id"] for one in popolo(small())["memberships"]}


def test_a_term_that_ended_on_an_unknown_day_is_left_out() -> None:
    assert "east-vice-chair-mori-taro" not in {one["id"] for one in popolo(small())["memberships"]}


def test_two_holders_share_one_post() -> None:
    export = popolo(small())
    assert {one["post_id"] for one in export["memberships"]} == {one["id"] for one in export["posts"]} == {"east-chair"}


def test_names_tell_their_language_and_their_parts() -> None:
    assert {"name": "森太郎", "lang": "ja", "family_name": "森", "given_name": "太郎"} in record(
        "persons", "mori-taro"
    )["other_names"]
    assert {"name": "Old East", "lang": "en", "note": "former"} in record("organizations", "east")["other_names"]


def test_an_identifier_is_exported_with_the_page_that_shows_it() -> None:
    told = record("organizations", "east")
    assert told["identifiers"] == [{"scheme": "wikidata", "identifier": "Q123"}]
    assert "https://example.org/wiki" in [one["url"] for one in told["sources"]]


def test_an_address_is_exported_in_ascii() -> None:
    assert record("organizations", "east")["links"][0]["url"] == "https://example.org/%E6%B8%AF"
