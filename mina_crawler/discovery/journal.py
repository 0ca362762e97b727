"""What earlier crawls walked to its end, so that this one need not walk it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.delivery.desk import desk_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from mina_crawler.delivery.desk import Desk
    from mina_crawler.discovery.trail import Trail
    from mina_crawler.ledger.walks import Completed


class Journal:
    """The ledger's walks and the validators of feeds; where it is off, nothing was ever walked.

    What a walk found is in the ledger only once its crawl is over. So the journal is kept at the
    end of a crawl that finished: one that was killed has walked nothing to its end.
    """

    def __init__(self, crawler: Crawler, *, full: bool) -> None:
        self._crawler = crawler
        self._full = full
        """Nothing that was walked before counts."""
        self._walks: list[tuple[int, Trail]] = []
        self._validators: dict[str, dict[str, str]] = {}

    def begin(self, trail: Trail) -> None:
        """Note that a walk begins."""
        if desk := self._desk:
            walk = desk.ledger.walks.begin(desk.run, trail.source, trail.first)
            self._walks.append((walk, trail))

    def last(self, source: str, first: str) -> Completed | None:
        """Return when an earlier crawl last walked the listing at *first* to its end."""
        if self._desk is None or self._full:
            return None
        return self._desk.ledger.walks.last_complete(source, first)

    def validators(self, url: str) -> dict[str, str]:
        """Return the headers that ask whether *url* has changed since it was last read."""
        if self._desk is None or self._full:
            return {}
        return self._desk.ledger.validators.of(url)

    def note_validators(self, url: str, headers: dict[str, str]) -> None:
        """Ask with *headers* the next time whether *url* has changed."""
        self._validators[url] = headers

    def close(self, *, finished: bool) -> None:
        """Write down what was walked; to its end only where the crawl *finished*.

        Then all that the walks listed is delivered, or known as failed.
        """
        if not (desk := self._desk):
            return
        for walk, trail in self._walks:
            whole = finished and trail.is_complete
            desk.ledger.walks.end(
                walk, listed=len(trail.listed), stopped=trail.stopped, complete=whole
            )
        for url, headers in self._validators.items() if finished else ():
            desk.ledger.validators.keep(url, headers)

    @property
    def _desk(self) -> Desk | None:
        return desk_of(self._crawler)
