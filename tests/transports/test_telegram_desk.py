"""What goes out for what comes in, as a function: no network, no loop."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.model.conversation import Question, Session, Turn
from bot.rendering.callback import Ask, Choose, Speak
from bot.transports.telegram_desk import Chat, Command, Desk, Incoming, Pressed, Response, Utterance
from tests.transports.fake_bot import CHOICES, answer, knowledge

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
DESK = Desk(answer, knowledge(), lambda: date(2026, 1, 2), lambda: NOON)


def said(*incoming: Incoming, desk: Desk = DESK, chat: Chat | None = None, app_lang: str = "en") -> Response:
    """The response to the last of them."""
    response = Response(chat or Chat(), ())
    for each in incoming:
        response = desk.respond(each, response.chat, app_lang)
    return response


def text(response: Response) -> str:
    return "".join(message.html for message in response.messages)


def heard(incoming: Incoming, chat: Chat | None = None) -> list[tuple[Question, Session]]:
    """What the answerer is asked for it."""
    asked: list[tuple[Question, Session]] = []

    def listen(question: Question, session: Session) -> Turn:
        asked.append((question, session))
        return answer(question, session)

    said(incoming, desk=replace(DESK, answerer=listen), chat=chat)
    return asked


def test_the_day_and_the_moment_come_with_the_question() -> None:
    asked = heard(Utterance("who"))
    assert [(question.today, question.at) for question, _ in asked] == [(date(2026, 1, 2), NOON)]


def test_what_a_button_says_after_half_an_hour_it_still_means() -> None:
    """The session is forgotten by then; the button is not."""
    later = replace(DESK, now=lambda: NOON + timedelta(hours=9))
    chat = said(Utterance("which")).chat
    assert "picked=leader/kcci/since" in text(
        said(Pressed(Choose("en", CHOICES[1].interpretation), "KCCI"), desk=later, chat=chat)
    )
    assert "focus=kcci" in text(said(Pressed(Ask("en", 0, ("kcci",)), "And?"), desk=later, chat=chat))


def test_a_suggestion_about_the_current_topic_keeps_the_conversation() -> None:
    chat = Chat(Session(focus=("kcci", "keidanren"), holder_id="somebody", at=NOON))
    same, other = Pressed(Ask("en", 0, ("kcci",)), "And?"), Pressed(Ask("en", 0, ("keidanren",)), "And?")
    sessions = [session for each in (same, other) for _, session in heard(each, chat)]
    assert [session.holder_id for session in sessions] == ["somebody", None]


def test_a_button_in_another_language_is_not_a_choice_of_language() -> None:
    chat = said(Pressed(Ask("ko", 0, ("kcci",)), "회장은?")).chat
    assert chat.session.lang is None
    assert "lang=None" in text(said(Utterance("who"), chat=chat))


def test_a_language_chosen_outweighs_the_language_of_a_button() -> None:
    assert "lang=ja" in text(said(Pressed(Speak("ja")), Pressed(Ask("ko", 0), "회장은?")))


def test_help_leaves_the_conversation_as_it_was() -> None:
    before = said(Utterance("keidanren"))
    assert said(Command("help"), chat=before.chat).chat == before.chat


def test_a_person_is_addressed_in_the_language_of_the_last_answer() -> None:
    assert "아직" in text(said(Utterance("회장"), Command("sources"), app_lang="ja"))
    assert "出典" in text(said(Command("sources"), app_lang="ja"))
    assert "There is no answer" in text(said(Command("sources"), app_lang="fr"))


def test_a_message_unseen_needs_no_words_for_a_choice_but_for_a_suggestion() -> None:
    pressed = DESK.read_press("1ck|leader|keidanren", {})
    assert pressed is not None
    assert pressed.label == "게이단렌"
    assert DESK.read_press("1sk0|keidanren", {}) is None
    assert DESK.read_press("1ck|overview|", {}) is None
