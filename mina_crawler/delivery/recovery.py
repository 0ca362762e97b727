"""Delivers first what earlier runs accepted and did not bring to its feed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol, cast

from mina_crawler.delivery.addresses import with_login_of
from mina_crawler.delivery.append import AppendDelivery

if TYPE_CHECKING:
    from scrapy.extensions.feedexport import FeedSlot

    from mina_crawler.delivery.batch import BatchDelivery
    from mina_crawler.delivery.desk import Account
    from mina_crawler.items import Article, Tombstone
    from mina_crawler.ledger.deliveries import Batch
    from mina_crawler.ledger.outbox import Accepted

logger = logging.getLogger(__name__)


class Exporter(Protocol):
    """Writes lines to files and sends these on their way."""

    def slot_for(self, template: str, uri: str) -> FeedSlot:
        """Return a slot for a file of an earlier run."""

    def write(self, slot: FeedSlot, item: Article | Tombstone, accepted: Accepted) -> None:
        """Write a line of the outbox to the file of *slot*."""

    async def close(self, slot: FeedSlot) -> None:
        """Store the file of *slot*."""

    def export(self, template: str, item: Article | Tombstone, accepted: Accepted) -> None:
        """Write a line of the outbox to one feed."""


async def catch_up(exporter: Exporter, template: str, account: Account) -> int:
    """Settle the batches that may or may not have arrived, then write what was in none.

    Return how many lines that were.
    """
    recovered = 0
    for batch in account.unsettled():
        slot = exporter.slot_for(template, with_login_of(template, batch.parcel.uri))
        if isinstance(slot.storage, AppendDelivery):
            slot.storage.settle()
        elif await _settle(exporter, slot, batch, account):
            recovered += batch.lines
        else:
            logger.error("%s is out of reach: its lines stay in the outbox", account.address)
            break
    for accepted, item in account.owed():
        exporter.export(template, item, accepted)
        recovered += 1
    return recovered


async def _settle(exporter: Exporter, slot: FeedSlot, batch: Batch, account: Account) -> bool:
    """Look whether *batch* has arrived, else send it again; tell whether it is there now."""
    delivery = cast("BatchDelivery", slot.storage)
    try:
        arrived = await delivery.place.holds(batch.parcel)
    except Exception as error:  # noqa: BLE001 - storages raise what they like
        logger.error("Cannot look at %s: %s", batch.parcel.uri, error)  # noqa: TRY400
        return False
    if arrived:
        account.confirm(batch.id)
        return True
    delivery.batch = batch.id
    for accepted, item in account.owed(batch.id):
        exporter.write(slot, item, accepted)
    await exporter.close(slot)
    return delivery.is_done
