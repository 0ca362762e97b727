"""Tells what is being walked, how fast articles come, and what is left: live on a terminal."""

from __future__ import annotations

import logging
import sys
from time import monotonic
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call

from mina_crawler.extensions.live_line import LiveLine
from mina_crawler.parsing.printable import printable

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

    from mina_crawler.discovery.trail import Trail

logger = logging.getLogger(__name__)

LIVE = 1.0
"""Seconds between two looks of a live line."""


class Progress:
    """Speaks each ``LOGSTATS_INTERVAL``, or each second where standard error is a terminal."""

    def __init__(self, crawler: Crawler, interval: float) -> None:
        """Tell of *crawler* in the log each *interval* seconds."""
        self._crawler = crawler
        self._interval = interval
        self._started = monotonic()
        self._line: LiveLine | None = None
        self._task = create_looping_call(self.tell)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen for the beginning and the end."""
        interval = crawler.settings.getfloat("LOGSTATS_INTERVAL")
        if not interval:
            raise NotConfigured
        extension = cls(crawler, interval)
        crawler.signals.connect(extension.spider_opened, signals.spider_opened)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    def spider_opened(self) -> None:
        """Begin to tell."""
        self._started = monotonic()
        if sys.stderr.isatty():
            self._line = LiveLine(sys.stderr, self._crawler.settings["LOG_LEVEL"])
        self._task.start(LIVE if self._line else self._interval, now=False)

    def spider_closed(self) -> None:
        """Make room for the receipt."""
        if self._task.running:
            self._task.stop()
        if self._line:
            self._line.close()

    def tell(self) -> None:
        """Tell how the crawl stands."""
        site = getattr(self._crawler.spider, "site", None)
        unread = getattr(self._crawler.spider, "unread", ())
        text = progress_of(
            site.trails if site else [],
            articles=self._crawler.stats.get_value("item_scraped_count", 0),
            unread=len(unread),
            seconds=monotonic() - self._started,
        )
        if self._line:
            self._line.show(printable(text))
        else:
            logger.info("%s", text)


def progress_of(trails: list[Trail], *, articles: int, unread: int, seconds: float) -> str:
    """Return how a crawl stands whose last walk is the last of *trails*.

    >>> progress_of([], articles=90, unread=30, seconds=60.0)
    '90 articles, 90 a minute, 30 left, about 1 min'
    """
    rate = articles * 60 / seconds if seconds else 0.0
    told = [*map(_place, trails[-1:]), f"{articles} articles, {rate:.0f} a minute"]
    left = _left(trails, unread)
    if left is not None:
        told.append(f"{left} left" + (f", about {left / rate + 0.5:.0f} min" if rate else ""))
    return ", ".join(told)


def _place(trail: Trail) -> str:
    if trail.stopped:
        return f"{trail.source} walked"
    of = f" of {trail.claimed}" if trail.claimed else ""
    page = f" (page {trail.reached}{of})" if trail.reached else ""
    return f"{trail.source} {trail.first}{page}"


def _left(trails: list[Trail], unread: int) -> int | None:
    """Return how many articles are still to come from the last walk; ``None``: it does not tell."""
    if not trails or trails[-1].stopped:
        return unread
    expected = trails[-1].expected
    return None if expected is None else max(expected - len(trails[-1].listed), 0) + unread
