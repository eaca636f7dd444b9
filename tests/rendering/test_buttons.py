from __future__ import annotations

from bot.model.understanding import Interpretation
from bot.rendering.buttons import buttons_of, language_buttons
from bot.rendering.callback import Ask, Choose, Speak, read_data
from tests.rendering.replies import choice, reply

IDS = ("keidanren", "kcci")


def test_each_choice_and_each_suggestion_has_its_button_in_order() -> None:
    made = reply(choices=(choice("Keidanren", "keidanren"), choice("KCCI", "kcci")), suggestions=("And before?",))
    buttons = buttons_of(made, IDS)
    assert [button.text for button in buttons] == ["Keidanren", "KCCI", "And before?"]
    assert read_data(buttons[1].data, IDS) == Choose("en", Interpretation("leader", ("kcci",)))
    assert read_data(buttons[2].data, IDS) == Ask("en", 2, IDS)


def test_no_two_suggestions_of_a_message_carry_the_same_data() -> None:
    made = reply(suggestions=("One?", "Two?", "Three?"))
    assert len({button.data for button in buttons_of(made, IDS)}) == 3


def test_a_reading_too_long_for_a_button_is_asked_by_its_name() -> None:
    made = reply(choices=(choice("Keidanren", "keidanren", group="g" * 70),))
    assert read_data(buttons_of(made, ())[0].data, IDS) == Ask("en", 0, ("keidanren",))


def test_a_button_without_words_is_left_out() -> None:
    assert buttons_of(reply(suggestions=("\u202e \n", "Who?"), choices=(choice(" ", "kcci"),)), IDS)[0].text == "Who?"


def test_a_language_is_called_as_its_speakers_call_it() -> None:
    buttons = language_buttons([("en", "English"), ("ko", "한국어")])
    assert [(button.text, read_data(button.data, ())) for button in buttons] == [
        ("English", Speak("en")),
        ("한국어", Speak("ko")),
    ]
