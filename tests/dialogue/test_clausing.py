from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.dialogue.clausing import may_stand_alone, mentioning
from bot.model.conversation import Session
from bot.model.dates import PartialDate
from bot.model.understanding import Segment, Time
from tests.dialogue.readings import reading

TODAY = date(2026, 11, 25)


def test_a_clause_with_all_that_is_asked_may_stand_alone() -> None:
    whole = reading("I read about West. Who leads East?", "about", "who", "head", about=("west", "east"))
    assert may_stand_alone(reading("Who leads East?", "who", "head", about=("east",)), whole, TODAY)
    assert not may_stand_alone(reading("I read about West.", "about", about=("west",)), whole, TODAY)


def test_a_clause_that_says_nothing_does_not_stand_alone() -> None:
    assert not may_stand_alone(reading("Well,", unknown="Well"), reading("Well, East", about=("east",)), TODAY)


def test_when_and_who_of_one_message_are_not_parted() -> None:
    whole = reading("who leads East, and since when", "who", "head", "since", about=("east",))
    assert not may_stand_alone(reading("who leads East", "who", "head", about=("east",)), whole, TODAY)


def test_a_day_gone_by_is_not_lost_with_its_clause() -> None:
    clause = reading("who led East", "who", "head", about=("east",))
    day = Segment(0, 4, "2009", "time", time=Time("at", PartialDate(2009)))
    whole = replace(clause, segments=(day, *clause.segments))
    assert not may_stand_alone(clause, whole, TODAY)
    assert may_stand_alone(clause, whole, date(2008, 1, 1))


def test_the_other_clauses_lend_their_names_nearest_first() -> None:
    whole = reading("West met North. Who leads it?", "who", "head", about=("west", "north"))
    assert mentioning(whole, reading("Who leads it?", "who", "head")).focus == ("north", "west")


def test_a_clause_leans_on_no_earlier_turn() -> None:
    whole = reading("Ramen, and since when?", "since")
    assert mentioning(whole, reading("and since when?", "since")) == Session()


def test_a_name_of_the_clause_itself_is_not_lent_to_it() -> None:
    whole = reading("West. Who leads East?", about=("west", "east"))
    assert mentioning(whole, reading("Who leads East?", about=("east",))).focus == ("west",)
