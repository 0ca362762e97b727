"""Lets no more articles pass than were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem, NotConfigured

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

    from mina_crawler.items import Article


class LimitPipeline:
    """Drops what arrives after ``max_items``: requests are still under way while a crawl ends."""

    def __init__(self, limit: int) -> None:
        """Take the *limit*."""
        self.left = limit

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline with the limit that the spider of *crawler* was given, if any."""
        limit = crawler.spider.arguments.max_items  # type: ignore[union-attr]
        if limit is None:
            raise NotConfigured
        return cls(limit)

    def process_item(self, item: Article) -> Article:
        """Return *item*, or raise DropItem once there are enough."""
        if self.left == 0:
            message = f"more than max_items: {item.url}"
            raise DropItem(message, log_level="DEBUG")
        self.left -= 1
        return item
