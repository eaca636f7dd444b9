"""The buttons under an answer, as values. The one rule: a button does the same whenever it is pressed; pressed twice,
or a month later, it asks what it says about what it was about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.model.conversation import Choice, Reply
from bot.model.knowledge import Lang
from bot.rendering.callback import Ask, Choose, Speak, write_data
from bot.rendering.rich import clean

MOST_CHOICES = 12
MOST_SUGGESTIONS = 4
_MOST_FOCUS = 3  # what "it", "they" and "those two" can mean; more only takes room in the data


@dataclass(frozen=True, slots=True)
class Button:
    """What it says, and the data that comes back when it is pressed."""

    text: str
    data: str


def buttons_of(reply: Reply, focus: Sequence[str]) -> tuple[Button, ...]:
    """A button for each choice and each suggestion, in their order; ``focus``: what the answer was about."""
    choices, suggestions = reply.choices[:MOST_CHOICES], reply.suggestions[:MOST_SUGGESTIONS]
    buttons = [_choice_button(choice, number, reply.lang) for number, choice in enumerate(choices)]
    for number, text in enumerate(suggestions, start=len(choices)):
        buttons.append(_asking(text, Ask(reply.lang, number, tuple(focus[:_MOST_FOCUS]))))
    return tuple(button for button in buttons if button is not None)


def language_buttons(names: Sequence[tuple[Lang, str]]) -> tuple[Button, ...]:
    """A button for each language, called as its speakers call it."""
    return tuple(Button(name, data) for lang, name in names if (data := write_data(Speak(lang))) is not None)


def _choice_button(choice: Choice, number: int, lang: Lang) -> Button | None:
    """A reading too long for the data becomes a question about its subjects, which its label names."""
    label = clean(choice.label).strip()
    data = write_data(Choose(lang, choice.interpretation))
    if label and data is not None:
        return Button(label, data)
    return _asking(label, Ask(lang, number, choice.interpretation.subject_ids))


def _asking(text: str, press: Ask) -> Button | None:
    label, data = clean(text).strip(), write_data(press)
    return Button(label, data) if label and data is not None else None
