from __future__ import annotations

from bot.rendering.plain import render_plain
from tests.rendering.replies import choice, reply


def test_the_choices_carry_the_numbers_that_pick_them() -> None:
    made = reply("Which one?", choices=(choice("Keidanren", "keidanren"), choice("KCCI", "kcci")))
    assert render_plain(made) == "Which one?\n  1. Keidanren\n  2. KCCI"


def test_notes_and_source_follow_the_answer() -> None:
    assert render_plain(reply("A.", notes=("B.",), source_line="Source: C")) == "A.\nB.\nSource: C"


def test_nothing_reaches_the_terminal_that_could_steer_it() -> None:
    assert render_plain(reply("a\x1b[31mb\u202ec\ud800")) == "a [31mbc"
