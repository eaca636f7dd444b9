"""The template language: slots, particles, groups and plurals."""

from __future__ import annotations

import pytest

from bot.answering.wording import as_sentence, fill


def test_a_slot_puts_its_value() -> None:
    assert fill("{a} leads {b}.", {"a": "X", "b": "Y"}) == "X leads Y."


@pytest.mark.parametrize(("name", "written"), [("한경협", "한경협은"), ("대한상의", "대한상의는"), ("FKI", "FKI는")])
def test_a_particle_follows_the_last_sound(name: str, written: str) -> None:
    assert fill("{body:은}", {"body": name}) == written
    assert fill("{body:는}", {"body": name}) == written


def test_a_reading_in_brackets_does_not_choose_the_particle() -> None:
    assert fill("{person:이}", {"person": "하라 지로(原)"}) == "하라 지로(原)가"


def test_a_group_goes_when_a_slot_in_it_has_no_value() -> None:
    template = "{a}[ since {b}[ (as of {c})]]."
    assert fill(template, {"a": "X"}) == "X."
    assert fill(template, {"a": "X", "b": "May"}) == "X since May."
    assert fill(template, {"a": "X", "b": "May", "c": "June"}) == "X since May (as of June)."


def test_an_inner_group_does_not_take_the_outer_one_with_it() -> None:
    assert fill("[{a}[, {b}]]", {"a": "X", "b": None}) == "X"


def test_plurals_and_thousands() -> None:
    assert fill("{n} {n:plural:member|members}", {"n": 1}) == "1 member"
    assert fill("{n} {n:plural:member|members}", {"n": 1574}) == "1,574 members"


def test_a_sentence_begins_with_a_capital_but_a_name_stays_as_written() -> None:
    assert as_sentence("the council met.") == "The council met."
    assert as_sentence("iPark is a park.") == "iPark is a park."
