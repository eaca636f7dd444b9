from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.knowledge import Lang
from bot.text.language import detect_language

_WORDS: dict[Lang, frozenset[str]] = {
    "en": frozenset("who what when is are the of does do leads tell me about still and how".split()),
    "ko": frozenset("은 는 이 가 을 를 의 누구 누구야 뭐야 언제 무엇 알려줘 에서 인가요 입니까".split()),
    "ja": frozenset("は が の を に 誰 何 ですか いつ どこ について さん 教えて".split()),
}


@pytest.mark.parametrize(
    ("question", "lang"),
    [
        ("who leads Keidanren", "en"),
        ("게이단렌 회장은 누구야?", "ko"),
        ("経団連の会長は誰ですか", "ja"),
        ("ケイダンレン", "ja"),
        ("日韓経済協会", "ja"),
        ("全經聯 會長", "ja"),
        ("KCCI", "en"),
        ("게이단렌 chairman 누구", "ko"),
        ("who is 류진", "en"),
        ("is 류진 still the chairman?", "en"),
        ("what does 대한상의 do", "en"),
        ("who is 대한 상공 회의소 회장", "en"),
        ("chairman of 대한상공회의소", "en"),
        ("who is 筒井義信?", "en"),
        ("what is 日韓フォーラム", "en"),
        ("tell me about 筒井さん", "en"),
        ("경단련 회장 who?", "ko"),
        ("KCCI 회장", "ko"),
        ("KCCI와 JCCI 관계", "ko"),
        ("KCCI 会長は", "ja"),
        ("KCCI 会長", "ja"),
        ("SK chairman は誰", "ja"),
        ("Keidanren chairman だれですか", "ja"),
        ("게이단렌の会長は誰", "ja"),
        ("ソニー 회장은 누구야", "ko"),
        ("トヨタ 회장?", "ko"),
        ("経団連 회장", "ko"),
        ("ㅋㅋ", "ko"),
    ],
)
def test_the_words_around_a_name_decide(question: str, lang: str) -> None:
    assert detect_language(question, _WORDS) == lang


@pytest.mark.parametrize("question", ["", "2024", "???", "🎉", "שלום", "\ud800"])
def test_nothing_is_decided_without_a_letter_of_the_three(question: str) -> None:
    assert detect_language(question, _WORDS) is None


@pytest.mark.parametrize(("question", "lang"), [("who is 류진", "ko"), ("KCCI 会長", "ja"), ("who", "en")])
def test_scripts_decide_where_no_words_are_known(question: str, lang: str) -> None:
    assert detect_language(question, {}) == lang


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert detect_language(text, _WORDS) in ("en", "ko", "ja", None)
