"""Counts what a crawl could not have or left out, and tells each address once."""

from __future__ import annotations

import logging
from collections import defaultdict
from typing import TYPE_CHECKING

from mina_crawler.discovery.address_set import AddressSet
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from mina_crawler.discovery.trail import Trail

logger = logging.getLogger(__name__)

NAMED = 10_000
"""So many addresses that could not be had are kept; all are in the log."""


class Tally:
    """The crawl's count of silent decisions, by name."""

    def __init__(self, crawler: Crawler) -> None:
        """Count into the stats of *crawler*, which has them once it runs."""
        self.crawler = crawler
        self.failures: dict[str, str] = {}
        """Address -> the reason why it could not be had."""
        self.skips: defaultdict[str, AddressSet] = defaultdict(AddressSet)
        """Reason -> canonical addresses of what was left out for it."""
        self.read = AddressSet()
        """Canonical addresses of the articles that were fetched, be it in an answer of the API."""

    def failed(self, address: str, reason: str) -> None:
        """Count an address that should have been had: ``failed/404``, ``failed/timeout``."""
        self._count(f"failed/{reason}")
        if len(self.failures) < NAMED:
            self.failures[address] = reason
        logger.warning("failed (%s): %s", reason, address)

    def fetched(self, address: str) -> None:
        """Count an article that the site gave; whether it can be read is told later."""
        self.read.add(canonical_url(address))

    def skipped(self, address: str, reason: str) -> None:
        """Count an address that is rightly left out: ``skipped/static page``."""
        self._count(f"skipped/{reason}")
        self.skips[reason].add(canonical_url(address))
        logger.debug("skipped (%s): %s", reason, address)

    def walked(self, trail: Trail) -> None:
        """Count a walk by the reason why it stopped: ``walks/category/end``."""
        self._count(f"walks/{trail.source}/{trail.stopped}")
        if trail.total is not None:
            self.crawler.stats.inc_value(f"claimed/{trail.source}", trail.total)
            self.crawler.stats.inc_value(f"listed/{trail.source}", len(trail.listed))
        logger.info(
            "walked %s: %d pages read, %d articles listed, stopped (%s) at %s",
            trail.first, trail.pages, len(trail.listed),
            trail.stopped, trail.stopped_at,
        )  # fmt: skip

    def chose(self, source: str, why: str) -> None:
        """Tell which source was taken, and why: ``source/rest``."""
        self._count(f"source/{source}")
        logger.info("source %s: %s", source, why)

    def _count(self, name: str) -> None:
        self.crawler.stats.inc_value(name)
