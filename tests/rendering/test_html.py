from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from bot.rendering.html import pages_of, render_html, render_messages, render_sources
from bot.rendering.rich import Span
from tests.rendering.replies import reply, source
from tests.telegram_server.checks import checked_text
from tests.telegram_server.html import parse_html

_CHARS = st.characters(codec=None, exclude_categories=())
_TEXTS = st.text(_CHARS, max_size=200) | st.text("<>&\"'/ab=;#x \n", max_size=60)
_SPANS = st.builds(
    Span, _TEXTS, st.sampled_from(["plain", "italic"]), st.none() | st.just('https://a.example/?a=1&b="<>')
)


def seen(page: str) -> str:
    """The text that Telegram shows, after the checks that it makes."""
    return checked_text({"text": page, "parse_mode": "HTML"}).text


def test_the_answer_leads_and_the_source_ends_it() -> None:
    page = render_html(
        reply("A leads B.", notes=("Since 2025.", "Read as C."), source_line="Source: Nippon.com, 2 June")
    )
    assert page == "A leads B.\n\nSince 2025.\nRead as C.\n\nSource: Nippon.com, 2 June"


def test_what_a_button_asked_stands_above_its_answer() -> None:
    assert render_html(reply("Yes."), heading="Is <it> so?") == "<i>Is &lt;it&gt; so?</i>\n\nYes."


def test_markup_in_the_knowledge_is_shown_and_not_obeyed() -> None:
    assert seen(render_html(reply('<b>R&D</b> & "x" &lt;'))) == '<b>R&D</b> & "x" &lt;'


def test_the_publisher_in_the_source_line_links_to_the_document() -> None:
    page = render_html(reply(source_line="Source: Nippon.com, 2 June 2025", sources=(source(),)))
    assert page.endswith('Source: <a href="https://www.nippon.com/en/news/1">Nippon.com</a>, 2 June 2025')


def test_two_publishers_each_get_their_own_link() -> None:
    sources = (source("Yonhap News", "https://b.example/"), source("Yonhap", "https://a.example/"))
    page = render_html(reply(source_line="Sources: Yonhap; Yonhap News", sources=sources))
    links = [
        (page_text, href) for _, start, end, href in parse_html(page).entities for page_text in [seen(page)[start:end]]
    ]
    assert links == [("Yonhap", "https://a.example/"), ("Yonhap News", "https://b.example/")]


def test_a_source_left_out_of_the_line_stays_out() -> None:
    sources = (source(), source("Yonhap", "https://a.example/"))
    assert "Yonhap" not in render_html(reply(source_line="Source: Nippon.com", sources=sources))


def test_a_publisher_named_in_other_words_is_linked_after_the_line() -> None:
    page = render_html(reply(source_line="출처: 연합뉴스", sources=(source("Yonhap", "https://a.example/"),)))
    assert page.endswith('출처: 연합뉴스 · <a href="https://a.example/">Yonhap</a>')


def test_an_address_that_no_client_opens_is_no_link() -> None:
    for url in (
        "javascript:alert(1)",
        "http://localhost/",
        "https://",
        "ftp://a.example",
        "https://a b.example",
        "http://[",
        "",
    ):
        assert "<a" not in render_html(reply(source_line="Source: Nippon.com", sources=(source(url=url),)))


def test_an_address_cannot_leave_its_attribute() -> None:
    url = 'https://a.example/?q="><b>&c=1'
    page = render_html(reply(source_line="Source: Nippon.com", sources=(source(url=url),)))
    assert [href for *_, href in parse_html(page).entities] == [url]


def test_a_short_reply_is_one_message() -> None:
    assert len(render_messages(reply("가" * 4096))) == 1


def test_a_long_reply_is_several_messages_and_loses_nothing() -> None:
    sentence = "게이단렌 회장은 쓰쓰이 요시노부입니다. "
    pages = render_messages(reply(sentence * 400))
    assert len(pages) > 1
    assert " ".join(seen(page) for page in pages) == (sentence * 400).strip()


def test_a_reply_full_of_links_stays_within_the_bytes_of_markup() -> None:
    spans = [Span("x ", href="https://a.example/" + "p" * 500)] * 400
    assert sum(len(seen(page).split()) for page in pages_of(spans)) == 400


def test_a_reply_of_nothing_visible_still_is_a_message() -> None:
    for text in ("", " \n\t", "\u200b\u200b", "\x00\x07", "\ud800", "\u202e"):
        assert seen(render_messages(reply(text))[0]) == "…"


def test_the_sources_name_publisher_date_and_title() -> None:
    (page,) = render_sources((source(title="Who & why"),), "Sources:")
    assert page == 'Sources:\nNippon.com, 2025-06-02: <a href="https://www.nippon.com/en/news/1">Who &amp; why</a>'


@given(st.lists(_SPANS, max_size=8), st.integers(1, 30) | st.just(4096))
@example([Span("a\u0301" * 3)], 1)
@example([Span("&" * 9000)], 4096)
def test_whatever_the_text_telegram_takes_every_page(spans: list[Span], limit: int) -> None:
    for page in pages_of(spans, limit):
        assert len(seen(page)) <= limit or page == "…"


@given(_TEXTS, st.lists(_TEXTS, max_size=3), st.none() | _TEXTS, _TEXTS, _TEXTS)
def test_whatever_the_reply_telegram_takes_it(
    text: str, notes: list[str], line: str | None, publisher: str, url: str
) -> None:
    made = reply(text, notes=tuple(notes), source_line=line, sources=(source(publisher, url),))
    for page in render_messages(made, heading=text):
        seen(page)
