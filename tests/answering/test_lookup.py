"""Who held a post when: gaps, handovers, unknown ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answering.lookup import (
    heads_during,
    heads_on,
    history,
    holder_of,
    is_over,
    posts_of,
    predecessor,
    successor,
)
from bot.knowledge.base import KnowledgeBase
from bot.model.knowledge import Fact
from tests.builders import entity, knowledge, leadership, person


def base(*facts: Fact) -> KnowledgeBase:
    people = sorted({holder_of(fact) for fact in facts})
    return knowledge([entity("body"), *(person(one) for one in people)], facts)


def holders(facts: Sequence[Fact]) -> list[str]:
    return [holder_of(fact) for fact in facts]


def test_the_day_of_a_handover_is_the_successors() -> None:
    known = base(leadership("body", "a", "2021-06-01", "2025-05-29"), leadership("body", "b", "2025-05-29"))
    assert holders(heads_on(known, "body", date(2025, 5, 28))) == ["a"]
    assert holders(heads_on(known, "body", date(2025, 5, 29))) == ["b"]


def test_both_are_named_in_a_month_of_handover() -> None:
    known = base(leadership("body", "a", "2021", "2025-05"), leadership("body", "b", "2025-05"))
    assert holders(heads_on(known, "body", date(2025, 5, 10))) == ["a", "b"]


def test_a_year_names_everybody_in_office_in_order() -> None:
    known = base(leadership("body", "b", "2025-05-29"), leadership("body", "a", "2021-06-01", "2025-05-29"))
    assert holders(heads_during(known, "body", date(2025, 1, 1), date(2025, 12, 31))) == ["a", "b"]


def test_an_open_end_is_closed_by_the_successors_start() -> None:
    known = base(leadership("body", "a", "2021"), leadership("body", "b", "2024-03-01"))
    assert holders(heads_on(known, "body", date(2026, 1, 1))) == ["b"]
    assert is_over(known, known.facts["body-chair-a"], date(2026, 1, 1))


def test_an_unknown_start_is_not_ever_since() -> None:
    known = base(leadership("body", "a", None, "2013-06", confirmed="2012"))
    assert holders(heads_on(known, "body", date(2013, 1, 1))) == ["a"]
    assert heads_on(known, "body", date(1995, 1, 1)) == ()


def test_a_superseded_head_reaches_no_further_than_the_last_confirmation() -> None:
    known = base(leadership("body", "a", "2013-05-29", confirmed="2013-07-17", superseded=True))
    assert holders(heads_on(known, "body", date(2013, 7, 1))) == ["a"]
    assert heads_on(known, "body", date(2016, 1, 1)) == ()


def test_a_head_recalled_without_dates_is_in_office_on_no_day() -> None:
    recalled = leadership("body", "a", None, confirmed="2025-01-20", superseded=True)
    known = base(recalled, leadership("body", "b", "2014-02-18"))
    assert holders(heads_on(known, "body", date(2025, 1, 20))) == ["b"]


def test_an_announced_head_is_not_in_office() -> None:
    known = base(leadership("body", "a", "2021"), leadership("body", "b", "2024", status="announced"))
    assert holders(heads_on(known, "body", date(2026, 1, 1))) == ["a"]


def test_two_sides_and_two_co_chairs_sit_side_by_side() -> None:
    sides = base(leadership("body", "a", "2021", side="kr"), leadership("body", "b", "2024", side="jp"))
    assert holders(heads_on(sides, "body", date(2026, 1, 1))) == ["a", "b"]
    pair = base(leadership("body", "a", "2021", role="co-chair"), leadership("body", "b", "2024", role="co-chair"))
    assert holders(heads_on(pair, "body", date(2026, 1, 1))) == ["a", "b"]


def test_of_two_dates_for_one_term_the_held_one_counts() -> None:
    held = leadership("body", "a", "2021-06", id_="held", conflicts_with=("other",))
    other = leadership("body", "a", "2019", id_="other", status="disputed", conflicts_with=("held",))
    assert [fact.id for fact in heads_on(base(held, other), "body", date(2022, 1, 1))] == ["held"]


def test_a_chair_goes_before_a_president() -> None:
    known = base(leadership("body", "a", "2021", role="president"), leadership("body", "b", "2021"))
    assert holders(heads_on(known, "body", date(2022, 1, 1))) == ["b"]


def test_a_second_term_has_the_predecessor_of_the_first() -> None:
    first, second = (
        leadership("body", "b", "2015", "2019", id_="first"),
        leadership("body", "b", "2019", "2023", id_="second"),
    )
    known = base(leadership("body", "a", "2010", "2015"), first, second, leadership("body", "c", "2023"))
    before, after = predecessor(known, second), successor(known, first)
    assert before is not None
    assert after is not None
    assert (holder_of(before), holder_of(after)) == ("a", "c")
    assert holders(history(known, "body")) == ["a", "b", "b", "c"]


def test_a_persons_posts_come_newest_first() -> None:
    known = base(leadership("body", "a", "2010", "2015", id_="old"), leadership("body", "a", "2020", id_="new"))
    assert [fact.id for fact in posts_of(known, "a")] == ["new", "old"]
