"""Delivers a finished file: announced, brought to its place, confirmed."""

from __future__ import annotations

from dataclasses import replace
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from mina_crawler.delivery.backoff import insist
from mina_crawler.delivery.parcels import measure
from mina_crawler.items import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy import Spider

    from mina_crawler.delivery.desk import Account
    from mina_crawler.delivery.places import Place
    from mina_crawler.items import Tombstone


class BatchDelivery:
    """A feed storage for whole files: batches, compressed feeds, objects in S3."""

    def __init__(
        self, place: Place, account: Account, *, uri: str, delays: Sequence[float]
    ) -> None:
        self.place = place
        self.batch: int | None = None
        """The number of a batch that is sent once more."""
        self.is_done = False
        self._account = account
        self._uri = uri
        self._delays = delays
        self._lines: list[int] = []
        self._moments: set[str] = set()

    def open(self, spider: Spider) -> IO[bytes]:
        """Return a nameless file: a kill leaves nothing behind."""
        return TemporaryFile(dir=spider.crawler.settings["FEED_TEMPDIR"])

    def take(self, line: int, item: Article | Tombstone) -> None:
        """Note that *item*, a line of the outbox, was written to the file."""
        self._lines.append(line)
        if isinstance(item, Article):
            self._moments.add(item.published_at)

    async def store(self, file: IO[bytes]) -> None:
        """Bring the file to its place; leave its lines owed where that fails."""
        parcel = replace(measure(file, self._uri), span=self._span())
        if self._lines:
            self.batch = self._account.announce(parcel, self._lines, self.batch)
        with file:
            await insist(lambda: self.place.put(file, parcel), self._uri, self._delays)
        self.is_done = True
        if self.batch is not None:
            self._account.confirm(self.batch)

    def _span(self) -> tuple[str, ...]:
        return (min(self._moments), max(self._moments)) if self._moments else ()
