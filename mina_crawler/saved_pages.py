"""Pages of one article from outside a crawl: fetched for a person, or saved in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.exceptions import UsageError
from scrapy.http import HtmlResponse

from mina_crawler.discovery.failures import name_failure
from mina_crawler.discovery.tally import Tally
from mina_crawler.pages.article import ArticlePage
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from datetime import datetime
    from typing import Self

    from scrapy.crawler import Crawler, CrawlerProcessBase
    from scrapy.http import Response
    from twisted.python.failure import Failure

UNKNOWN_URL = "https://minanews.net/"
"""The address of a saved page that does not tell its own."""


class PageSpider(Spider):
    """Fetches one article, page by page, under the project's manners."""

    name = "page"
    custom_settings = {"FEEDS": {}, "ITEM_PIPELINES": {}, "EXTENSIONS": {}, "MINA_LEDGER": ""}  # noqa: RUF012
    tally: Tally

    def __init__(self, url: str, received: list[Response]) -> None:
        super().__init__()
        self._url = url
        self._received = received

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:  # noqa: ANN401
        """Have what cannot be had told in a line."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.tally = Tally(crawler)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the first page."""
        yield self._request(self._url)

    def parse(self, response: Response) -> Iterator[Request]:
        """Keep a page and ask for the one behind it."""
        self._received.append(response)
        for url in ArticlePage(response).next_page_urls[:1]:
            yield self._request(url)

    def fail(self, failure: Failure) -> None:
        """Tell why a page could not be had."""
        request: Request = failure.request  # type: ignore[attr-defined] # set by Scrapy
        reason = name_failure(failure.value) if failure.value else None
        self.tally.failed(request.url, reason or type(failure.value).__name__)

    def _request(self, url: str) -> Request:
        return Request(url, callback=self.parse, errback=self.fail)


def receive_pages(process: CrawlerProcessBase | None, source: str) -> list[ArticlePage]:
    """Return the pages at the address or in the file that a person named *source*."""
    path = Path(source)
    if path.is_file():
        return [open_page(path)]
    if not source.startswith(("http://", "https://")):
        raise UsageError(f"{source!r}: give an address that starts with http, or a file")
    return fetch_pages(process, source) if process else []


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
