"""Links made to hurt who follows them: none is followed, and no other link on the page is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Response, TextResponse

from mina_crawler.discovery.rest_api import parse_entries
from mina_crawler.pages.feed import FeedPage
from mina_crawler.pages.listing import ListingPage
from mina_crawler.pages.rest import RestPost
from mina_crawler.pages.sitemap import Sitemap
from mina_crawler.reading import read_article
from mina_crawler.rest_loader import load_rest_article

ROOT = "https://minanews.net/"
URL = f"{ROOT}warga-tanam-pohon/"
NOWHERE = (
    "http://[", "http://a]/", "//[", "http://minanews.net:99999/warga/", "http://minanews.net:x/",
    "http://minanews.net\u2100/warga/", "file:///etc/passwd", "data:text/html,x", "javascript:x()",
    "ftp://minanews.net/warga-kota/", "mailto:redaksi@minanews.net", "", " ", "\x00", "http://",
)  # fmt: skip
ELSEWHERE = (
    "http://169.254.169.254/latest/", "http://10.0.0.1/warga-kota/", "http://192.168.1.1/warga/",
    "http://localhost/warga-kota/", "http://127.0.0.1:8080/warga/", "http://[::1]/warga-kota/",
    "http://[fd00::1]/warga/", "http://0x7f000001/warga/", "https://minanews.net:22/warga-kota/",
    "https://minanews.net@10.0.0.1/warga/", "https://minanews.net.example.org/warga-kota/",
    "//example.org/warga-kota/", "https://user:secret@minanews.net/warga-kota/",
)  # fmt: skip
DIGITS = "1" * 5000
ENDLESS = (
    f"/category/x/page/{DIGITS}/",
    f"/page/{DIGITS}/",
    f"/category/x/?paged={DIGITS}",
    f"/warga/{DIGITS}/",
)


@pytest.mark.parametrize("link", NOWHERE + ELSEWHERE)
def test_a_listing_follows_its_good_links_only(link: str) -> None:
    body = f"""<h2><a href="{link}">x</a></h2><a rel="next" href="{link}">Berikutnya</a>
        <li class="cat-item"><a href="{link}">Warga</a></li><h2><a href="{URL}">Judul</a></h2>"""
    page = ListingPage(HtmlResponse(f"{ROOT}category/x/", body=body.encode(), encoding="utf-8"))
    assert [entry.url for entry in page.entries] == [URL]
    assert page.next_url is None
    assert page.category_urls == []


@pytest.mark.parametrize("link", ENDLESS)
def test_a_page_number_without_end_is_none(link: str) -> None:
    body = f'<h2><a href="{URL}">Judul</a></h2><a rel="next" href="{link}">2</a>'
    page = ListingPage(HtmlResponse(f"{ROOT}category/x/", body=body.encode(), encoding="utf-8"))
    assert URL in [entry.url for entry in page.entries]
    assert page.next_url is None
    assert page.last_number is None


@pytest.mark.parametrize("base", NOWHERE)
def test_a_page_whose_base_is_nowhere_is_its_own(base: str) -> None:
    body = f'<base href="{base}"><h2><a href="/warga-tanam-pohon/">Judul</a></h2>'
    page = ListingPage(HtmlResponse(f"{ROOT}category/x/", body=body.encode(), encoding="utf-8"))
    assert [entry.url for entry in page.entries] == [URL]


@pytest.mark.parametrize("link", NOWHERE)
def test_feeds_and_sitemaps_keep_their_good_entries(link: str) -> None:
    legible = link.replace("\x00", "")
    items = "".join(f"<item><link>{x}</link></item>" for x in (legible, URL))
    feed = f"<rss><channel>{items}</channel></rss>"
    assert [e.url for e in FeedPage(Response(f"{ROOT}feed/", body=feed.encode())).entries] == [URL]
    locs = "".join(f"<url><loc>{x}</loc></url>" for x in (legible, URL))
    sitemap = Sitemap(Response(f"{ROOT}s.xml", body=f"<urlset>{locs}</urlset>".encode()))
    assert [entry.url for entry in sitemap.entries] == [URL]


@pytest.mark.parametrize("link", NOWHERE + ELSEWHERE + ENDLESS)
def test_an_article_is_read_whatever_it_links_to(link: str) -> None:
    body = f"""<html><head><title>Warga Tanam Pohon</title><link rel="shortlink" href="{link}">
        <link rel="canonical" href="{link}"><meta property="og:image" content="{link}">
        <meta property="article:published_time" content="2021-04-04T04:35:00+07:00"></head>
        <body><h1>Warga Tanam Pohon</h1><div class="entry-content"><img src="{link}">
        <p>Warga menanam pohon di sepanjang jalan <a href="{link}">raya kota</a> itu.</p>
        <p>Mereka datang sejak pagi hari bersama keluarga masing-masing, kata panitia.</p>
        <p>Baca Juga: <a href="{link}">Judul Lain</a></p></div>
        <div class="page-links"><a href="{link}">2</a></div></body></html>"""
    line = read_article([(URL, body.encode())])
    assert line["url"] == URL
    assert line["text"].startswith("Warga menanam pohon di sepanjang jalan raya kota itu.")


MALFORMED: tuple[dict[str, Any], ...] = (
    *(
        {"_embedded": {"wp:term": json.loads(term)}}
        for term in ("5", "[5]", "[[5]]", "[[{}]]", "{}")
    ),
    {"_embedded": {"wp:term": [[{"taxonomy": "category", "id": [], "name": {}}]]}},
    {"categories": 5, "tags": {"a": 1}},
    {"categories": [[], None, {}], "_embedded": {"wp:term": [[{"id": 1}]]}},
    {"_embedded": {"wp:featuredmedia": [{"source_url": "http://["}]}},
    {"_embedded": {"author": [{"name": 5}]}},
    {"id": 10**4000},
    {"id": -1},
    {"id": True, "modified": 5, "excerpt": []},
)


@pytest.mark.parametrize("part", MALFORMED, ids=lambda part: json.dumps(part)[:60])
def test_a_post_of_the_api_is_read_whatever_else_it_says(part: dict[str, Any]) -> None:
    post = {
        "link": URL,
        "title": {"rendered": "Warga Tanam Pohon"},
        "date": "2020-01-01T00:00:00",
        "date_gmt": "2019-12-31T17:00:00",
        "content": {"rendered": "<p>Warga menanam pohon.</p>"},
    }
    read = RestPost({**post, **part}, fetched_at=datetime.now(UTC))
    article = load_rest_article(read, run="r", source="rest", edition="id")
    assert (article.title, article.categories, article.tags) == ("Warga Tanam Pohon", [], [])
    assert article.post_id is None


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 100_000, b"[1]", b"[" + b"9" * 5000])
def test_an_answer_of_the_api_that_is_no_list_of_posts_is_none(body: bytes) -> None:
    assert parse_entries(TextResponse(f"{ROOT}wp-json/", body=body)) is None
