"""Ends a crawl whose ledger fails: what cannot be written down would be lost."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from scrapy import signals
from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

logger = logging.getLogger(__name__)

LEDGER_FAILED = "ledger_failed"
"""The reason that such a crawl is closed for."""


class LedgerGuardExtension:
    """Watches for errors of the database; the articles they struck stay unknown, and due."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen for errors."""
        extension = cls(crawler)
        crawler.signals.connect(extension.note_error, signals.item_error)
        crawler.signals.connect(extension.note_error, signals.spider_error)
        return extension

    def note_error(self, failure: Failure) -> None:
        """Close the spider at the first error of the database."""
        if not isinstance(failure.value, SQLAlchemyError):
            return
        self._crawler.stats.inc_value("delivery/ledger_failures")
        if self._closing is None:
            logger.critical("The ledger fails: %s", failure.value)
            closing = self._crawler.engine.close_spider_async(reason=LEDGER_FAILED)
            self._closing = asyncio.create_task(closing)
