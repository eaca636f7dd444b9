from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.text.normalise import compact, fold_kana, key, normalise

# Single characters that gave trouble: marks, Hangul letters of every kind, signs between numbers, what NFKC expands.
_AWKWARD = st.sampled_from(
    "0129,.-/:~ \u2013\u301c\uff5e年년월가각각ᄓㄱㅏㅋ\uffa1\uffc2\uff76\uff9e\uff9fカガー\u3099\u309a\u309b"
    "\u0301\u0308\u00a8\u200b\u200d\ufe0f\ud800\udfff\x00\t\nßŉİéĀœ㈱①½㌔\ufb01經會\ufa11\U00020bb7'\u02bc🎉🇰א\u202eｋＫ"
)
_TEXT = st.one_of(
    st.text(st.characters(), max_size=40),
    st.text(_AWKWARD, max_size=12),
    st.lists(st.sampled_from(["1,234", "2019", " - ", "~", " ~ ", "년", "12", ",", "567"]), max_size=6).map("".join),
)
_MANY = settings(max_examples=300, deadline=None)


@_MANY
@given(_TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once
    assert key(key(text)) == key(text)


@_MANY
@given(_TEXT)
def test_offsets_always_point_back_into_the_original(text: str) -> None:
    normal = normalise(text)
    assert len(normal.offsets) == len(normal.text) + 1 == len(normal.ends) + 1
    assert list(normal.offsets) == sorted(normal.offsets)
    assert all(0 <= start < end <= len(text) for start, end in zip(normal.offsets, normal.ends, strict=False))
    for place, char in enumerate(normal.text):
        if char.isalnum():
            assert char in normalise(normal.quote(place, place + 1)).text


@_MANY
@given(_TEXT)
def test_the_normal_form_holds_single_inner_spaces_and_no_other_blank(text: str) -> None:
    normal = normalise(text).text
    assert normal == " ".join(normal.split())
    assert all(char.isalnum() or char in " -/.:~" for char in normal)


@_MANY
@given(_TEXT)
def test_a_compact_text_is_the_normal_form_without_spaces(text: str) -> None:
    normal, tight = normalise(text), compact(text)
    assert tight == compact(normal)
    assert tight.text == fold_kana(normal.text.replace(" ", ""))
    assert len(tight.offsets) == len(tight.text) + 1
    began = [place for place in range(len(tight.text)) if place in tight.starts]
    assert [tight.offsets[place] for place in began] == [
        normal.offsets[place]
        for place, char in enumerate(normal.text)
        if char != " " and (place == 0 or normal.text[place - 1] == " ")
    ]


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Who leads KEIDANREN?", "who leads keidanren"),
        ("ｹｲﾀﾞﾝﾚﾝ ﾊﾟｰﾄﾅｰ", "ケイダンレン パートナー"),
        ("ハ゜ス カ゛ス", "パス ガス"),
        ("ＫＣＣＩ　２０２４", "kcci 2024"),
        ("Tōkura Masakazu", "tokura masakazu"),
        ("경단련", "경단련"),
        ("ㅋㅋ ㅏ댱", "ㅋㅋ ㅏ댱"),
        ("經濟團體聯合會", "経済団体連合会"),
        ("韓國 髙島", "韓国 高島"),
        ("한·일 상의", "한 일 상의"),
        ("日・韓フォーラム", "日 韓フォーラム"),
        ("Shin’ichi Jun'ichi", "shin ichi jun ichi"),
        ("Korea–Japan e-commerce", "korea japan e commerce"),
        ("第①回", "第1回"),
        ("㈱日立", "株 日立"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("\ud800KCCI\udfff", "kcci"),
        ("שלום \u202eKCCI", "שלום kcci"),
        ("👨‍👩‍👧 KCCI 🇰🇷", "kcci"),
        ("١٢٣", "123"),
        ("Straße Łódź", "strasse lodz"),
        ("", ""),
        ("\x00\n\t ", ""),
    ],
)
def test_width_case_marks_and_old_characters_go(written: str, normal: str) -> None:
    assert normalise(written).text == normal


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("1,574 members", "1574 members"),
        ("1,234,567", "1234567"),
        ("2019,2020", "2019 2020"),
        ("12,34", "12 34"),
        ("May 29, 2025.", "may 29 2025"),
        ("2025-05-29 10:30", "2025-05-29 10:30"),
        ("2025.5.29.", "2025.5.29"),
        ("2019–2021", "2019-2021"),
        ("2019 - 2021", "2019-2021"),
        ("2019年 〜 2021年", "2019年~2021年"),
        ("안녕~ 2024", "안녕 2024"),
        ("1--2", "1 2"),
        ("-5.", "5"),
    ],
)
def test_signs_stay_only_where_they_join_numbers(written: str, normal: str) -> None:
    assert normalise(written).text == normal


def test_a_mention_is_quoted_as_it_was_written() -> None:
    normal = normalise("  who is  ｹｲﾀﾞﾝﾚﾝ\u200b's chair?")
    start = normal.text.index("ケイダンレン")
    assert normal.quote(start, start + len("ケイダンレン")) == "ｹｲﾀﾞﾝﾚﾝ"


def test_a_compact_span_leaves_out_the_space_behind_it() -> None:
    tight = compact("KCCI  chairman")
    assert tight.span(0, 4) == (0, 4)
    assert tight.span(2, 2) == (2, 2)


def test_decomposed_hangul_points_back_to_all_its_letters() -> None:
    written = "\u1100\u1167\u11bc\u1103\u1161\u11ab\u1105\u1167\u11ab은"
    assert normalise(written).text == "경단련은"
    assert normalise(written).quote(0, 3) == written[:-1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ケイダンレン", "けいだんれん"),
        ("日韓 経済 協会", "日韓経済協會"),
        ("Korea Chamber of Commerce", "korea-chamber of  COMMERCE"),
        ("경단련", "경단련"),
    ],
)
def test_two_ways_to_write_a_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("ハス", "バス"), ("ハス", "パス"), ("かき", "がき")])
def test_dakuten_tell_names_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_compact_text_still_tells_katakana_from_hiragana() -> None:
    assert compact("ソニーの 会長").scripts == ("katakana",) * 3 + ("hiragana",) + ("kanji",) * 2


def test_words_begin_at_the_starts_of_a_compact_text() -> None:
    tight = compact("the KCCI (Korea)")
    assert sorted(tight.starts) == [0, 3, 7]
    assert tight.text == "thekccikorea"
