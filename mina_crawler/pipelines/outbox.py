"""Commit what was accepted, before any feed sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from mina_crawler.delivery.desk import desk_of
from mina_crawler.items import Article, Tombstone
from mina_crawler.ledger.outbox import AlreadyAcceptedError

if TYPE_CHECKING:
    from typing import Any, Self

    from scrapy.crawler import Crawler


class OutboxPipeline:
    """The last pipeline: what it lets pass will reach the feeds, whatever happens."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the crawler, whose ledger is opened later."""
        return cls(crawler)

    def process_item(self, item: Any) -> Any:  # noqa: ANN401 - any item passes
        """Write *item* to the outbox."""
        desk = desk_of(self._crawler)
        if desk and isinstance(item, Article | Tombstone):
            try:
                desk.accept(item)
            except AlreadyAcceptedError:
                self._crawler.stats.inc_value("skipped/already accepted")
                raise DropItem(f"{item.url} was accepted before", log_level="DEBUG") from None
        return item
