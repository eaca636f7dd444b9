"""Every fact that ships is told when the question that its kind invites is asked, in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Question, Session
from bot.model.knowledge import LANGS, Lang
from tests.days import TODAY
from tests.reachable_questions import FORMS, Asked, Asker, tells

UNREACHED: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("unreachable_facts.yaml").read_text("utf-8"))
LEAST = 0.99


def missed(engine: Engine, lang: Lang) -> list[tuple[Asked, str]]:
    """The questions of a language that are not answered by their fact, with the answer."""
    found = []
    for asked in Asker(engine.knowledge, TODAY).all():
        if asked.lang == lang:
            reply = engine.answer(Question(asked.text, TODAY), Session()).reply
            is_told = asked.fact.id in reply.fact_ids and tells(engine.knowledge, asked, reply.full_text)
            if not is_told or (reply.status, reply.lang) != ("answered", lang):
                found.append((asked, reply.text))
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_every_fact_is_told_when_it_is_asked_for(engine: Engine, lang: Lang) -> None:
    listed = {row["fact"] for row in UNREACHED if lang in row["langs"]}
    not_told = missed(engine, lang)
    new = [f"{asked.fact.id}: {asked.text} → {text}" for asked, text in not_told if asked.fact.id not in listed]
    assert new == [], "mend it, or list it with why in unreachable_facts.yaml:\n" + "\n".join(new)
    assert 1 - len(not_told) / len(engine.knowledge.facts) >= LEAST


def test_each_fact_has_a_question_in_each_language(shipped_base: KnowledgeBase) -> None:
    asked = {(one.fact.id, one.lang) for one in Asker(shipped_base, TODAY).all() if one.text and "{" not in one.text}
    assert asked == {(fact_id, lang) for fact_id in shipped_base.facts for lang in LANGS}


def test_what_is_listed_as_not_reached_is_a_fact_and_says_why(shipped_base: KnowledgeBase) -> None:
    assert [row for row in UNREACHED if row["fact"] not in shipped_base.facts or not row["why"]] == []


def test_the_forms_are_not_the_examples_that_the_bot_learns_from(shipped_base: KnowledgeBase) -> None:
    """Compared with the names left out."""
    examples = {bare(text) for lang in LANGS for texts in shipped_base.utterances[lang].values() for text in texts}
    forms = [form for by_lang in FORMS.values() for texts in by_lang.values() for form in texts]
    assert [form for form in forms if bare(form) in examples] == []


def bare(form: str) -> str:
    """A form without its slots, its condition and its marks."""
    text = form.rpartition(") ")[2].casefold()
    while "{" in text:
        before, _, rest = text.partition("{")
        text = before + "_" + rest.partition("}")[2]
    return text.strip(" ?.!？。")


def test_an_answer_that_does_not_say_the_fact_is_not_counted(shipped_base: KnowledgeBase) -> None:
    assert not any(tells(shipped_base, asked, "I know nothing.") for asked in Asker(shipped_base, TODAY).all())
