from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.dialogue.remembering import session_after
from bot.model.conversation import FORGET_AFTER, Choice, Question, Reply, Session
from bot.model.understanding import Interpretation

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
ASKED = Question("who leads the east", date(2026, 1, 15), NOON)
ANSWERED = Reply("answered", "leader", "en", "Mori.", fact_ids=("east-chair-mori",))
LEADER = Interpretation("leader", ("east",))
BEFORE = Session(focus=("west",), last=Interpretation("body", ("west",)), listed=("west",), holder_id="hara")


def test_an_answer_moves_the_focus_newest_first() -> None:
    after = session_after(BEFORE, ASKED, ANSWERED, LEADER, ("mori",), "mori", ())
    assert after.focus == ("mori", "east", "west")
    assert (after.last, after.holder_id, after.reply, after.at) == (LEADER, "mori", ANSWERED, NOON)


def test_the_session_before_is_left_as_it_was() -> None:
    kept = replace(BEFORE)
    session_after(BEFORE, ASKED, ANSWERED, LEADER, ("mori",), "mori", ())
    assert kept == BEFORE


def test_a_list_is_remembered_until_the_next_one() -> None:
    assert session_after(BEFORE, ASKED, ANSWERED, LEADER, (), None, ()).listed == ("west",)
    assert session_after(BEFORE, ASKED, ANSWERED, LEADER, (), None, ("a", "b")).listed == ("a", "b")


def test_chitchat_and_refusals_leave_the_focus_where_it_was() -> None:
    for status in ("chitchat", "out_of_scope", "help", "unknown"):
        reply = Reply(status, None, "en", "…")
        after = session_after(BEFORE, ASKED, reply, None, (), None, ())
        assert (after.focus, after.last, after.holder_id) == (BEFORE.focus, BEFORE.last, BEFORE.holder_id)


def test_asking_for_the_source_changes_no_topic() -> None:
    after = session_after(BEFORE, ASKED, ANSWERED, Interpretation("source"), (), None, ())
    assert (after.focus, after.last) == (BEFORE.focus, BEFORE.last)


def test_a_clarification_waits_for_one_turn() -> None:
    choice = Choice("east", "The East", LEADER)
    waiting = session_after(BEFORE, ASKED, Reply("clarify", None, "en", "?", choices=(choice,)), None, (), None, ())
    assert waiting.pending == (choice,)
    assert session_after(waiting, ASKED, ANSWERED, LEADER, (), None, ()).pending == ()


def test_the_focus_stays_short() -> None:
    session = Session(focus=tuple("abcdefgh"))
    assert len(session_after(session, ASKED, ANSWERED, LEADER, (), None, ()).focus) < len(session.focus)


def test_half_an_hour_of_silence_is_forgotten_but_for_the_language() -> None:
    session = replace(BEFORE, at=NOON, lang="ko")
    assert session.at_time(NOON + FORGET_AFTER) == session
    assert session.at_time(NOON + FORGET_AFTER + timedelta(seconds=1)) == Session(lang="ko")
    assert session.at_time(None) == session
