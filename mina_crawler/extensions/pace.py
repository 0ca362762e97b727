"""Keeps the pace that the site asks for: ``Crawl-delay``, ``Retry-After``, 429 and 503."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from scrapy import signals

from mina_crawler.parsing.retry_after import parse_retry_after

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.core.downloader import Slot
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)

BUSY = frozenset({429, 503})
SITE_BUSY = "site_busy"
"""The reason that a crawl is closed for when the site never recovers."""
ANY_DELAY = 0.001
"""Seconds; a slot without a delay would not look at when it may go on."""


class Pace:
    """Slows down the downloader's slots: one stands for one host."""

    def __init__(self, crawler: Crawler) -> None:
        """Read the limits from the settings of *crawler*."""
        settings = crawler.settings
        self.crawler = crawler
        self.longest_delay = settings.getfloat("MINA_CRAWL_DELAY_MAX")
        self.first_pause = settings.getfloat("MINA_BUSY_PAUSE")
        self.longest_pause = settings.getfloat("MINA_BUSY_PAUSE_MAX")
        self.tries = settings.getint("MINA_BUSY_RETRIES")
        self.patience = settings.getint("MINA_BUSY_PATIENCE")
        self.delays: dict[str, float] = {}
        """Host -> the seconds that its robots.txt wants between two requests."""
        self.pauses: dict[str, int] = {}
        """Host -> how many pauses in a row it has asked for."""
        self.until: dict[str, float] = {}
        """Host -> when its pause ends."""
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen to what *crawler* sends and receives."""
        extension = cls(crawler)
        crawler.signals.connect(extension.robots_parsed, signals.robots_parsed)
        crawler.signals.connect(extension.response_downloaded, signals.response_downloaded)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Take over the delay that robots.txt asks of us."""
        wanted = robotparser.crawl_delay(self.crawler.settings["USER_AGENT"])
        if not wanted:
            return
        host = self.crawler.engine.downloader.get_slot_key(request)
        self.crawler.signals.connect(
            self.request_reached_downloader, signals.request_reached_downloader
        )
        self.delays[host] = min(wanted, self.longest_delay)
        self.crawler.stats.max_value("manners/crawl_delay", self.delays[host])
        logger.info("Crawl-delay of %s: %s s, %s s kept", host, wanted, self.delays[host])

    def request_reached_downloader(self, request: Request) -> None:
        """Have new slots keep the delay too."""
        self._keep_delay(request.meta["download_slot"])

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Pause before the next request where the site says that it is busy."""
        host = request.meta["download_slot"]
        self._keep_delay(host)
        if response.status in BUSY:
            request.meta.setdefault("max_retry_times", self.tries)
            self._back_off(host, response)
        else:
            self.pauses.pop(host, None)

    def _keep_delay(self, host: str) -> None:
        slot = self._slot(host)
        delay = self.delays.get(host)
        if slot and delay:
            slot.delay = max(slot.delay, delay)
            slot.jitter = 0.0  # half of what was asked for would be too little

    def _back_off(self, host: str, response: Response) -> None:
        """Pause, longer each time; answers to what was sent before the pause prolong nothing."""
        now, asked = monotonic(), self._asked(response)
        if asked is None and now < self.until.get(host, 0.0):
            return
        count = self.pauses.get(host, 0)
        seconds = min(max(asked or 0.0, self.first_pause * 2**count), self.longest_pause)
        if now + seconds > self.until.get(host, 0.0):
            self.pauses[host] = count + 1
            self._pause(host, now, seconds)

    def _pause(self, host: str, now: float, seconds: float) -> None:
        self.until[host] = now + seconds
        self.crawler.stats.inc_value("manners/pauses")
        self.crawler.stats.inc_value("manners/paused_seconds", round(seconds))
        logger.info("%s is busy: no request for %.1f s", host, seconds)
        if slot := self._slot(host):
            slot.lastseen = now + seconds
            slot.delay = slot.delay or ANY_DELAY
        if self.pauses[host] == self.patience:
            closing = self.crawler.engine.close_spider_async(reason=SITE_BUSY)
            self._closing = asyncio.create_task(closing)

    @staticmethod
    def _asked(response: Response) -> float | None:
        header = response.headers.get("Retry-After")
        return parse_retry_after(header.decode("latin-1"), datetime.now(UTC)) if header else None

    def _slot(self, host: str) -> Slot | None:
        return self.crawler.engine.downloader.slots.get(host)
