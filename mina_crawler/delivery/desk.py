"""The desk of one crawl: what it accepts is written down before anything else happens to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from mina_crawler.delivery.gathering import Gathering
from mina_crawler.items import Article, Tombstone
from mina_crawler.ledger.articles import SAME_POST
from mina_crawler.ledger.ledger import Ledger
from mina_crawler.ledger.outbox import Accepted, Offer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapy.crawler import Crawler
    from scrapy.extensions.feedexport import ItemFilter

    from mina_crawler.ledger.deliveries import Batch, Parcel


@dataclass(frozen=True, slots=True)
class Account:
    """What one run still owes to one feed."""

    ledger: Ledger
    run: int
    feed: int
    address: str
    filter: ItemFilter

    def owed(self, batch: int | None = None) -> Iterator[tuple[Accepted, Article | Tombstone]]:
        """Yield what is owed, in the order of acceptance: a batch's lines, or those of none."""
        return self.ledger.outbox.owed_to(self.feed, holder=self.run, batch=batch)

    def announce(self, parcel: Parcel, lines: Sequence[int], batch: int | None = None) -> int:
        """Commit the intent to deliver *lines*; return the batch's number."""
        return self.ledger.deliveries.announce(self.feed, self.run, parcel, lines, batch)

    def confirm(self, batch: int) -> None:
        """Note that the storage has *batch*."""
        self.ledger.deliveries.confirm(batch)

    def unsettled(self) -> list[Batch]:
        """Return the batches that may or may not have arrived."""
        return self.ledger.deliveries.unsettled(self.feed, self.run)


@dataclass(slots=True)
class Desk:
    """Accepts items for the feeds of one run."""

    ledger: Ledger
    run: int
    name: str
    """The run's, as people know it."""
    accounts: dict[str, Account] = field(default_factory=dict)
    """By the address of the feed as it is configured."""
    validators: dict[str, dict[str, str | None]] = field(default_factory=dict)
    """What the site sent to ask with whether a page has changed, by address, until accepted."""
    addresses: dict[str, set[str]] = field(default_factory=dict)
    """Those that led to an article, by its own, until accepted."""
    gathering: Gathering = field(init=False)
    """Where items wait to be committed."""
    _accepted: dict[tuple[str, str, int], Accepted] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gather for the outbox."""
        self.gathering = Gathering(self.ledger.outbox)

    def open_account(self, template: str, address: str, item_filter: ItemFilter) -> Account:
        """Begin to owe to a feed what its filter lets through."""
        feed = self.ledger.deliveries.feed(address)
        self.accounts[template] = Account(self.ledger, self.run, feed, address, item_filter)
        return self.accounts[template]

    def adopt(self) -> None:
        """Take over what dead runs owe to the feeds of this one."""
        self.ledger.outbox.sweep()
        self.ledger.deliveries.adopt([a.feed for a in self.accounts.values()], self.run)

    async def accept(self, item: Article | Tombstone, *, is_last: bool) -> None:
        """Return when *item* is committed to the outbox. Raises AlreadyAcceptedError."""
        offer = Offer(
            item=item,
            run=self.run,
            feeds=[a.feed for a in self.accounts.values() if a.filter.accepts(item)],
            validators=self.validators.pop(item.url, {}),
        )
        number = await self.gathering.accept(offer, is_last=is_last)
        self._accepted[_key(item)] = Accepted(number, offer.line)
        for address in self.addresses.pop(item.url, ()):
            self.know_by(address, item.url)

    def know_by(self, address: str, url: str) -> bool:
        """Know the article at *url* by another *address* too; tell whether there is such."""
        known = self.ledger.articles.find(url)
        if known and not self.ledger.articles.is_known(address):
            self.ledger.articles.remember_alias(address, known, SAME_POST)
        return known is not None

    def hand_out(self, item: object) -> Accepted | None:
        """Return, once, what became of *item* in the outbox; ``None`` for other items."""
        if not isinstance(item, Article | Tombstone):
            return None
        return self._accepted.pop(_key(item), None)

    def count_owed(self) -> dict[str, int]:
        """Return how many lines feeds still wait for from this run, by address."""
        return self.ledger.deliveries.count_owed(self.run)

    def owed_urls(self) -> Iterator[str]:
        """Yield the addresses of the articles that feeds still wait for from this run."""
        return self.ledger.deliveries.owed_urls(self.run)


_desks: WeakKeyDictionary[Crawler, Desk] = WeakKeyDictionary()


def open_desk(crawler: Crawler, address: str, run: str) -> Desk:
    """Open the ledger at *address* for the crawl named *run*."""
    ledger = Ledger(address)
    _desks[crawler] = Desk(ledger, ledger.begin_run(run), run)
    return _desks[crawler]


def desk_of(crawler: Crawler) -> Desk | None:
    """Return the desk of *crawler*; ``None`` where the ledger is off or there are no feeds."""
    return _desks.get(crawler)


def _key(item: Article | Tombstone) -> tuple[str, str, int]:
    return item.schema, item.url, item.revision if isinstance(item, Article) else 0
