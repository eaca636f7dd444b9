"""Each change is told once, under its subject, with what it was and what it is."""

from __future__ import annotations

from dataclasses import replace

from bot.curation.difference_words import ENGLISH, Telling, tell
from bot.curation.differences import Change, differences
from bot.knowledge.base import IntentSpec, KnowledgeBase
from bot.model.dates import PartialDate
from bot.model.knowledge import Entity, Fact, Location
from tests.builders import NOWHERE, entity, fact, knowledge, leadership, person, source, wording

EAST = entity("east", wording("East", "동부", "東部"), kind="federation")
MORI = person("mori-taro", wording("Mori Taro", "모리 다로", "森太郎"))
HARA = person("hara-jiro", wording("Hara Jiro", "하라 지로", "原次郎"))
OLD_TERM = leadership("east", "mori-taro", "2021-06-01")
ENDED = leadership("east", "mori-taro", "2021-06-01", "2025-05-29")
NEW_TERM = leadership("east", "hara-jiro", "2025-05-29")


def base(*facts: Fact, bodies: tuple[Entity, ...] = (EAST,)) -> KnowledgeBase:
    return knowledge([*bodies, MORI, HARA], facts, [source()])


def lines(old: KnowledgeBase, new: KnowledgeBase) -> list[str]:
    return list(tell(differences(old, new), Telling(old, new)))


def test_the_same_knowledge_has_no_differences(shipped_base: KnowledgeBase) -> None:
    assert differences(shipped_base, shipped_base) == ()
    assert lines(shipped_base, shipped_base) == ["Nothing has changed."]


def test_another_line_of_the_file_is_no_difference() -> None:
    assert differences(base(OLD_TERM), base(replace(OLD_TERM, location=Location("b.yaml", 9)))) == ()


def test_a_change_of_chair_is_an_end_and_a_new_head_with_date_and_source() -> None:
    assert lines(base(OLD_TERM), base(ENDED, NEW_TERM)) == [
        "East (east)",
        "  Mori Taro is chair no more: until 2025-05-29 [Publisher of a-source, 2025-06-02]",
        "  new chair: Hara Jiro, from 2025-05-29 [Publisher of a-source, 2025-06-02]",
    ]


def test_a_term_that_ended_on_an_unknown_day_says_so() -> None:
    gone = leadership("east", "mori-taro", "2021-06-01", superseded=True)
    assert "since when is not known" in lines(base(OLD_TERM), base(gone))[1]


def test_a_past_term_is_not_told_as_a_new_head() -> None:
    assert lines(base(), base(ENDED))[1].startswith("  term of office added: Mori Taro")


def test_a_changed_value_is_told_with_what_it_was() -> None:
    old = fact("east-members", "east", "membership", start="2025", companies=1443)
    new = fact("east-members", "east", "membership", start="2025", companies=1444)
    (change,) = differences(base(old), base(new))
    assert (change.what, change.field, change.before, change.after) == ("fact-changed", "companies", 1443, 1444)
    assert "companies: 1443 → 1444" in lines(base(old), base(new))[1]


def test_a_changed_date_is_one_change() -> None:
    moved = leadership("east", "hara-jiro", "2025-05-30")
    assert [(one.field, one.before, one.after) for one in differences(base(NEW_TERM), base(moved))] == [
        ("from", PartialDate(2025, 5, 29), PartialDate(2025, 5, 30))
    ]


def test_a_text_is_told_by_language() -> None:
    old = fact("east-role", "east", "role", text=wording("It trades.", "무역", "貿易"))
    new = fact("east-role", "east", "role", text=wording("It trades.", "교역", "貿易"))
    assert [(one.field, one.part) for one in differences(base(old), base(new))] == [("text", "ko")]


def test_long_texts_are_shown_from_where_they_differ() -> None:
    old = fact("east-role", "east", "role", text=wording("word " * 60 + "trades."))
    new = fact("east-role", "east", "role", text=wording("word " * 60 + "sails."))
    assert "…trades. → …sails." in lines(base(old), base(new))[1]


def test_a_meeting_is_told_with_number_day_and_place() -> None:
    met = fact("east-31", "east", "edition", start="2026-05-01", edition=31, place=wording("Busan"), status="announced")
    assert "  new meeting: no. 31, Busan, on 2026-05-01 (announced) [" in lines(base(), base(met))[1]


def test_a_subject_that_came_or_went_is_told() -> None:
    west = entity("west", "West")
    assert differences(base(), base(bodies=(EAST, west))) == (Change("subject-added", "west"),)
    assert differences(base(bodies=(EAST, west)), base()) == (Change("subject-removed", "west"),)


def test_a_fact_that_went_is_told_from_the_older_knowledge() -> None:
    assert lines(base(OLD_TERM), base())[1] == "  removed leadership: Mori Taro, from 2021-06-01"


def test_a_fact_that_stands_elsewhere_is_moved_not_new() -> None:
    west = entity("west", "West")
    there = replace(OLD_TERM, subject_id="west")
    (change,) = differences(base(OLD_TERM, bodies=(EAST, west)), base(there, bodies=(EAST, west)))
    assert (change.what, change.subject_id, change.before) == ("fact-moved", "west", "east")


def test_a_new_name_is_told_once() -> None:
    named = entity("east", wording("East", "동부", "東部"), kind="federation", strong=[("ko", "동부연맹")])
    assert lines(base(), base(bodies=(named,))) == ["East (east)", "  new name: 동부연맹 (strong, ko)"]


def test_a_changed_name_is_not_gone_and_come_besides() -> None:
    renamed = entity("east", wording("East", "동부연맹", "東部"), kind="federation")
    assert [(one.what, one.before, one.after) for one in differences(base(), base(bodies=(renamed,)))] == [
        ("name-changed", "동부", "동부연맹")
    ]


def test_sources_of_a_fact_are_told_as_added_and_removed() -> None:
    cited = replace(OLD_TERM, source_ids=("another",))
    assert "sources: added another; removed a-source" in lines(base(OLD_TERM), base(cited))[1]


def test_sources_and_words_come_last() -> None:
    old = knowledge([EAST], [], [source("a")], intents=[IntentSpec("leader", NOWHERE)])
    new = knowledge([EAST, MORI], [], [source("b")], intents=[IntentSpec("leader", NOWHERE, "who heads")])
    assert lines(old, new) == [
        "Mori Taro (mori-taro)",
        "  new: person",
        "",
        "Sources",
        "  removed: a: Publisher of a, 2025-06-02, Title of a",
        "  new: b: Publisher of b, 2025-06-02, Title of b",
        "",
        "Words",
        "  changed: intents/leader",
    ]


def test_the_order_is_that_of_the_ids_whatever_came_first() -> None:
    west = entity("west", "West")
    facts = [fact("w", "west", "role", text=wording("x")), fact("e", "east", "role", text=wording("x"))]
    told = [one.subject_id for one in differences(base(bodies=(west, EAST)), base(*facts, bodies=(west, EAST)))]
    assert told == ["east", "west"]


def test_other_phrases_word_the_same_changes_in_another_language() -> None:
    phrases = {**ENGLISH, "fact-added-leadership": "새 {role}: {fact}", "from": "{start}부터"}
    old, new = base(), base(NEW_TERM)
    told = list(tell(differences(old, new), Telling(old, new, phrases, "ko")))
    assert told[0] == "동부 (east)"
    assert told[1].startswith("  새 chair: 하라 지로, 2025-05-29부터")


def test_every_change_of_the_shipped_knowledge_from_nothing_can_be_worded(shipped_base: KnowledgeBase) -> None:
    empty = knowledge()
    for old, new in ((empty, shipped_base), (shipped_base, empty)):
        assert len(lines(old, new)) > len(shipped_base.facts)
