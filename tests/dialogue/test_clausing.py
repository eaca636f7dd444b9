from __future__ import annotations

from bot.dialogue.clausing import may_stand_alone, mentioning
from bot.model.conversation import Session
from tests.dialogue.readings import reading


def test_a_clause_with_all_that_is_asked_may_stand_alone() -> None:
    whole = reading("I read about West. Who leads East?", "about", "who", "head", about=("west", "east"))
    assert may_stand_alone(reading("Who leads East?", "who", "head", about=("east",)), whole)
    assert not may_stand_alone(reading("I read about West.", "about", about=("west",)), whole)


def test_a_clause_that_says_nothing_does_not_stand_alone() -> None:
    assert not may_stand_alone(reading("Well,", unknown="Well"), reading("Well, East", about=("east",)))


def test_when_and_who_of_one_message_are_not_parted() -> None:
    whole = reading("who leads East, and since when", "who", "head", "since", about=("east",))
    assert not may_stand_alone(reading("who leads East", "who", "head", about=("east",)), whole)


def test_the_other_clauses_lend_their_names_nearest_first() -> None:
    whole = reading("West met North. Who leads it?", "who", "head", about=("west", "north"))
    assert mentioning(whole, reading("Who leads it?", "who", "head")).focus == ("north", "west")


def test_a_clause_leans_on_no_earlier_turn() -> None:
    whole = reading("Ramen, and since when?", "since")
    assert mentioning(whole, reading("and since when?", "since")) == Session()


def test_a_name_of_the_clause_itself_is_not_lent_to_it() -> None:
    whole = reading("West. Who leads East?", about=("west", "east"))
    assert mentioning(whole, reading("Who leads East?", about=("east",))).focus == ("west",)
