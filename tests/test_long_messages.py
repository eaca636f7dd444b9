"""A long message costs no more than its length asks for. Work is counted, not timed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import pytest

from bot.engine import Engine
from bot.knowledge.base import KnowledgeBase
from bot.model.conversation import Question, Session
from bot.model.knowledge import Lang
from bot.text.clauses import is_long
from bot.understanding.fuzzy import Speller
from bot.understanding.interpreting import Interpreter
from bot.understanding.vocabulary import Vocabulary
from tests.days import TODAY

LENGTH = 4096

PROSE: Mapping[Lang, str] = {
    "en": "Keidanren and the FKI agreed to work together on hydrogen, and the chairman spoke of young people. ",
    "ko": "한경협과 경단련은 수소 협력을 넓히기로 했고, 회장은 청년 교류가 더 잦아져야 한다고 말했다. ",
    "ja": "経団連と韓経協は水素の分野で協力を深めることで一致し、会長は若者の交流に触れた。",
}

TALK: Mapping[Lang, str] = {
    "en": "We met in June. ",
    "ko": "우리는 유월에 만났습니다. ",
    "ja": "私たちは六月に会いました。",
}


def near_names(base: KnowledgeBase, lang: Lang) -> str:
    """Names with one letter written twice, one after the other."""
    names = [alias.text for entity in base.entities.values() for alias in entity.aliases if alias.lang == lang]
    return " ".join(name[:2] + name[1:] for name in names)


def long_texts(base: KnowledgeBase) -> Iterator[str]:
    for lang, prose in PROSE.items():
        yield prose * 100
        yield prose.replace(" ", "") * 100
        yield near_names(base, lang)
    yield from (part * LENGTH for part in ("a", "회", "会", "한일", "日韓", "KEF ", "?a", "5월", "2019-"))


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the costly steps are taken."""
    counts: Counter[str] = Counter()

    def counted(owner: type, name: str) -> None:
        plain: Callable[..., object] = getattr(owner, name)

        def call(*given: object, **named: object) -> object:
            counts[name] += 1
            return plain(*given, **named)

        monkeypatch.setattr(owner, name, call)

    for owner, name in (
        (Vocabulary, "matches"), (Speller, "_candidates"), (Speller, "respellings"), (Interpreter, "interpret"),
    ):  # fmt: skip
        counted(owner, name)
    return counts


def test_twice_the_length_is_at_most_twice_the_work(engine: Engine, work: Counter[str]) -> None:
    for text in long_texts(engine.knowledge):
        counts = []
        for length in (LENGTH // 2, LENGTH):
            work.clear()
            engine.answer(Question(text[:length], TODAY), Session())
            counts.append(work.copy())
        half, whole = counts
        assert whole["matches"] <= 2.2 * half["matches"] + 1500, text[:40]


def test_a_long_message_is_mended_and_interpreted_in_few_places(engine: Engine, work: Counter[str]) -> None:
    for text in long_texts(engine.knowledge):
        work.clear()
        engine.answer(Question(text[:LENGTH], TODAY), Session())
        assert work["matches"] < LENGTH + 4000, text[:40]
        assert work["_candidates"] + work["respellings"] < 300, text[:40]
        assert work["interpret"] < 60, text[:40]


@pytest.mark.parametrize(
    ("lang", "question"),
    [
        ("en", "Who leads the KCCI?"),
        ("ko", "대한상공회의소 회장은 누구인가요?"),
        ("ja", "日本商工会議所の会頭は誰ですか？"),
    ],
)
def test_what_is_asked_at_either_end_of_a_long_message_is_answered(engine: Engine, lang: Lang, question: str) -> None:
    talk = {"en": "We met in June. ", "ko": "우리는 유월에 만났습니다. ", "ja": "私たちは六月に会いました。"}[
        lang
    ] * 100
    assert is_long(talk)
    for text in (talk + question, question + " " + talk):
        assert engine.answer(Question(text, TODAY), Session()).reply.intent == "leader"


def test_many_ambiguous_names_are_no_burden(engine: Engine) -> None:
    assert engine.answer(Question("KEF " * 60 + "who?", TODAY), Session()).reply.text
