"""The readers of one crawl: itself, or others where it has more to read than it can.

Reading is more work than all else that a crawl does with a page. A live site is asked for a page a
second, and the crawl reads that between two requests; a mirror answers as fast as it is asked.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from scrapy import signals

from mina_crawler.readers.process import LeftUnreadError, ReaderDiedError, ReadingProcess
from mina_crawler.readers.sheets import Sheet, read_page

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

    from mina_crawler.pages.article import ArticlePage
    from mina_crawler.readers.sheets import Order, Reading

logger = logging.getLogger(__name__)

UNAIDED = 100
"""Pages that a crawl reads itself first: to start a process costs as much as to read them."""
TRIES = 2
"""A page whose reader died is read once more: it may have died of something else."""


class Readers:
    """Has single pages read."""

    def __init__(self, processes: int, unaided: int = UNAIDED) -> None:
        """Take how many *processes* may help, if any, once the crawl has read so many *unaided*."""
        self._processes = processes
        self._is_alone = not processes
        self._unaided = unaided
        self._others: list[ReadingProcess] = []
        self._beginning = asyncio.Lock()
        self._are_of_use = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the number of processes from ``MINA_READERS``; they end with the spider."""
        readers = cls(crawler.settings.getint("MINA_READERS"))
        crawler.signals.connect(readers.close, signals.spider_closed)
        return readers

    async def read(self, page: ArticlePage, order: Order) -> Reading:
        """Return what *page* tells; an article that others read has been through the pipelines.

        Raises LayoutError as :func:`~mina_crawler.loaders.load_article` does, and ReaderDiedError.
        """
        if self._unaided or self._is_alone:
            self._unaided = max(self._unaided - 1, 0)
            return read_page(page, order)
        sheet = Sheet.of(page)
        deaths = 0
        while deaths < TRIES and not self._is_alone:
            reader = await self._idlest()
            try:
                reading = await reader.read(sheet, order)
            except LeftUnreadError:
                continue
            except ReaderDiedError:
                deaths += 1
                logger.warning("a reader died before it had read %s", page.url)
            else:
                self._are_of_use = True
                return reading
        if self._are_of_use:
            raise ReaderDiedError(page.url)
        if not self._is_alone:
            logger.warning("no reader can be begun: the crawl reads alone")
            self._is_alone = True
        return read_page(page, order)

    async def close(self) -> None:
        """Let the others end."""
        for reader in self._others:
            await reader.end()

    async def _idlest(self) -> ReadingProcess:
        """Return the reader with the least to read; a new one in place of one that died."""
        async with self._beginning:
            for dead in [reader for reader in self._others if not reader.is_alive]:
                self._others.remove(dead)
                await dead.end()
            while len(self._others) < self._processes:
                self._others.append(await ReadingProcess.begin())
        return min(self._others, key=len)
