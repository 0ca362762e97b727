"""What is fuzzed: each way in which bytes of a site's are read."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy.http import HtmlResponse, Response, TextResponse

from mina_crawler.discovery.rest_api import parse_entries
from mina_crawler.items import to_line
from mina_crawler.loaders import LayoutError
from mina_crawler.pages.article import ArticlePage
from mina_crawler.pages.feed import FeedPage
from mina_crawler.pages.listing import ListingPage
from mina_crawler.pages.rest import RestPost
from mina_crawler.pages.sitemap import Sitemap
from mina_crawler.parsing.bylines import parse_byline, partition_title_byline
from mina_crawler.parsing.datelines import partition_dateline
from mina_crawler.parsing.dates import find_timestamp, is_timestamp, parse_timestamp
from mina_crawler.parsing.headers import parse_header
from mina_crawler.parsing.titles import canonical_title
from mina_crawler.reading import READING_PIPELINES, read_pages
from mina_crawler.rest_loader import load_rest_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from mina_crawler.items import Article

ROOT = "https://minanews.net/"
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def read_article_page(body: bytes) -> None:
    """Read a page in its own encoding, and write its line where it is an article."""
    page = ArticlePage(HtmlResponse(f"{ROOT}warga-tanam-pohon/", body=body), fetched_at=NOW)
    if page.is_article:
        _ = page.next_page_urls
        with suppress(LayoutError):
            _write(read_pages([page], edition="id"))


def read_listing(body: bytes) -> None:
    """Read a page of a category."""
    page = ListingPage(HtmlResponse(f"{ROOT}category/kabar/", body=body))
    _ = page.entries, page.category_urls, page.next_url, page.is_empty, page.is_paginated


def read_xml(body: bytes) -> None:
    """Read a feed, and the same as a sitemap."""
    feed = FeedPage(Response(f"{ROOT}feed/", body=body))
    sitemap = Sitemap(Response(f"{ROOT}sitemap.xml", body=body))
    _ = feed.is_broken, feed.entries, sitemap.is_broken, sitemap.is_index, sitemap.entries


def read_rest(body: bytes) -> None:
    """Read posts of the REST API."""
    for entry in parse_entries(TextResponse(f"{ROOT}wp-json/", body=body)) or ():
        post = RestPost(entry, fetched_at=NOW)
        _ = post.changed_at, post.is_protected
        with suppress(LayoutError):
            article = load_rest_article(post, run="fuzz", source="rest", edition="id")
            for pipeline in READING_PIPELINES:
                article = pipeline.process_item(article)
            _write(article)


def read_dates(body: bytes) -> None:
    """Read a printed moment; one that no calendar has is told as such."""
    text = body.decode("utf-8", "replace")
    _ = find_timestamp(text, now=NOW), is_timestamp(text)
    with suppress(ValueError):
        parse_timestamp(text, now=NOW)


def read_lines(body: bytes) -> None:
    """Read the lines around a story: dateline, byline, headline."""
    text = body.decode("utf-8", "replace")
    _ = partition_dateline(text), parse_header(text), partition_title_byline(text)
    _ = parse_byline(text), parse_byline(text, is_at_foot=True), canonical_title(text, ["MINA"])


def _write(article: Article) -> None:
    json.dumps(to_line(article), ensure_ascii=False).encode()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "article": read_article_page,
    "listing": read_listing,
    "xml": read_xml,
    "rest": read_rest,
    "dates": read_dates,
    "lines": read_lines,
}
