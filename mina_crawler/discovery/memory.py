"""What a crawl remembers of earlier ones: what need not be asked for, and what is due again."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from mina_crawler.delivery.desk import desk_of
from mina_crawler.items import Tombstone
from mina_crawler.ledger.articles import DAY
from mina_crawler.parsing.dates import WIB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from mina_crawler.delivery.desk import Desk
    from mina_crawler.discovery.spans import Span
    from mina_crawler.ledger.articles import Known

GONE = frozenset({"404", "410"})
NOT_MODIFIED = "304"
SKEW = 300
"""Seconds by which the site's clock may differ from ours."""


class Memory:
    """Speaks to the ledger in addresses; where that is off, everything is new."""

    def __init__(self, crawler: Crawler, *, recheck: int | None, full: bool) -> None:
        self._crawler = crawler
        self._recheck = recheck
        """Known articles published in the last so many days are looked at again."""
        self._full = full
        """All known articles are looked at again."""
        self._missing: set[str] = set()
        """Addresses that an earlier crawl was told of and that were gone when it asked."""

    def headers_for(self, url: str, changed_at: datetime | None = None) -> dict[str, str] | None:
        """Return what to ask for *url* with; ``None`` where it need not be asked for.

        *changed_at* is when it was last changed, as far as its source tells.
        """
        desk = self._desk
        if desk is None or self._full or not desk.ledger.articles.is_known(url):
            return {}
        known = desk.ledger.articles.find(url)
        if known is None or not (self._is_due(known) or _was_changed(known, changed_at)):
            return None
        validators = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {name: value for name, value in validators.items() if value}

    def knows(self, url: str) -> bool:
        """Tell whether *url* leads to an article that is known."""
        return self._desk is not None and self._desk.ledger.articles.is_known(url)

    def knew(self, url: str, moment: int) -> bool:
        """Tell whether the article at *url* was known by *moment*, in seconds since 1970."""
        known = self._find(url)
        return known is not None and known.first_seen <= moment

    def count_published(self, root: str, span: Span) -> int:
        """Return how many known articles of the site at *root* were published in *span*."""
        if self._desk is None:
            return 0
        since, until = (
            datetime.combine(day, clock, WIB).timestamp()
            for day, clock in ((span.first, time.min), (span.last, time.max))
        )
        return self._desk.ledger.articles.count_published(root, since, until)

    def failed(self) -> Iterator[tuple[str, str]]:
        """Yield address and source of what an earlier crawl listed and could not have."""
        if self._desk is None:
            return
        for failure in self._desk.ledger.failures.open():
            if failure.reason in GONE:
                self._missing.add(failure.url)
            yield failure.url, failure.source

    def due(self) -> Iterator[tuple[str, str]]:
        """Yield address and source of the known articles that are to be looked at again."""
        if self._desk and self._recheck:
            for known in self._desk.ledger.articles.published_since(self._horizon):
                yield known.url, known.source

    def keep_validators(self, url: str, response: Response) -> None:
        """Keep what the site sent to ask with the next time whether *url* has changed."""
        if self._desk:
            names = {"etag": "ETag", "last_modified": "Last-Modified"}
            sent = {key: response.headers.get(name) for key, name in names.items()}
            if any(sent.values()):
                self._desk.validators[url] = {
                    k: v.decode("latin-1") if v else None for k, v in sent.items()
                }

    def keep_address(self, address: str, url: str) -> None:
        """Know the article at *url* by the *address* that led to it: it is not asked for again."""
        if self._desk is None or address == url:
            return
        if not self._desk.know_by(address, url):
            self._desk.addresses.setdefault(url, set()).add(address)

    def is_unchanged(self, url: str, reason: str) -> bool:
        """Take note where a failure to get *url* means that it is as it was."""
        known = self._find(url) if reason == NOT_MODIFIED else None
        if known is None or self._desk is None:
            return False
        self._desk.ledger.articles.note_seen(known)
        return True

    def is_gone(self, url: str, reason: str) -> bool:
        """Tell whether a failure to get *url* means that a known article is gone.

        One never read is gone as well that is missing a second time: it was withdrawn just then.
        """
        return reason in GONE and (url in self._missing or self._find(url) is not None)

    def bury(self, url: str, reason: str) -> Tombstone | None:
        """Note that a known article is gone; return its tombstone the second time, a day later."""
        known = self._find(url)
        if known is None:
            self.settle(url)
            return None
        if self._desk is None or not self._desk.ledger.articles.note_gone(known):
            return None
        return Tombstone(
            url=known.url,
            post_id=known.post_id,
            edition=known.edition,
            gone_at=datetime.now(UTC).isoformat(timespec="seconds"),
            status=int(reason),
            run=self._desk.name,
        )

    def fail(self, url: str, source: str, reason: str) -> None:
        """Have the next run ask for *url* again."""
        if self._desk:
            run = self._desk.run
            self._desk.ledger.failures.note(url, source=source, reason=reason, run=run)

    def settle(self, url: str) -> None:
        """Stop asking for *url*: it turned out to be no article."""
        if self._desk:
            self._desk.ledger.failures.settle(url)

    @property
    def _desk(self) -> Desk | None:
        return desk_of(self._crawler)

    @property
    def _horizon(self) -> float:
        return datetime.now(UTC).timestamp() - (self._recheck or 0) * DAY

    def _is_due(self, known: Known) -> bool:
        return bool(self._recheck) and known.published_at >= self._horizon

    def _find(self, url: str) -> Known | None:
        return self._desk.ledger.articles.find(url) if self._desk else None


def _was_changed(known: Known, changed_at: datetime | None) -> bool:
    """Tell whether the site has changed the article since it was last looked at.

    What is yet to come is no change: a site that tells such moments would be read whole each time.
    """
    if changed_at is None:
        return False
    now = datetime.now(UTC).timestamp()
    return known.last_seen - SKEW < changed_at.timestamp() < now + SKEW
