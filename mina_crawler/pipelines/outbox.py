"""Commit what was accepted, before any feed sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from mina_crawler.delivery.desk import desk_of
from mina_crawler.items import Article, Tombstone
from mina_crawler.ledger.outbox import AlreadyAcceptedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

    from scrapy.crawler import Crawler


class OutboxPipeline:
    """The last pipeline: what it lets pass will reach the feeds, whatever happens."""

    def __init__(self, crawler: Crawler, skip: Callable[[str, str], None]) -> None:
        """Take what is told of an article that is left out: its address and a reason."""
        self._crawler = crawler
        self._skip = skip

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Have the spider of *crawler*, whose ledger is opened later, count what is left out."""
        return cls(crawler, crawler.spider.tally.skipped)  # type: ignore[union-attr]

    async def process_item(self, item: Any) -> Any:  # noqa: ANN401 - any item passes
        """Write *item* to the outbox."""
        desk = desk_of(self._crawler)
        if desk and isinstance(item, Article | Tombstone):
            try:
                await desk.accept(item, is_last=not self._crawler.engine.downloader.active)
            except AlreadyAcceptedError:
                self._skip(item.url, "already accepted")
                raise DropItem(f"{item.url} was accepted before", log_level="DEBUG") from None
        return item
