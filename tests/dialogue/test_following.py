from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.following import continued, inheritance, listed, picked, turned
from bot.model.conversation import Choice, Session
from bot.model.understanding import NOW, Interpretation, Time
from tests.dialogue.readings import reading

LEADER_OF_EAST = Interpretation("leader", ("east",))
CHOICES = tuple(Choice(id_, id_.title(), Interpretation("leader", (id_,))) for id_ in ("east", "west"))
ASKED_BACK = Session(pending=CHOICES)
OTHER_SIDE = {("east", "KR"): "west", ("west", "JP"): "east"}


def is_person(entity_id: str) -> bool:
    return entity_id in ("mori", "hara")


def other_side(entity_id: str, country: str) -> str | None:
    return OTHER_SIDE.get((entity_id, country))


def marks_of(entity_id: str) -> frozenset[str]:
    return frozenset({"country_jp", "harbour"} if entity_id == "east" else {"country_kr"})


def test_a_clarification_is_answered_by_country_or_by_who_holds_it() -> None:
    east, west = (choice.interpretation for choice in CHOICES)
    assert picked(reading("the Japanese side", "country_jp", "side"), ASKED_BACK, marks_of) == east
    assert picked(reading("韓国側", "country_kr"), ASKED_BACK, marks_of) == west
    assert picked(reading("the harbour one", about=("harbour",)), ASKED_BACK, marks_of) == east
    assert picked(reading("seat of the Japanese one", "country_jp", "seat"), ASKED_BACK, marks_of) is None


def test_a_part_asked_of_it_is_asked_of_the_meeting_told_last() -> None:
    who = Interpretation("edition", ("east",), part="who", inherited=("subjects",))
    assert continued(who, Session(), 31).ordinal == 31
    assert continued(replace(who, ordinal=30), Session(), 31).ordinal == 30
    assert continued(replace(who, time=Time("next")), Session(), 31).ordinal is None
    assert continued(replace(who, inherited=()), Session(), 31).ordinal is None


def test_a_pronoun_for_persons_leans_on_persons_first() -> None:
    session = Session(focus=("east", "mori", "west"), last=LEADER_OF_EAST)
    assert inheritance(reading("before him", "before", "he"), session, is_person).subject_ids[0] == "mori"
    assert inheritance(reading("its seat", "seat", "it"), session, is_person).subject_ids[0] == "east"


def test_only_a_pronoun_points() -> None:
    session = Session(focus=("mori",))
    assert inheritance(reading("he", "he"), session, is_person).is_pointed_at
    assert not inheritance(reading("since when", "since"), session, is_person).is_pointed_at
    assert not inheritance(reading("he", "he"), Session(), is_person).is_pointed_at


@pytest.mark.parametrize("said", [reading("2"), reading("the second", ordinal=2), reading("west", about=("west",))])
def test_a_clarification_is_answered_by_number_or_by_name(said: object) -> None:
    assert picked(said, ASKED_BACK, marks_of) == CHOICES[1].interpretation  # type: ignore[arg-type]


def test_the_first_one_is_a_number_too() -> None:
    assert picked(reading("the first one", "first", "one_of"), ASKED_BACK, marks_of) == CHOICES[0].interpretation


def test_a_new_question_is_no_answer_to_a_clarification() -> None:
    assert picked(reading("who leads north", "who", "head", about=("north",)), ASKED_BACK, marks_of) is None
    assert picked(reading("3"), ASKED_BACK, marks_of) is None
    assert picked(reading("0"), ASKED_BACK, marks_of) is None
    assert picked(reading("zebra", about=("west",), unknown="zebra"), ASKED_BACK, marks_of) is None


def test_without_a_clarification_nothing_is_picked() -> None:
    assert picked(reading("2"), Session(), marks_of) is None


def test_the_last_question_is_turned_to_the_other_country() -> None:
    session = Session(last=LEADER_OF_EAST)
    meant = turned(reading("no, the Korean one", "no", "country_kr", "one_of"), session, other_side)
    assert meant is not None
    assert (meant.intent, meant.subject_ids, meant.country) == ("leader", ("west",), "KR")


def test_a_turn_without_another_side_keeps_the_country() -> None:
    meant = turned(reading("and Japan", "also", "country_jp"), Session(last=LEADER_OF_EAST), other_side)
    assert meant is not None
    assert (meant.subject_ids, meant.country) == (("east",), "JP")


@pytest.mark.parametrize(
    "said",
    [
        reading("the Korean chambers' members", "country_kr", "member"),
        reading("Korea and Japan", "country_kr", "country_jp"),
        reading("the Korean zebra", "country_kr", unknown="zebra"),
        reading("the Korean West", "country_kr", about=("west",)),
        reading("Korea in 2024", "country_kr", time=Time("at")),
        reading("and now", "also"),
    ],
)
def test_a_question_of_its_own_is_not_turned(said: object) -> None:
    assert turned(said, Session(last=LEADER_OF_EAST), other_side) is None  # type: ignore[arg-type]


def test_nothing_is_turned_before_anything_was_asked() -> None:
    assert turned(reading("the Korean one", "country_kr", "one_of"), Session(), other_side) is None


def test_an_item_of_a_list_is_pointed_at_by_its_number() -> None:
    session = Session(last=Interpretation("list"), listed=("east", "west"))
    assert listed(reading("the second one", "one_of", ordinal=2), session) == Interpretation(
        "body", ("west",), inherited=("subjects",)
    )
    assert listed(reading("the third one", "one_of", ordinal=3), session) is None
    assert listed(reading("the second meeting", "meeting", ordinal=2), session) is None


def test_before_without_a_name_is_before_the_holder_told_last() -> None:
    meant = Interpretation("leader", ("east",), Time("before"), inherited=("subjects",))
    assert continued(meant, Session(holder_id="mori"), None).subject_ids == ("east", "mori")
    named = Interpretation("leader", ("east",), Time("before"))
    assert continued(named, Session(holder_id="mori"), None) == named


def test_the_meeting_before_is_counted_from_the_one_told_last() -> None:
    meant = Interpretation("edition", ("forum",), Time("before"), inherited=("subjects",))
    earlier = continued(meant, Session(), 57)
    assert (earlier.ordinal, earlier.time) == (56, NOW)
    later = continued(Interpretation("edition", ("forum",), Time("after"), inherited=("subjects",)), Session(), 57)
    assert later.ordinal == 58
