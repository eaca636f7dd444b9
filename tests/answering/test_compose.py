"""What every answer keeps to, whatever is asked."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from bot.answering.compose import clarify, out_of_scope, unknown
from bot.answering.inquiry import ReplyContext
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Reply
from bot.model.knowledge import LANGS, Lang
from bot.model.understanding import Interpretation, Time
from tests.answering.conftest import TODAY, Replies, at
from tests.builders import fact, leadership, wording

QUESTIONS: tuple[Interpretation, ...] = (
    Interpretation("leader", ("east",)),
    Interpretation("leader", ("east",), at(2024)),
    Interpretation("tenure", ("east",), part="duration"),
    Interpretation("tenure", ("mori",), part="until"),
    Interpretation("person", ("hara",)),
    Interpretation("person", ("hara",), part="company"),
    Interpretation("body", ("east",)),
    Interpretation("body", ("east",), part="members"),
    Interpretation("body", ("east",), part="founded"),
    Interpretation("body", ("east",), part="name"),
    Interpretation("counterpart", ("east",)),
    Interpretation("counterpart", ("kim",)),
    Interpretation("counterpart", ()),
    Interpretation("series", ("talks",)),
    Interpretation("edition", ("talks",), Time("latest")),
    Interpretation("edition", ("talks",), at(2024), part="topics"),
    Interpretation("meetings", ("east", "west")),
    Interpretation("meetings", ()),
    Interpretation("sector", ("chips",)),
    Interpretation("sector", ("chips",), part="channel", yes_no=True),
    Interpretation("list", (), country="JP"),
    Interpretation("list", (), part="leaders"),
    Interpretation("compare", ("east", "west")),
    Interpretation("connection", ("east", "west")),
    Interpretation("changes", ()),
)


@pytest.mark.parametrize(("meant", "lang"), list(product(QUESTIONS, LANGS)))
def test_an_answer_has_facts_sources_a_day_and_no_open_slot(reply: Replies, meant: Interpretation, lang: Lang) -> None:
    slots = {"part": meant.part, "yes_no": meant.yes_no, "country": meant.country}
    answer = reply(meant.intent, *meant.subject_ids, time=meant.time, lang=lang, **slots)
    assert answer.status == "answered"
    assert answer.fact_ids
    assert answer.sources
    assert answer.as_of
    assert answer.source_line
    told = "\n".join((answer.text, *answer.notes, answer.source_line, *answer.suggestions))
    assert not set("{}[]") & set(told)
    assert "  " not in told


@pytest.mark.parametrize("lang", LANGS)
def test_suggestions_are_few_and_name_their_subject(reply: Replies, lang: Lang) -> None:
    suggestions = reply("leader", "east", lang=lang).suggestions
    assert 2 <= len(suggestions) <= 3
    body = {"en": "East Federation", "ko": "동부연맹", "ja": "東部連盟"}[lang]
    person = {"en": "Hara Jiro", "ko": "하라 지로", "ja": "原次郎"}[lang]
    assert all(body in one or person in one for one in suggestions)


def test_what_cannot_be_answered_is_not_suggested(reply: Replies) -> None:
    suggestions = reply("body", "lone").suggestions
    assert not any("counterpart" in one or "leads" in one for one in suggestions)


def test_nothing_is_answered_without_a_source(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    base = field_of(leadership("lone", "oda", "2022", sources=("gone",)))
    assert reply("leader", "lone", base=base).status == "unknown"


def test_the_best_source_leads_and_the_newest_follows(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    base = field_of(leadership("lone", "oda", "2022", sources=("c-source", "a-source", "b-source")))
    assert [one.id for one in reply("leader", "lone", base=base).sources] == ["b-source"]


def test_a_correction_is_said_with_the_fact_it_corrects(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    said = wording("An article names another.", "한 기사는 달리 적었습니다.", "別の名を挙げた記事があります。")
    base = field_of(fact("slip", "east", "correction", text=said, corrects=("east-chair-hara",)))
    answer = reply("leader", "east", base=base)
    assert any("An article names another." in note for note in answer.notes)
    assert "slip" in answer.fact_ids


def test_a_dispute_is_said_with_the_other_date(reply: Replies, field_of: Callable[..., KnowledgeBase]) -> None:
    base = field_of(
        leadership("lone", "oda", "2022", id_="held", confirmed="2026", conflicts_with=("other",)),
        leadership("lone", "oda", "2021", id_="other", status="disputed", conflicts_with=("held",)),
    )
    answer = reply("leader", "lone", base=base)
    assert "2022" in answer.text
    assert any("disagree" in note and "2021" in note for note in answer.notes)


def test_source_and_confirm_speak_of_the_answer_before(reply: Replies) -> None:
    before = reply("leader", "east")
    previous = Reply("answered", "leader", "en", before.text, fact_ids=before.fact_ids, sources=before.sources)
    context = ReplyContext(previous)
    for intent in ("source", "confirm"):
        answer = reply(intent, context=context)
        assert answer.status == "answered"
        assert set(answer.fact_ids) == set(before.fact_ids)
        assert reply(intent).status == "unknown"


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_held_is_said_with_what_is(reply: Replies, lang: Lang) -> None:
    answer = reply("unheld", "hara", lang=lang, attribute="age")
    what = {"en": "age", "ko": "나이", "ja": "年齢"}[lang]
    assert answer.status == "unknown"
    assert what in answer.text
    assert answer.fact_ids == ("east-chair-hara",)


@pytest.mark.parametrize("lang", LANGS)
def test_no_fact_answers_keep_their_status(reply: Replies, field_of: Callable[..., KnowledgeBase], lang: Lang) -> None:
    base = field_of()
    assert reply("greeting", lang=lang).status == "chitchat"
    assert reply("help", lang=lang).status == "help"
    assert clarify(["A", "B"], base, TODAY, lang, "AB").status == "clarify"
    assert out_of_scope(base, TODAY, lang).status == "out_of_scope"
    assert unknown(base, TODAY, lang, ("east",)).status == "unknown"
    assert "East" in unknown(base, TODAY, "en", (), ("east",), "Eest").text


def test_every_language_has_the_same_cases(words: KnowledgeBase) -> None:
    rooms = ("console", "telegram")
    cases = {
        lang: {name: set(texts) for name, texts in words.answers[lang].items() if name not in rooms} for lang in LANGS
    }
    assert cases["en"] == cases["ko"] == cases["ja"]


def test_every_language_has_the_same_formats_and_labels(words: KnowledgeBase) -> None:
    def keys(lang: Lang) -> tuple[set[str], dict[str, set[str]]]:
        lexicon = words.lexicons[lang]
        formats = {key for key in lexicon.formats if not key.startswith("article")}
        return formats, {group: set(labels) for group, labels in lexicon.labels.items()}

    assert keys("en") == keys("ko") == keys("ja")
