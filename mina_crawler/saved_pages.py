"""Pages of one article from outside a crawl: fetched for a person, or saved in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.http import HtmlResponse

from mina_crawler.pages.article import ArticlePage
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from pathlib import Path

    from scrapy.crawler import CrawlerProcessBase
    from scrapy.http import Response

UNKNOWN_URL = "https://minanews.net/"
"""The address of a saved page that does not tell its own."""


class PageSpider(Spider):
    """Fetches one article, page by page, under the project's manners."""

    name = "page"
    custom_settings = {"FEEDS": {}, "ITEM_PIPELINES": {}, "EXTENSIONS": {}, "MINA_LEDGER": ""}  # noqa: RUF012

    def __init__(self, url: str, received: list[Response]) -> None:
        super().__init__()
        self._url = url
        self._received = received

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the first page."""
        yield Request(self._url, callback=self.parse)

    def parse(self, response: Response) -> Iterator[Request]:
        """Keep a page and ask for the one behind it."""
        self._received.append(response)
        for url in ArticlePage(response).next_page_urls[:1]:
            yield Request(url, callback=self.parse)


def fetch_pages(process: CrawlerProcessBase, url: str) -> list[ArticlePage]:
    """Return the pages of the article at *url*, empty where none could be fetched."""
    received: list[Response] = []
    process.crawl(PageSpider, url=url, received=received)
    process.start()
    return [ArticlePage(response) for response in received]


def open_page(
    path: Path, url: str | None = None, fetched_at: datetime | None = None
) -> ArticlePage:
    """Return the page saved in *path*; without *url*, its address is the one it gives itself."""
    body = path.read_bytes()
    if url is None:
        page = ArticlePage(HtmlResponse(UNKNOWN_URL, body=body))
        url = canonical_url(page.head.canonical or UNKNOWN_URL)
    return ArticlePage(HtmlResponse(url, body=body, encoding="utf-8"), fetched_at=fetched_at)
