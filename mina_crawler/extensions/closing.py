"""Lets a crawl end that is closed while articles without an answer of their own are on their way.

A crawl that closes waits for the pipelines. Scrapy looks whether they are done when an answer is;
after an item that ``start()`` gave nobody looks, and the crawl would wait for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.utils.asyncio import create_looping_call

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

PERIOD = 0.1
"""Seconds that an end may come late."""


class Closing:
    """Looks, every now and then, whether the pipelines of a closing crawl are done."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._beat = create_looping_call(self._look)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Look from the beginning to the end."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Begin."""
        self._beat.start(PERIOD, now=False)

    def spider_closed(self) -> None:
        """End."""
        if self._beat.running:
            self._beat.stop()

    def _look(self) -> None:
        slot, spider = self._crawler.engine.scraper.slot, self._crawler.spider
        closing = slot.closing if slot else None
        if slot and spider and closing and not closing.called and slot.is_idle():
            closing.callback(spider)
