"""What a page is, by its title and by what WordPress writes on its body."""

from __future__ import annotations

import pytest
from scrapy.http import HtmlResponse

from mina_crawler.pages.article import ArticlePage

PAGE = (
    "<html><head><title>{title}</title></head><body class='{kind}'><h1>{title}</h1></body></html>"
)


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
