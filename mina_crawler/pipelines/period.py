"""Keeps articles that were published in the period asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from mina_crawler.items import Article

if TYPE_CHECKING:
    from typing import Any, Self

    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

    from mina_crawler.arguments import Period


class PeriodPipeline:
    """Drops what was published before ``since`` or after ``until``, days of the site's zone."""

    def __init__(self, period: Period, stats: StatsCollector) -> None:
        """Take the *period* to keep and the *stats* to count into."""
        self.period = period
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline with the period that the spider of *crawler* was given."""
        return cls(crawler.spider.arguments.period, crawler.stats)  # type: ignore[union-attr]

    def process_item(self, item: Any) -> Any:  # noqa: ANN401 - any item passes
        """Return *item*, or raise DropItem where its day lies outside the period."""
        if not isinstance(item, Article):
            return item
        day = date.fromisoformat(item.published_at[:10])
        if day not in self.period:
            self.stats.inc_value("skipped/outside the period")
            message = f"outside the period, {day}: {item.url}"
            raise DropItem(message, log_level="DEBUG")
        return item
