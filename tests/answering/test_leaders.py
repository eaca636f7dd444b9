"""Who leads, led or is to lead a body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate
from bot.model.knowledge import Lang
from bot.model.understanding import Time
from tests.answering.conftest import Replies, at
from tests.builders import leadership, wording


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("Hara Jiro (原次郎)", "since 29 May 2025", "last confirmed 9 February 2026")),
        ("ko", ("동부연맹 회장은 하라 지로(原次郎)로", "2025년 5월 29일부터", "2026년 2월 9일")),
        ("ja", ("東部連盟の会長は原次郎氏で", "2025年5月29日から", "2026年2月9日")),
    ],
)
def test_the_first_sentence_has_the_holder_and_the_days(reply: Replies, lang: Lang, said: tuple[str, ...]) -> None:
    answer = reply("leader", "east", lang=lang)
    assert answer.status == "answered"
    assert all(part in answer.text for part in said)
    assert answer.as_of == "2026-02-09"
    assert answer.focus[:2] == ("east", "hara")
    assert answer.holder_id == "hara"


def test_the_facts_of_the_notes_are_among_the_facts(reply: Replies) -> None:
    answer = reply("leader", "east")
    assert any("Mori Taro" in note for note in answer.notes)
    assert set(answer.fact_ids) == {"east-chair-hara", "east-chair-mori"}


def test_the_family_name_is_clear_only_where_it_may_not_be(reply: Replies) -> None:
    assert any("family name of Hara Jiro is Hara" in note for note in reply("leader", "east").notes)
    assert not any("姓" in note for note in reply("leader", "east", lang="ja").notes)


def test_a_past_year_gets_its_own_head(reply: Replies) -> None:
    answer = reply("leader", "east", time=at(2024))
    assert "Mori Taro" in answer.text
    assert "Hara" not in answer.text


def test_a_year_with_a_handover_names_both(reply: Replies) -> None:
    answer = reply("leader", "east", time=at(2025))
    assert answer.text.index("Mori Taro") < answer.text.index("Hara Jiro")
    assert answer.listed == ("mori", "hara")


def test_a_day_before_all_facts_is_unknown_with_the_earliest(reply: Replies) -> None:
    answer = reply("leader", "east", time=at(1995))
    assert answer.status == "unknown"
    assert "in 1995" in answer.text
    assert "Mori Taro" in answer.text


def test_a_gap_names_both_neighbours(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    base = field_of(leadership("east", "oda", "2010", "2015"))
    answer = reply("leader", "east", time=at(2018), base=base)
    assert answer.status == "unknown"
    assert "Oda Ken" in answer.text
    assert "Mori Taro" in answer.text


def test_the_future_is_not_foretold(reply: Replies) -> None:
    answer = reply("leader", "east", time=at(2030))
    assert answer.status == "unknown"
    assert "cannot say" in answer.text


def test_before_and_after_lean_on_the_holder_or_the_person(reply: Replies) -> None:
    assert reply("leader", "east", time=Time("before")).holder_id == "mori"
    assert reply("leader", "east", "mori", time=Time("after")).holder_id == "hara"
    assert reply("leader", "hara", time=Time("before")).holder_id == "mori"
    assert reply("leader", "east", "mori", time=Time("before")).status == "unknown"


def test_an_announced_successor_is_told_as_announced(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    base = field_of(leadership("east", "oda", "2027-06", status="announced", confirmed="2026-11-01"))
    after = reply("leader", "east", time=Time("after"), base=base)
    assert "announced" in after.text
    assert after.holder_id == "oda"
    now = reply("leader", "east", base=base)
    assert now.holder_id == "hara"
    assert any("announced" in note for note in now.notes)


def test_the_earliest_known_is_not_called_the_first(reply: Replies) -> None:
    assert reply("leader", "east", time=Time("first")).text.startswith("The earliest head")


def test_a_head_is_found_by_number(reply: Replies) -> None:
    assert reply("leader", "east", ordinal=15).holder_id == "mori"
    assert reply("leader", "east", ordinal=3).status == "unknown"


def test_history_lists_all_and_past_leaves_out_the_holder(reply: Replies) -> None:
    assert reply("leader", "east", time=Time("history")).listed == ("mori", "hara")
    assert reply("leader", "east", time=Time("past")).listed == ("mori",)


@pytest.mark.parametrize(("lang", "no"), [("en", "No."), ("ko", "아니요"), ("ja", "いいえ")])
def test_no_longer_begins_with_no_and_names_the_holder(reply: Replies, lang: Lang, no: str) -> None:
    answer = reply("leader", "east", "mori", lang=lang, yes_no=True)
    assert answer.text.startswith(no)
    assert set(answer.fact_ids) >= {"east-chair-mori", "east-chair-hara"}
    assert answer.holder_id == "hara" or answer.holder_id == "mori"


@pytest.mark.parametrize(("lang", "yes"), [("en", "Yes."), ("ko", "네"), ("ja", "はい")])
def test_yes_begins_with_yes(reply: Replies, lang: Lang, yes: str) -> None:
    assert reply("leader", "east", "hara", lang=lang, yes_no=True).text.startswith(yes)


def test_whether_somebody_led_it_in_a_year(reply: Replies) -> None:
    assert reply("leader", "east", "mori", time=at(2024), yes_no=True).text.startswith("Yes.")
    assert reply("leader", "east", "hara", time=at(2024), yes_no=True).text.startswith("No.")


def test_somebody_never_in_office_is_denied_with_the_holder(reply: Replies) -> None:
    answer = reply("leader", "east", "kim", yes_no=True)
    assert answer.text.startswith("No.")
    assert "Hara Jiro" in answer.text


def test_a_body_without_known_heads_is_unknown(reply: Replies) -> None:
    assert reply("leader", "lone").status == "unknown"


def test_a_company_names_who_comes_from_it(reply: Replies) -> None:
    answer = reply("leader", "steel")
    assert answer.holder_id == "hara"
    assert "chairman of Steel Works" in answer.text


def test_a_series_is_led_by_those_who_hold_it(reply: Replies) -> None:
    answer = reply("leader", "talks")
    assert "Hara Jiro" in answer.text
    assert "Kim Han" in answer.text


def test_an_old_confirmation_is_said_to_be_old(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    base = field_of(leadership("lone", "oda", "2015", confirmed="2019-03-01"))
    assert any(
        "1 March 2019" in note and "may have changed" in note for note in reply("leader", "lone", base=base).notes
    )


def test_a_body_calls_its_head_as_it_does(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    title = wording("chairman", "회장", "会頭")
    base = field_of(leadership("lone", "oda", "2022", confirmed="2026", title=title))
    assert "会頭" in reply("leader", "lone", lang="ja", base=base).text


def test_since_a_year_lists_those_since(reply: Replies) -> None:
    assert reply("leader", "east", time=Time("since", PartialDate(2024))).listed == ("mori", "hara")
