from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.model.dates import PartialDate
from bot.model.knowledge import LANGS
from bot.model.understanding import Interpretation, Time, When
from bot.rendering.callback import MOST_BYTES, Ask, Choose, Press, Speak, digest, read_data, write_data

LONG = "korea-japan-business-council-of-the-metropolitan-regions"
IDS = ("keidanren", "kcci", LONG, "federation-of-korean-industries", "a", "sector-semiconductors")

_DAYS = st.none() | st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28))
_WORDS = st.none() | st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=10)
_READINGS = st.builds(
    Interpretation,
    intent=st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=11),
    subject_ids=st.lists(st.sampled_from(IDS), max_size=3).map(tuple),
    time=st.builds(Time, st.sampled_from(get_args(When)), _DAYS, _DAYS),
    part=_WORDS,
    country=st.sampled_from([None, "KR", "JP", "both"]),
    group=_WORDS,
    type=_WORDS,
    ordinal=st.none() | st.integers(-5, 500),
    attribute=_WORDS,
    yes_no=st.booleans(),
    count=st.booleans(),
)
_PRESSES = st.builds(Choose, st.sampled_from(["en", "ko", "ja"]), _READINGS) | st.builds(
    Ask, st.sampled_from(["en", "ko", "ja"]), st.integers(0, 20), st.lists(st.sampled_from(IDS), max_size=3).map(tuple)
)


def there_and_back(press: Press) -> Press | None:
    data = write_data(press)
    assert data is not None
    assert len(data.encode()) <= MOST_BYTES
    return read_data(data, IDS)


def test_a_reading_comes_back_as_it_went() -> None:
    time = Time("at", PartialDate(2024, 5), PartialDate(2025))
    reading = Interpretation("leader", ("keidanren", "kcci"), time, part="since", country="JP", ordinal=15, yes_no=True)
    assert there_and_back(Choose("ko", reading)) == Choose("ko", reading)


def test_how_a_button_is_written_does_not_change() -> None:
    """Buttons live on in old messages: a change here needs a new version, and the old one still read."""
    assert write_data(Choose("en", Interpretation("leader", ("kcci",), Time("before")))) == "1ce|leader|kcci|tbefore"
    assert write_data(Ask("ko", 2, ("kcci", "keidanren"))) == "1sk2|kcci,keidanren"
    assert write_data(Speak("ja")) == "1lj"
    assert digest("keidanren") == "HJ9gMs"


def test_every_language_has_its_letter() -> None:
    assert all(there_and_back(Speak(lang)) == Speak(lang) for lang in LANGS)


def test_names_too_long_for_a_button_go_as_digests() -> None:
    press = Choose("en", Interpretation("counterpart", (LONG, "federation-of-korean-industries")))
    data = write_data(press)
    assert data is not None
    assert LONG not in data
    assert read_data(data, IDS) == press


def test_a_focus_too_large_keeps_what_it_means_first() -> None:
    press = Ask("en", 0, tuple(f"{LONG}-{number}" for number in range(20)))
    data = write_data(press)
    assert data is not None
    back = read_data(data, press.focus)
    assert isinstance(back, Ask)
    assert back.focus == press.focus[:7]


def test_what_was_inherited_is_not_carried() -> None:
    press = Choose("en", Interpretation("leader", ("kcci",), inherited=("kcci",)))
    assert there_and_back(press) == Choose("en", Interpretation("leader", ("kcci",)))


def test_a_subject_no_longer_known_makes_the_button_void() -> None:
    assert read_data("1ce|leader|dissolved", IDS) is None
    assert read_data("1se0|~AAAAAA", IDS) is None


def test_a_digest_that_could_be_two_subjects_is_void() -> None:
    assert read_data(f"1ce|leader|~{digest('kcci')}", ["kcci", "kcci"]) is None


def test_forged_and_foreign_data_is_void() -> None:
    for data in (
        "",
        "1",
        "2ce|leader|kcci",
        "1ce",
        "1ce|",
        "1ce||kcci",
        "1xe|a|b",
        "1cz|leader|kcci",
        "1se",
        "1sex|",
        "1s",
        "1le|x",
        "1lex",
        "1ce|leader|kcci|",
        "1ce|leader|kcci|z9",
        "1ce|leader|kcci|tsoon",
        "1ce|leader|kcci|tat.x",
        "1ce|leader|kcci|ox",
        "1cex|leader|kcci",
        "noop",
        "|",
        "1ce|leader|kcci,,",
        "\ud800",
        "1ce|leader|kcci|tat.9999999",
    ):
        assert read_data(data, IDS) is None, data  # fmt: skip


@given(_PRESSES)
def test_whatever_fits_comes_back_whole(press: Press) -> None:
    data = write_data(press)
    if data is not None:
        assert len(data.encode()) <= MOST_BYTES
        back = read_data(data, IDS)
        if isinstance(press, Ask) and isinstance(back, Ask):
            assert press.focus[: len(back.focus)] == back.focus
            assert (back.lang, back.number) == (
                press.lang,
                press.number,
            )
        else:
            assert back == press


@given(st.text(max_size=64) | st.text("1cslekj|,.~abt0", max_size=20))
def test_whatever_is_pressed_reading_it_is_calm(data: str) -> None:
    read_data(data, IDS)
