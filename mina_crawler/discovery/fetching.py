"""Asks the site for one page at a time, for code that reads like a walk."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import TextResponse

from mina_crawler.discovery.engine import ClosingError, is_closing
from mina_crawler.discovery.failures import UNREACHABLE, FetchError, name_failure, name_status
from mina_crawler.pages.challenge import is_challenged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

OK = 200
SITE_UNREACHABLE = "site_unreachable"
"""The reason that a crawl is closed for when nothing ever answered."""
ANSWERS = "downloader/response_count"
"""Scrapy's count of answers, robots.txt included, which is asked for first."""


class Fetcher:
    """Fetches pages through the downloader and all its middlewares."""

    def __init__(self, crawler: Crawler) -> None:
        """Take the *crawler* whose downloader is to be used."""
        self.crawler = crawler
        self._closing: asyncio.Task[None] | None = None

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
        challenge; ClosingError while the crawl ends, as it does where nothing ever answers.
        """
        engine = self.crawler.engine
        if is_closing(engine):
            raise ClosingError
        try:
            response = await engine.download_async(Request(url, headers=headers))
        except Exception as error:
            reason = name_failure(error)
            if reason is None and is_closing(engine):  # Scrapy's own: it took the request away
                raise ClosingError from error
            if reason is None:
                raise
            if reason in UNREACHABLE and not self.crawler.stats.get_value(ANSWERS):
                self._give_up(url, reason)
                raise ClosingError from error
            raise FetchError(url, reason) from error
        if response.status != OK or is_challenged(response):
            raise FetchError(url, name_status(response))
        return response

    def _give_up(self, url: str, reason: str) -> None:
        """End a crawl of which no request was answered: none of thousands more would be."""
        logger.error("%s: %s, and nothing else of the site answered either", url, reason)
        if self._closing is None:
            closing = self.crawler.engine.close_spider_async(reason=SITE_UNREACHABLE)
            self._closing = asyncio.create_task(closing)
