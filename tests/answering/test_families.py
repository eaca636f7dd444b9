"""Persons, bodies, counterparts, meetings, sectors and the rest: what each family must not get wrong."""

from __future__ import annotations

from collections.abc import Callable

from bot.knowledge.base import KnowledgeBase
from bot.model.dates import PartialDate
from bot.model.understanding import Time
from tests.answering.conftest import Replies, at
from tests.builders import entity, fact, wording


def test_a_person_is_told_by_posts_with_their_times(reply: Replies) -> None:
    answer = reply("person", "hara")
    assert "chairman of the East Federation (since 29 May 2025" in answer.text
    assert answer.focus[0] == "hara"


def test_a_person_of_the_past_is_not_given_a_post_today(reply: Replies) -> None:
    assert "was chairman" in reply("person", "mori").text


def test_posts_at_another_time_are_those_of_then(reply: Replies) -> None:
    assert reply("person", "hara", time=at(2010)).status == "unknown"
    assert "East Federation" in reply("person", "mori", time=at(2022)).text


def test_how_long_counts_whole_months(reply: Replies) -> None:
    assert "3 years and 11 months" in reply("tenure", "mori", part="duration").text


def test_an_end_not_known_is_told_as_open(reply: Replies) -> None:
    assert "still" in reply("tenure", "hara", part="until").text


def test_a_count_of_members_has_its_date(reply: Replies) -> None:
    assert reply("body", "east", part="members").text == "The East Federation has 1,542 companies (counted 2024)."


def test_a_part_not_known_says_which(reply: Replies) -> None:
    answer = reply("body", "east", part="seat")
    assert answer.status == "unknown"
    assert "the seat" in answer.text


def test_a_counterpart_comes_with_its_head(reply: Replies) -> None:
    answer = reply("counterpart", "east")
    assert "West Council" in answer.text
    assert "Kim Han" in answer.text
    assert answer.focus[:2] == ("west", "kim")


def test_a_persons_counterpart_goes_by_the_body_headed(reply: Replies) -> None:
    assert reply("counterpart", "kim").holder_id == "hara"


def test_a_counterpart_in_the_past_had_the_head_of_then(reply: Replies) -> None:
    answer = reply("counterpart", "kim", time=at(2024))
    assert answer.holder_id == "mori"
    assert "Hara" not in answer.text


def test_whether_two_are_counterparts(reply: Replies) -> None:
    assert reply("counterpart", "east", "west", yes_no=True).text.startswith("Yes.")
    assert reply("counterpart", "hara", "kim", yes_no=True).text.startswith("Yes.")
    assert reply("counterpart", "lone", "west", yes_no=True).text.startswith("No,")


def test_a_body_without_a_counterpart_is_not_given_one(reply: Replies) -> None:
    assert reply("counterpart", "lone").status == "unknown"


def test_the_latest_meeting_is_the_last_that_was_held(reply: Replies) -> None:
    assert reply("edition", "talks").fact_ids[0] == "talks-32"
    assert "to be held" in reply("edition", "talks", time=Time("next")).text


def test_a_meeting_is_found_by_year_and_number(reply: Replies) -> None:
    assert "hydrogen" in reply("edition", "talks", time=at(2024, 10), part="topics").text
    assert "17 from Korea and 7 from Japan" in reply("edition", "talks", ordinal=31, part="attendance").text
    missing = reply("edition", "talks", time=at(2020))
    assert missing.status == "unknown"
    assert "18 October 2024" in missing.text


def test_facts_with_one_number_tell_of_one_meeting(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    more = fact("talks-32-more", "talks", "edition", start="2025-10-17", edition=32, outcome=wording("a pact"))
    answer = reply("edition", "talks", base=field_of(more), part="outcome")
    assert "a pact" in answer.text
    assert set(answer.fact_ids) == {"talks-32", "talks-32-more"}


def test_meetings_between_two_are_those_both_hold(reply: Replies) -> None:
    assert reply("meetings", "east", "west").listed == ("talks",)
    assert reply("meetings", "east", "lone").status == "unknown"


def test_agreements_are_told_with_parties_and_day(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    text = wording("They will share staff.")
    pact = fact("pact", "east", "agreement", start="2023-06-09", parties=("east", "west"), text=text)
    answer = reply("agreement", "west", "east", base=field_of(pact), yes_no=True)
    assert answer.text.startswith("Yes. The East Federation and the West Council")
    assert "9 June 2023" in answer.text
    assert reply("agreement", "east", "lone", base=field_of(pact)).status == "unknown"


def test_a_channel_that_does_not_exist_is_a_no(reply: Replies) -> None:
    assert reply("sector", "chips", part="channel", yes_no=True).text == "No. There is none."


def test_a_list_counts_exactly_and_names_a_dozen(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    many = tuple(entity(f"body-{n:02}", kind="club") for n in range(15))
    roles = [fact(f"role-{n:02}", f"body-{n:02}", "role", text=wording("A club.")) for n in range(15)]
    answer = reply("list", base=field_of(*roles, entities=many), group="club")
    assert answer.text.startswith("15 ")
    assert answer.text.endswith("and 3 more.")
    assert len(answer.listed) == 15


def test_changes_come_newest_first_and_only_since(reply: Replies) -> None:
    answer = reply("changes", time=Time("since", PartialDate(2025)))
    assert answer.text.index("17 October 2025") < answer.text.index("29 May 2025")
    assert "2023" not in answer.text


def test_no_change_since_a_day_names_the_last_before(reply: Replies) -> None:
    answer = reply("changes", "west", time=Time("since", PartialDate(2026)))
    assert "22 August 2023" in answer.text or "17 October 2025" in answer.text


def test_dispatch_not_known_is_not_made_up(reply: Replies) -> None:
    assert reply("connection", "east", "west", part="dispatch").status == "unknown"


def test_links_are_told_as_written(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    link = {"with": ("west",), "topic": "dispatch"}
    told = fact("link", "east", "link", text=wording("They lend staff to each other."), **link)  # type: ignore[arg-type]
    answer = reply("connection", "east", "west", part="dispatch", base=field_of(told), yes_no=True)
    assert answer.text == "Yes. They lend staff to each other."


def test_why_somebody_left_is_unknown_where_no_fact_tells_it(reply: Replies) -> None:
    assert reply("tenure", "mori", part="why").status == "unknown"


def test_two_bodies_taken_for_one_are_told_apart_first(reply: Replies) -> None:
    assert reply("compare", "east", "west", part="same").text.startswith("No, ")


def test_the_row_of_heads_is_counted(reply: Replies) -> None:
    assert reply("leader", "east", time=Time("history")).text.startswith("The 2 heads of")


def test_a_person_and_the_company_behind_are_linked(reply: Replies) -> None:
    assert "chairman of Steel Works" in reply("connection", "hara", "steel").text


def test_the_head_of_somebodys_company_is_not_that_person_as_head_elsewhere(reply: Replies) -> None:
    answer = reply("leader", "hara", part="company")
    assert answer.focus[0] == "steel"
    assert not answer.text.startswith("Hara Jiro (原次郎) has been chairman of the East Federation")
