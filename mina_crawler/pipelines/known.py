"""Hold each article against what the ledger knows: one identity, and edits numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import DropItem

from mina_crawler.delivery.desk import desk_of
from mina_crawler.items import Article
from mina_crawler.ledger.articles import SAME_POST, SAME_TEXT
from mina_crawler.ledger.digests import changed_keys, digest_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self

    from scrapy.crawler import Crawler

    from mina_crawler.delivery.desk import Desk
    from mina_crawler.ledger.articles import Articles, Known


class KnownPipeline:
    """Drops what is known: a visit that found nothing changed, a text of another address.

    Such a text passes where it is to be marked. The other address is kept as an alias.
    """

    def __init__(self, crawler: Crawler, skip: Callable[[str, str], None], *, marks: bool) -> None:
        """Take what is told of an article that is left out: its address and a reason."""
        self._crawler = crawler
        self._skip = skip
        self._marks = marks

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take the choice from ``MINA_DUPLICATES``; the ledger of *crawler* is opened later."""
        marks = crawler.settings["MINA_DUPLICATES"] == "mark"
        return cls(crawler, crawler.spider.tally.skipped, marks=marks)  # type: ignore[union-attr]

    def process_item(self, item: Any) -> Any:  # noqa: ANN401 - any item passes
        """Name the article by the address it is known by; set ``revision`` and ``changed``."""
        desk = desk_of(self._crawler)
        if desk and isinstance(item, Article):
            desk.gathering.settle(item)
            if known := self._identify(item, desk.ledger.articles):
                self._compare(item, known, desk)
        return item

    def _identify(self, item: Article, articles: Articles) -> Known | None:
        """Return what is known of *item* itself."""
        if articles.is_new(item.url, item.post_id, item.content_hash):
            return None
        known = articles.find(item.url)
        if not known and item.post_id:
            known = articles.find_post(item.url, item.post_id)
        if not known:
            self._compare_text(item, articles)
        elif known.url != item.url:
            self._count("duplicates/same_post")
            articles.remember_alias(item.url, known, SAME_POST)
            item.url = known.url
        return known

    def _compare_text(self, item: Article, articles: Articles) -> None:
        twin = articles.find_text(item.content_hash) if item.text else None
        if not twin:
            return
        if self._marks:
            self._count("duplicates/marked")
            item.duplicate_of = twin.url
            return
        self._skip(item.url, "same text")
        articles.remember_alias(item.url, twin, SAME_TEXT)
        raise DropItem(f"{item.url} has the text of {twin.url}", log_level="DEBUG")

    def _compare(self, item: Article, known: Known, desk: Desk) -> None:
        """Give *item* the number of its revision; drop it where nothing has changed."""
        changed = changed_keys(known.digests, digest_keys(item))
        if not changed and known.buried_at is None:
            desk.ledger.articles.note_seen(known, desk.validators.pop(item.url, None))
            self._skip(item.url, "unchanged")
            raise DropItem(f"{item.url} has not changed", log_level="DEBUG")
        self._count("revisions/found")
        item.revision = known.revision + 1
        item.changed = changed

    def _count(self, stat: str) -> None:
        self._crawler.stats.inc_value(stat)
