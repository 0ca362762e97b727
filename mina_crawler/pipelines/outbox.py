"""Commit what was accepted, before any feed sees it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem
from sqlalchemy.exc import SQLAlchemyError

from mina_crawler.delivery.desk import desk_of
from mina_crawler.items import Article, Tombstone
from mina_crawler.ledger.outbox import AlreadyAcceptedError

if TYPE_CHECKING:
    from typing import Any, Self

    from scrapy.crawler import Crawler

    from mina_crawler.delivery.desk import Desk

logger = logging.getLogger(__name__)

LEDGER_FAILED = "ledger_failed"
"""The reason that a crawl is closed for when nothing can be written down any more."""


class OutboxPipeline:
    """The last pipeline: what it lets pass will reach the feeds, whatever happens."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the crawler, whose ledger is opened later."""
        return cls(crawler)

    def process_item(self, item: Any) -> Any:  # noqa: ANN401 - any item passes
        """Write *item* to the outbox, or end the crawl."""
        desk = desk_of(self._crawler)
        if desk and isinstance(item, Article | Tombstone):
            self._accept(item, desk)
        return item

    def _accept(self, item: Article | Tombstone, desk: Desk) -> None:
        try:
            desk.accept(item)
        except AlreadyAcceptedError:
            self._crawler.stats.inc_value("skipped/already_delivered")
            raise DropItem(f"{item.url} was accepted before", log_level="DEBUG") from None
        except SQLAlchemyError as error:
            self._stop()
            raise DropItem(f"{item.url} cannot be written down: {error}") from error

    def _stop(self) -> None:
        """End the crawl: what cannot be written down would be lost."""
        self._crawler.stats.inc_value("delivery/ledger_failures")
        if self._closing is None:
            closing = self._crawler.engine.close_spider_async(reason=LEDGER_FAILED)
            self._closing = asyncio.create_task(closing)
