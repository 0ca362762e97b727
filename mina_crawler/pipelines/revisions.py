"""Number the revisions of an article; drop a visit that found nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from mina_crawler.delivery.desk import desk_of
from mina_crawler.items import Article
from mina_crawler.ledger.digests import changed_keys, digest_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

    from scrapy.crawler import Crawler

    from mina_crawler.delivery.desk import Desk


class RevisionsPipeline:
    """Compares an article with what the ledger keeps of its last revision."""

    def __init__(self, crawler: Crawler, skip: Callable[[str, str], None]) -> None:
        """Take what is told of an article that is left out: its address and a reason."""
        self._crawler = crawler
        self._skip = skip

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Have the spider of *crawler*, whose ledger is opened later, count what is left out."""
        return cls(crawler, crawler.spider.tally.skipped)  # type: ignore[union-attr]

    def process_item(self, item: Any) -> Any:  # noqa: ANN401 - any item passes
        """Set ``revision`` and ``changed``."""
        desk = desk_of(self._crawler)
        if desk and isinstance(item, Article):
            self._compare(item, desk)
        return item

    def _compare(self, item: Article, desk: Desk) -> None:
        known = desk.ledger.articles.find(item.url)
        if known is None:
            return
        changed = changed_keys(known.digests, digest_keys(item))
        if not changed and known.buried_at is None:
            desk.ledger.articles.note_seen(known, desk.validators.pop(item.url, None))
            self._skip(item.url, "unchanged")
            raise DropItem(f"{item.url} has not changed", log_level="DEBUG")
        self._crawler.stats.inc_value("revisions/found")
        item.revision = known.revision + 1
        item.changed = changed
