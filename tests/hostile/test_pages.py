"""Pages made to hurt their reader: each is read in time, or refused by name."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from scrapy.http import HtmlResponse, Response, TextResponse

from mina_crawler.loaders import LayoutError
from mina_crawler.middlewares.opt_outs import signals_of
from mina_crawler.pages.article import ArticlePage
from mina_crawler.pages.feed import FeedPage
from mina_crawler.pages.listing import MOST_LINKS, ListingPage
from mina_crawler.pages.sitemap import Sitemap
from mina_crawler.reading import read_article

URL = "https://minanews.net/warga-tanam-pohon/"
MEGABYTE = 1_000_000
PROSE = "Warga menanam pohon di sepanjang jalan raya kota itu sejak pagi hari bersama-sama."
SLOW_MACHINE = 3.0
"""Seconds; what was quadratic took eight and more, or never ended."""


def page(body: str = "", *, title: str = "Warga Tanam Pohon", day: str = "2021-04-04") -> bytes:
    markup = (
        f"<html><head><title>{title}</title>"
        f"<meta property='article:published_time' content='{day}T04:35:00+07:00'></head>"
        f"<body><h1>{title}</h1><div class='entry-content'><p>{PROSE}</p>{body}</div></body></html>"
    )
    return markup.encode("utf-8", "surrogatepass")


def read(body: bytes) -> dict[str, Any]:
    began = process_time()
    line = read_article([(URL, body)])
    assert process_time() - began < SLOW_MACHINE
    return line


@pytest.mark.parametrize(
    "tag", ["b", "div", "h1", "h2", "ul", "div class=entry-content", "span itemprop=articleBody"]
)
def test_a_hundred_thousand_open_tags_cost_neither_stack_nor_time(tag: str) -> None:
    assert read(page(f"<{tag}>x " * (MEGABYTE // (len(tag) + 4))))["text"].endswith("x")


def test_attributes_of_ten_megabytes_are_passed_over() -> None:
    huge = "a " * (5 * MEGABYTE)
    assert PROSE in read(page(f"<p class='{huge}'>Akhir kata.</p>"))["text"]


@pytest.mark.parametrize("unit", ["(", "1 ", "- ", "\u3164", "Baca juga: ", "../"])
def test_a_title_without_end_is_read_in_time(unit: str) -> None:
    try:
        read(page(title=f"Warga {unit * (MEGABYTE // len(unit))}"))
    except LayoutError as error:
        assert "no title" in str(error)  # noqa: PT017 -- either is right, nothing else is


def test_signs_that_print_nothing_or_turn_the_line_are_left_out() -> None:
    line = read(page(title="Warga\u202e \u3164Tanam\x1b[31m\n Po\u200bhon\x00"))
    assert line["title"].isprintable()
    assert "\u3164" not in line["title"]


def test_surrogates_and_broken_utf_8_do_not_reach_the_line() -> None:
    line = read(page("<p>Kata \ud800 akhir.</p>") + b"\xff\xfe")
    line["text"].encode("utf-8")


@pytest.mark.parametrize("day", ["0000-01-01", "0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar_are_read_or_refused(day: str) -> None:
    try:
        assert read(page(day=day))["published_at"].startswith(day)
    except LayoutError as error:
        assert "no published_at" in str(error)  # noqa: PT017 -- see above


@pytest.mark.parametrize("content", [b"\x89PNG\r\n", b""])
def test_what_is_no_page_is_no_article(content: bytes) -> None:
    assert ArticlePage(Response(URL, body=content)).why_not == "empty page"


def test_a_listing_links_only_to_its_own_host() -> None:
    others = (
        "file:///etc/passwd",
        "http://169.254.169.254/latest/",
        "http://10.0.0.1/berita-kita/",
    )
    links = "".join(f"<h2><a href='{url}'>Judul</a></h2>" for url in others)
    listing = HtmlResponse(
        "https://minanews.net/category/x/", body=links.encode(), encoding="utf-8"
    )
    assert ListingPage(listing).entries == []


EDGES = ("9999-12-31T23:59:59-12:00", "9999-12-31", "0001-01-01T00:00:00+14:00", "0000-00-00")


@pytest.mark.parametrize("moment", EDGES)
def test_impossible_moments_cost_no_entry_of_a_listing_feed_or_sitemap(moment: str) -> None:
    listing = f"<article><h2><a href='{URL}'>x</a></h2><time datetime='{moment}'>x</time></article>"
    feed = (
        f"<rss><channel><item><link>{URL}</link><pubDate>{moment}</pubDate></item></channel></rss>"
    )
    sitemap = (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        f"<url><loc>{URL}</loc><lastmod>{moment}</lastmod></url></urlset>"
    )
    root = "https://minanews.net/"
    assert (
        ListingPage(HtmlResponse(f"{root}category/x/", body=listing.encode())).entries[0].url == URL
    )
    assert FeedPage(Response(f"{root}feed/", body=feed.encode())).entries[0].url == URL
    assert Sitemap(Response(f"{root}s.xml", body=sitemap.encode())).entries[0].url == URL


def test_nested_entities_are_not_multiplied() -> None:
    bomb = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    item = "<rss><channel><item><link>&e11;</link></item></channel></rss>"
    body = f"<!DOCTYPE r [<!ENTITY e0 'x'>{bomb}]>{item}"
    began = process_time()
    assert FeedPage(Response("https://minanews.net/feed/", body=body.encode())).entries == []
    assert process_time() - began < 1


FLAT = ["<p>x", "<br>x", "<td>x", "<h3><a>x</a></h3>", "<p>(", "<p>Oleh: A", "<p>2 jam lalu"]


@pytest.mark.parametrize("unit", FLAT)
def test_a_page_without_end_is_refused_at_once(unit: str) -> None:
    response = HtmlResponse(URL, body=page(unit * (MEGABYTE // len(unit))), encoding="utf-8")
    began = process_time()
    assert ArticlePage(response).why_not == "too many elements"
    with pytest.raises(LayoutError, match="more elements than any article"):
        read(response.body)
    assert process_time() - began < 1


def test_a_listing_of_bare_links_without_end_is_read_in_time() -> None:
    links = "".join(f"<a href=/berita-{n}>x</a>" for n in range(15_000))
    response = HtmlResponse("https://minanews.net/category/x/", body=links.encode())
    began = process_time()
    assert len(ListingPage(response).entries) == MOST_LINKS
    assert process_time() - began < 1


@pytest.mark.parametrize("charset", ["uu", "hex", "zip", "rot13", "base64", "undefined"])
def test_a_charset_that_no_text_has_is_taken_for_utf_8(charset: str) -> None:
    body = f'<meta charset="{charset}"><title>Warga Tanam Pohon</title>'.encode()
    assert ArticlePage(HtmlResponse(URL, body=body)).head.title == "Warga Tanam Pohon"


def test_a_robots_txt_of_no_text_encoding_is_read_for_its_signals() -> None:
    headers = {"Content-Type": "text/plain; charset=uu"}
    body = b"User-agent: *\nContent-Signal: ai-train=no\n"
    response = TextResponse("https://minanews.net/robots.txt", headers=headers, body=body)
    assert list(signals_of(response)) == ["ai-train=no"]
