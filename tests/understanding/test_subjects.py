from __future__ import annotations

from bot.knowledge.base import KnowledgeBase
from bot.model.understanding import Inheritance, Interpretation
from bot.understanding.interpreting import Interpreter
from bot.understanding.subjects import Row, belongs_to, group_of, head_known_last, subject_rows
from tests.understanding.words import TODAY

NOTHING = Inheritance()


def rows(interpreter: Interpreter, text: str, lent: Inheritance = NOTHING) -> tuple[Row, ...]:
    return subject_rows(interpreter.knowledge, interpreter.read(text, TODAY, "en"), lent)


def test_a_name_makes_a_row_of_its_own(interpreter: Interpreter) -> None:
    row = rows(interpreter, "who leads the Eastern Federation")[0]
    assert (row.subject_ids, row.groups, row.left_over, row.distance) == (("east",), ("body",), 0, 0)


def test_each_namesake_makes_a_row(interpreter: Interpreter) -> None:
    assert {row.subject_ids for row in rows(interpreter, "who leads HB")} == {("bureau",), ("guild",)}


def test_a_related_name_is_context_and_an_unrelated_one_left_over(interpreter: Interpreter) -> None:
    related = {row.subject_ids: row for row in rows(interpreter, "Mori Taro Eastern Federation")}
    assert related[("east",)].context_ids == ("mori",)
    assert related[("east",)].left_over == 0
    apart = {row.subject_ids: row for row in rows(interpreter, "Hara Jiro Eastern Federation")}
    assert apart[("east",)].left_over == 1


def test_a_question_without_a_name_may_be_about_nobody_or_about_the_focus(interpreter: Interpreter) -> None:
    lent = Inheritance(("east", "mori"), Interpretation("leader", ("east",)))
    found = rows(interpreter, "who is the head", lent)
    assert [row.subject_ids for row in found] == [(), ("east",), ("mori",)]
    assert [row.inherited for row in found] == [0, 1, 2]


def test_a_pronoun_is_about_nobody_new(interpreter: Interpreter) -> None:
    lent = Inheritance(("east",), Interpretation("leader", ("east",)), is_pointed_at=True)
    assert [row.subject_ids for row in rows(interpreter, "before him", lent)] == [("east",)]


def test_a_weak_name_by_itself_is_unsure_until_the_field_was_spoken_of(interpreter: Interpreter) -> None:
    assert not any(row.is_sure for row in rows(interpreter, "HB"))
    lent = Inheritance(("east",), Interpretation("leader", ("east",)))
    assert all(row.is_sure for row in rows(interpreter, "HB", lent))


def test_who_leads_is_known_from_the_open_term(field: KnowledgeBase) -> None:
    assert head_known_last(field, "east") == "mori"
    assert head_known_last(field, "mori") is None
    assert belongs_to(field, "mori", "east")
    assert not belongs_to(field, "hara", "east")
    assert group_of(field, "mori") == "person"
