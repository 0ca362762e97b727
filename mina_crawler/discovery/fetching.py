"""Asks the site for one page at a time, for code that reads like a walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http import TextResponse

from mina_crawler.discovery.failures import FetchError, name_failure

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

OK = 200


class Fetcher:
    """Fetches pages through the downloader and all its middlewares."""

    def __init__(self, crawler: Crawler) -> None:
        """Take the *crawler* whose downloader is to be used."""
        self.crawler = crawler

    async def __call__(self, url: str) -> TextResponse:
        """Return the page at *url*.

        Raises FetchError where there is none: a failed download, a status that is not 200, or
        an answer that is no text.
        """
        engine = self.crawler.engine
        assert engine is not None
        try:
            response = await engine.download_async(Request(url))
        except Exception as error:
            reason = name_failure(error)
            if reason is None:
                raise
            raise FetchError(url, reason) from error
        if response.status != OK:
            raise FetchError(url, str(response.status))
        if not isinstance(response, TextResponse):
            raise FetchError(url, "no text")
        return response
