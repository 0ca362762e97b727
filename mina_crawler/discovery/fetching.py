"""Asks the site for one page at a time, for code that reads like a walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import TextResponse

from mina_crawler.discovery.failures import FetchError, name_failure, name_status
from mina_crawler.pages.challenge import is_challenged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.core.engine import ExecutionEngine
    from scrapy.crawler import Crawler
    from scrapy.http import Response

OK = 200


class ClosingError(Exception):
    """The crawl is ending: nothing may be asked of the site any more."""


class Fetcher:
    """Fetches pages through the downloader and all its middlewares."""

    def __init__(self, crawler: Crawler) -> None:
        """Take the *crawler* whose downloader is to be used."""
        self.crawler = crawler

    async def __call__(self, url: str) -> TextResponse:
        """Return the page at *url*.

        Raises FetchError where there is none: see ``file``, or an answer that is no text.
        """
        response = await self.file(url)
        if not isinstance(response, TextResponse):
            raise FetchError(url, "no text")
        return response

    async def file(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """Return what *url* answers, asked with *headers*.

        Raises FetchError where the download failed, the status is not 200 or the page is a
        challenge; ClosingError while the crawl ends.
        """
        engine = self.crawler.engine
        if _is_closing(engine):
            raise ClosingError
        try:
            response = await engine.download_async(Request(url, headers=headers))
        except Exception as error:
            reason = name_failure(error)
            if reason is None:
                raise
            raise FetchError(url, reason) from error
        if response.status != OK or is_challenged(response):
            raise FetchError(url, name_status(response))
        return response


def _is_closing(engine: ExecutionEngine) -> bool:
    """Tell whether *engine* has begun to close: a request made then would never return."""
    slot = engine._slot  # noqa: SLF001 -- Scrapy tells it nowhere else
    return slot is None or slot.closing is not None
