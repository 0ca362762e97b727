"""Keeps articles that were published in the period asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem, NotConfigured

from mina_crawler.items import Article

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

    from scrapy.crawler import Crawler

    from mina_crawler.arguments import Period


class PeriodPipeline:
    """Drops what was published before ``since`` or after ``until``, days of the site's zone."""

    def __init__(self, period: Period, skip: Callable[[str, str], None]) -> None:
        """Take the *period* to keep, and what is told of an article left out: address, reason."""
        self._period = period
        self._skip = skip

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline with the period that the spider of *crawler* was given, if any."""
        spider = crawler.spider
        period = spider.arguments.period  # type: ignore[union-attr]
        if not period:
            raise NotConfigured
        return cls(period, spider.tally.skipped)  # type: ignore[union-attr]

    def process_item(self, item: Any) -> Any:  # noqa: ANN401 - any item passes
        """Return *item*, or raise DropItem where its day lies outside the period."""
        if not isinstance(item, Article):
            return item
        day = date.fromisoformat(item.published_at[:10])
        if day not in self._period:
            self._skip(item.url, "outside the period")
            message = f"outside the period, {day}: {item.url}"
            raise DropItem(message, log_level="DEBUG")
        return item
