"""What a reader is given, and what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.loaders import load_article
from mina_crawler.pages.article import ArticlePage
from mina_crawler.reading import read_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Self

    from scrapy.http import Response

    from mina_crawler.items import Article


class Order(NamedTuple):
    """What an article is to be marked with."""

    run: str
    source: str
    edition: str


class Reading(NamedTuple):
    """What a page tells: an article, or why it is none; neither where it has further pages."""

    article: Article | None = None
    why_not: str | None = None


class Sheet(NamedTuple):
    """A page on its way to another process: of an answer, what reading looks at."""

    kind: type[Response]
    url: str
    content_type: bytes | None
    body: bytes
    fetched_at: datetime

    @classmethod
    def of(cls, page: ArticlePage) -> Self:
        """Return the sheet of *page*."""
        answer = page.response
        content_type = answer.headers.get("Content-Type")
        return cls(type(answer), page.url, content_type, answer.body, page.fetched_at)

    def page(self) -> ArticlePage:
        """Return the page again."""
        headers = {"Content-Type": self.content_type} if self.content_type else None
        answer = self.kind(self.url, headers=headers, body=self.body)
        return ArticlePage(answer, fetched_at=self.fetched_at)


def read_page(page: ArticlePage, order: Order) -> Reading:
    """Return what *page* tells; its article is still to go through the pipelines that read."""
    return _read(page, order, load_article)


def read_sheet(sheet: Sheet, order: Order) -> Reading:
    """Return what a *sheet* tells; its article is read to the end."""
    return _read(sheet.page(), order, read_pages)


def _read(page: ArticlePage, order: Order, load: Callable[..., Article]) -> Reading:
    if page.why_not:
        return Reading(why_not=page.why_not)
    return Reading() if page.next_page_urls else Reading(load([page], **order._asdict()))
