"""The bot as its own process, against the strict server, with an answerer that tells what it was asked."""

from __future__ import annotations

from typing import Any

from tests.telegram_server import TelegramServer
from tests.transports.running import RunningBot, asked


class TestAnswering:
    def test_a_question_gets_its_answer(self, telegram: TelegramServer, bot: RunningBot, person: int) -> None:
        assert asked(telegram, person, "who leads <b>&") == "asked=who leads <b>& lang=None focus="

    def test_typing_is_shown_before_the_answer(self, telegram: TelegramServer, bot: RunningBot, person: int) -> None:
        asked(telegram, person, "slow")
        (typing,), (answer,) = telegram.calls("sendChatAction", person), telegram.calls("sendMessage", person)
        assert typing.at < answer.at - 0.25

    def test_a_long_answer_comes_in_parts_with_the_buttons_under_the_last(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        telegram.say(person, "long")
        last = telegram.wait_for_message(person, 3)
        assert ["reply_markup" in message for message in telegram.messages(person)] == [False, False, True]
        assert last["reply_markup"]["inline_keyboard"][0][0]["text"] == "And then?"

    def test_a_chat_keeps_its_order_and_others_do_not_wait(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        for number in range(20):
            telegram.say(person, f"question {number}")
        telegram.wait_for_message(person, 20)
        numbers = [int(message["text"].split()[1]) for message in telegram.messages(person)]
        assert numbers == list(range(20))

    def test_no_link_preview_stands_larger_than_the_answer(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        asked(telegram, person, "keidanren")
        assert "is_disabled" in telegram.calls("sendMessage", person)[0].params["link_preview_options"]

    def test_a_topic_of_a_private_chat_is_answered_there(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        telegram.say(person, "hello", message_thread_id=77, is_topic_message=True)
        assert telegram.wait_for_message(person)["message_thread_id"] == 77


class TestButtons:
    def test_a_choice_is_taken(self, telegram: TelegramServer, bot: RunningBot, person: int) -> None:
        telegram.say(person, "which")
        query = telegram.press(person, telegram.wait_for_message(person), 1)
        answer = telegram.wait_for_message(person, 2)["text"]
        assert answer.startswith("KCCI\n\nasked=1 lang=en")
        assert "picked=leader/kcci/since" in answer
        (seen,) = [c for c in telegram.calls("answerCallbackQuery") if c.params["callback_query_id"] == query]
        assert "text" not in seen.params
        assert seen.at < telegram.calls("sendMessage", person)[-1].at

    def test_a_suggestion_asks_about_what_its_message_was_about(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        telegram.say(person, "keidanren")
        message = telegram.wait_for_message(person)
        telegram.say(person, "kcci")
        telegram.wait_for_message(person, 2)
        telegram.press(person, message, 0)
        answer = telegram.wait_for_message(person, 3)["text"]
        assert answer == "And its <partner>?\n\nasked=And its <partner>? lang=en focus=keidanren"

    def test_a_button_pressed_twice_answers_twice_the_same(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        telegram.say(person, "which")
        message = telegram.wait_for_message(person)
        telegram.press(person, message, 0)
        telegram.press(person, message, 0)
        telegram.wait_for_message(person, 3)
        assert all("picked=leader/keidanren" in each["text"] for each in telegram.messages(person)[1:])

    def test_a_forged_or_outdated_button_says_kindly_why_not(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        telegram.say(person, "which", "ko")
        message = telegram.wait_for_message(person)
        for data in ("0old", "1ce|leader|dissolved", "1se9|keidanren", "x" * 64):
            query = telegram.press(person, message, data)
            (seen,) = telegram.wait_for(
                lambda query=query: [  # type: ignore[misc]
                    c for c in telegram.calls("answerCallbackQuery") if c.params["callback_query_id"] == query
                ]
            )
            assert seen.params["text"] == "This button no longer works. Please write your question instead."
        assert len(telegram.messages(person)) == 1

    def test_a_message_too_old_to_be_seen_still_offers_its_choices(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        telegram.say(person, "which")
        message = telegram.wait_for_message(person)
        data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        unseen = {"message_id": message["message_id"], "chat": message["chat"], "date": 0}
        telegram.press(person, unseen, data)
        assert "picked=leader/keidanren" in telegram.wait_for_message(person, 2)["text"]


class TestCommands:
    def test_start_greets_and_help_is_what_the_engine_says(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        assert asked(telegram, person, "/start", app_lang="ko-KR").startswith("안녕하세요, Keymen입니다.")
        assert asked(telegram, person, "/help@KeymenTestBot", 2, "ja").startswith("asked=ヘルプ lang=ja")

    def test_a_link_to_a_subject_asks_about_it(self, telegram: TelegramServer, bot: RunningBot, person: int) -> None:
        assert asked(telegram, person, "/start keidanren", app_lang="ko").startswith("asked=게이단렌 lang=ko")
        assert asked(telegram, person, "/start nobody-knows", 2).startswith("안녕하세요")

    def test_sources_are_those_of_the_last_answer_that_had_any(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        assert asked(telegram, person, "/sources") == "There is no answer with sources yet. Ask me something first."
        asked(telegram, person, "keidanren", 2)
        asked(telegram, person, "thanks", 3)
        assert asked(telegram, person, "/SOURCES", 4).endswith("Nippon.com, 2025-06-02: A <title>")
        assert 'href="https://www.nippon.com/1"' in telegram.calls("sendMessage", person)[-1].params["text"]

    def test_a_chosen_language_holds_for_every_answer(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        telegram.say(person, "/language")
        picker = telegram.wait_for_message(person)
        telegram.press(person, picker, 1)
        telegram.press(person, picker, 1)
        telegram.wait_for(lambda: len(telegram.calls("editMessageText", person)) == 2)
        assert telegram.messages(person)[0]["text"] == "이제부터 한국어로 답하겠습니다."
        assert "lang=ko" in asked(telegram, person, "who", 2)
        telegram.state.calls = [call for call in telegram.state.calls if call.method != "editMessageText"]

    def test_an_unknown_command_and_a_picture_get_a_sentence(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        assert asked(telegram, person, "/frobnicate now").startswith("I do not know that command.")
        photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
        telegram.message(person, app_lang="ja", photo=photo)
        assert telegram.wait_for_message(person, 2)["text"].startswith("文字の質問だけを")
        telegram.message(person, photo=photo, caption="who leads")
        assert telegram.wait_for_message(person, 3)["text"].startswith("asked=who leads")

    def test_each_language_has_its_menu(self, telegram: TelegramServer, bot: RunningBot) -> None:
        telegram.wait_for(lambda: len(telegram.state.menus) == 4)
        assert {code: menu[-1]["description"] for code, menu in telegram.state.menus.items()} == {
            "": "Choose the language of the answers",
            "en": "Choose the language of the answers",
            "ko": "답변 언어 고르기",
            "ja": "回答の言語を選ぶ",
        }


class TestSilence:
    def test_groups_bots_edits_and_other_bots_commands_get_no_answer(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        before = len(telegram.calls("sendMessage"))
        telegram.message(person, "supergroup", text="who leads Keidanren")
        robot: dict[str, Any] = {"from": {"id": person, "is_bot": True, "first_name": "B"}}
        telegram.say(person, "beep", **robot)
        telegram.say(person, "via", via_bot={"id": 5, "is_bot": True, "first_name": "B"})
        telegram.say(person, "/help@SomeOtherBot")
        telegram.message(person, pinned_message={"message_id": 1, "date": 0, "chat": {"id": person, "type": "private"}})
        telegram.state.allowed = None
        telegram.push(
            "edited_message", {"message_id": 1, "date": 1, "chat": {"id": person, "type": "private"}, "text": "x"}
        )
        assert asked(telegram, person, "me").startswith("asked=me")
        assert len(telegram.calls("sendMessage")) == before + 1

    def test_a_button_pressed_in_a_group_stops_waiting_and_no_more(
        self, telegram: TelegramServer, bot: RunningBot, person: int
    ) -> None:
        message = {"message_id": 5, "date": 1, "chat": {"id": -5, "type": "group"}, "text": "x"}
        query = telegram.press(person, message, "1lk")
        telegram.wait_for(lambda: query not in telegram.state.queries)
        assert telegram.messages(-5) == []

    def test_only_what_is_handled_is_asked_for(self, telegram: TelegramServer, bot: RunningBot) -> None:
        assert telegram.calls("getUpdates")[0].params["allowed_updates"] == '["message", "callback_query"]'
