"""What holds of every page: furniture leaves no trace, and no markup is too odd to be looked at."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy.http import HtmlResponse

from mina_crawler.loaders import LayoutError
from mina_crawler.pages.article import ArticlePage
from mina_crawler.reading import read_pages
from tests.themes import TEMPLATES, URL, paragraphs, read, read_also, render

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "Judul yang Tidak Diulang di Dalam Cerita"
PROSE = [
    "Pasar ikan di pelabuhan lama buka sebelum azan Subuh berkumandang.",
    "“Kami hanya menjual yang kami tangkap sendiri,” kata Bu Ramlah.",
    "Es batu datang dengan gerobak dari pabrik tua di seberang kali.",
    "Ia mengajak pembeli agar baca juga label pada keranjang ikan.",
    "Tiga perahu belum pulang ketika matahari sudah tinggi.",
    "Uang kembalian sering diganti dengan seikat kangkung segar.",
    "Koperasi mencatat dua ton ikan terjual pada Senin (14/2).",
]
FURNITURE = [
    "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
    "<div>ADVERTISEMENT</div>",
    "<p>&nbsp;</p>",
    "<p>1.204 Views \u3164</p>",
    "<div class='sharedaddy'><h3>Bagikan ini:</h3><ul><li>Facebook</li></ul></div>",
    "<p>Bagikan ke Facebook | Twitter | WhatsApp</p>",
    "<p>Damai di Palestina = Damai di Dunia</p>",
    "<script>var x = '<p>bukan cerita</p>';</script>",
    "<style>.u1 { margin: 0 }</style>",
    "<form><input name='s'><button>Cari</button></form>",
    "<div class='code-block'><ins class='adsbygoogle'></ins></div>",
    "<!-- iklan tengah -->",
    "<p>Komentar: 0</p>",
    "<p>Ikuti saluran WhatsApp Kantor Berita MINA untuk kabar terbaru. Klik disini.</p>",
    "<div class='jp-relatedposts'><h3>Terkait</h3><p>Kabar lain dari pelabuhan.</p></div>",
    "<p style='display:none'>Kalimat tersembunyi yang tidak pernah dicetak untuk pembaca.</p>",
]

themes = st.sampled_from(sorted(TEMPLATES))
bodies = st.lists(st.sampled_from(PROSE), min_size=3, unique=True)
titles = st.sampled_from(["Sumur Baru Diresmikan", "Santri Tanam Bakau", "Harga Gula Naik Lagi"])


@st.composite
def furnished(draw: st.DrawFn, theme: str, blocks: Sequence[str]) -> list[str]:
    """Return *blocks* with furniture and read-also links in any place but the first."""
    mixed = list(blocks)
    links = titles.map(lambda title: read_also(theme, title))
    for piece in draw(st.lists(st.sampled_from(FURNITURE) | links, max_size=6)):
        mixed.insert(draw(st.integers(1, len(mixed))), piece)
    return mixed


@settings(max_examples=150)
@given(st.data(), themes, bodies)
def test_whatever_is_put_between_paragraphs_the_text_is_theirs(
    data: st.DataObject, theme: str, body: list[str]
) -> None:
    opening = f"Demak, MINA – {body[0]}"
    blocks = data.draw(furnished(theme, paragraphs([opening, *body[1:]])))
    assert read(render(theme, TITLE, blocks))["text"] == "\n\n".join(body)


def look_at(body: bytes) -> None:
    """Ask a page everything; only a missing title or date may be complained of."""
    page = ArticlePage(HtmlResponse(URL, body=body, encoding="utf-8"))
    if page.why_not is None:
        assert page.next_page_urls is not None
    try:
        read_pages([page], edition="id")
    except LayoutError as error:
        assert URL in str(error)  # noqa: PT017 (most pages raise nothing)


TAGS = (
    *("p", "div", "a", "br", "img", "table", "tr", "td", "ul", "li", "h1", "h2", "time"),
    *("article", "script", "figure", "figcaption", "span", "b", "blockquote"),
)
ATTRIBUTES = (
    "",
    ' class="entry-content"',
    ' href="http://["',
    ' datetime="9999-12-31T23:59:59"',
    ' datetime="0001-01-01T00:00:00+14:00"',
    ' src="//:0"',
    ' id="post-99999999999"',
)
WORDS = (
    *("Jakarta, MINA – ", "Baca Juga:", "(T/R1/P2)", "[]", "Oleh:", "Editor :", "(Foto:"),
    *("31 Februari 2021 - 25:61 WIB", "قراءة المزيد:"),
    *("\x00", "&#0;", "&#55296;", "]]>", "<![CDATA[", "<!--"),
)
pieces = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(WORDS),
    st.text(max_size=40),
)
markup = st.lists(pieces, max_size=40).map("".join)


@settings(max_examples=200)
@given(markup)
def test_no_markup_is_too_odd(text: str) -> None:
    look_at(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=100)
@given(themes, markup)
def test_no_story_is_too_odd(theme: str, text: str) -> None:
    look_at(render(theme, TITLE, [text]))


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_no_bytes_are_too_odd(body: bytes) -> None:
    look_at(body)


LD_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "headline", "author", "name", "image", "url"]
            )
            | st.sampled_from(["datePublished", "mainEntityOfPage", "keywords", "articleSection"]),
            inner | st.sampled_from(["NewsArticle", "Person", URL, "2021-02-30", "2021-02-03"]),
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(LD_VALUES)
def test_no_structured_data_is_too_odd(value: object) -> None:
    script = json.dumps(value).replace("</", "<\\/")
    look_at(f'<script type="application/ld+json">{script}</script>'.encode() + PAGE)


PAGE = render("classic", TITLE, paragraphs(PROSE))


@pytest.mark.parametrize(
    "body",
    [
        PAGE.replace(b"Pasar ikan", b"Pasar\xff\xfe ikan\xc3"),
        PAGE.replace(b"Pasar ikan", b"Pasar\x00 ikan"),
        PAGE[: len(PAGE) // 2],
        PAGE.replace(b"<p>", b"<p><p", 1),
        PAGE.replace(b"</p>", b""),
        PAGE.decode().encode("utf-16"),
    ],
    ids=["broken bytes", "NUL", "cut short", "torn tag", "nothing closed", "UTF-16"],
)
def test_a_damaged_page_is_read_or_refused_in_so_many_words(body: bytes) -> None:
    look_at(body)


@pytest.mark.parametrize(
    "tag", ["div", "b", "blockquote", "table><tr><td", "ul><li", "a href='/x'"]
)
def test_ten_thousand_elements_deep_is_not_too_deep(tag: str) -> None:
    look_at(PAGE.replace(b"Es batu", f"<{tag}>".encode() * 10_000 + b"Es batu"))


def test_a_page_that_is_received_twice_is_read_alike() -> None:
    received = datetime(2025, 1, 1, tzinfo=UTC)
    one, other = (
        read_pages(
            [ArticlePage(HtmlResponse(URL, body=PAGE, encoding="utf-8"), fetched_at=received)],
            edition="id",
        )
        for _ in range(2)
    )
    assert one == other
