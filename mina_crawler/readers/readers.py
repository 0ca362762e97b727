"""The readers of one crawl: itself, and others where it has more to read than it can.

Reading is as much work as all else that a crawl does with a page. A live site is asked for a page a
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

UNAIDED = 50
"""Pages that a crawl reads itself first: to begin a process costs as much as to read 200."""
PILE = 12
"""Pages with a reader that is busy enough: the crawl reads the next one itself."""
TRIES = 2
"""A page whose reader died is read once more: it may have died of something else."""


class Readers:
    """Has single pages read: by the first that has time."""

    def __init__(self, processes: int, unaided: int = UNAIDED) -> None:
        """Take how many *processes* may help, if any, once the crawl has read so many *unaided*."""
        self._processes = processes
        self._unaided = unaided
        self._others: list[ReadingProcess] = []
        self._calling_in = asyncio.Lock()

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
        if self._unaided:
            self._unaided -= 1
            return read_page(page, order)
        await self._call_in()
        ready = [reader for reader in self._others if reader.is_ready and len(reader) < PILE]
        if not ready:
            return read_page(page, order)
        return await self._read_elsewhere(min(ready, key=len), page, order)

    async def close(self) -> None:
        """Let the others end."""
        for reader in self._others:
            await reader.end()

    async def _read_elsewhere(
        self, reader: ReadingProcess, page: ArticlePage, order: Order
    ) -> Reading:
        sheet = Sheet.of(page)
        deaths = 0
        while deaths < TRIES:
            try:
                return await reader.read(sheet, order)
            except LeftUnreadError:
                if not deaths:
                    return read_page(page, order)
            except ReaderDiedError:
                deaths += 1
                logger.warning("a reader died before it had read %s", page.url)
            reader = await self._another()  # never the crawl, which might die of it too
        raise ReaderDiedError(page.url)

    async def _another(self) -> ReadingProcess:
        """Return the idlest reader, once it can be asked. Raises ReaderDiedError."""
        await self._call_in()
        if not self._others:
            raise ReaderDiedError
        reader = min(self._others, key=len)
        await reader.ready()
        return reader

    async def _call_in(self) -> None:
        """Begin as many as may help, and one for each that died; none where none can be begun."""
        async with self._calling_in:
            for dead in [reader for reader in self._others if not reader.is_alive]:
                self._others.remove(dead)
                await dead.end()
                if not dead.has_begun and self._processes:
                    logger.warning("no reader can be begun: the crawl reads alone")
                    self._processes = 0
            while len(self._others) < self._processes:
                self._others.append(await ReadingProcess.begin())
