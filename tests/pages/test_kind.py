"""What a page is tells its own markup; words of its headline alone never make it another's."""

from __future__ import annotations

import pytest
from scrapy.http import HtmlResponse

from mina_crawler.pages.article import ArticlePage

PAGE = (
    "<html><head><title>{title}</title></head><body class='{kind}'><h1>{title}</h1></body></html>"
)
ARTICLE = """<html><head><title>{title} - Kantor Berita MINA</title>{told}</head>
<body class="{classes}"><h1>{title}</h1><p>Ahad, 1 Juni 2025 - 08:00 WIB</p>
<div class="entry-content"><p>Warga menanam pohon di sepanjang jalan raya kota sejak pagi.</p>
</div></body></html>"""
HEADLINES = (
    "Jenazah Relawan Tidak Ditemukan",
    "404 Hari Perang di Gaza",
    "Access Denied: Kisah Wartawan di Gerbang Gaza",
    "Security Check Point Qalandia Ditutup",
    "Situs Ini Diblokir Israel",
)
ERRORS = {
    "Halaman Tidak Ditemukan": "not found",
    "Artikel yang Anda cari tidak ditemukan": "not found",
    "404 Not Found": "not found",
    "Error 404": "not found",
    "Tidak Ditemukan": "not found",
    "Nothing found for gaza": "not found",
    "Just a moment...": "challenge",
    "Access denied": "challenge",
    "Internet Positif": "challenge",
}


def why_not(title: str, told: str = "", classes: str = "") -> str | None:
    """Return why the page of an article, under *title*, is none."""
    body = ARTICLE.format(title=title, told=told, classes=classes).encode()
    return ArticlePage(HtmlResponse("https://minanews.net/x/", body=body)).why_not


@pytest.mark.parametrize("title", HEADLINES)
@pytest.mark.parametrize(
    "told",
    [
        {"told": '<meta property="og:type" content="article">'},
        {"told": '<meta property="article:published_time" content="2025-06-01T08:00:00+07:00">'},
        {"classes": "single single-post"},
    ],
    ids=["opengraph", "moment", "body class"],
)
def test_a_headline_may_sound_like_an_error(title: str, told: dict[str, str]) -> None:
    assert why_not(title, **told) is None


@pytest.mark.parametrize("title", HEADLINES[:2])
def test_a_headline_may_tell_of_what_is_not_found_on_any_page(title: str) -> None:
    assert why_not(title) is None


@pytest.mark.parametrize(("title", "kind"), ERRORS.items(), ids=ERRORS)
def test_an_error_is_known_by_its_title(title: str, kind: str) -> None:
    assert why_not(title) == kind


@pytest.mark.parametrize(
    ("title", "kind", "why_not"),
    [
        ("Halaman tidak ditemukan", "", "not found"),
        ("404", "page", "not found"),
        ("Kabar Baik", "error404", "not found"),
        ("Dua Nelayan Pesisir Tidak Ditemukan", "single single-post postid-9", "no story"),
        ("Polisi Buka Posko 404", "single-post", "no story"),
    ],
)
def test_a_headline_about_what_was_not_found_is_no_missing_page(
    title: str, kind: str, why_not: str
) -> None:
    body = PAGE.format(title=title, kind=kind)
    response = HtmlResponse("https://minanews.net/kabar/", body=body, encoding="utf-8")
    assert ArticlePage(response).why_not == why_not
