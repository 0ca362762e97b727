"""Scrapy's feed exports, with every line owed until its storage has confirmed it."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import TYPE_CHECKING, Any

from scrapy.exceptions import CloseSpider, NotConfigured
from scrapy.extensions.feedexport import FeedExporter, apply_uri_params
from scrapy.utils.asyncio import create_looping_call
from sqlalchemy.exc import SQLAlchemyError

from mina_crawler.delivery.addresses import with_login_of, without_login
from mina_crawler.delivery.append import AppendDelivery
from mina_crawler.delivery.batch import BatchDelivery
from mina_crawler.delivery.checks import (
    ConfigurationError,
    check_bucket,
    check_name,
    check_scheme,
    checked_address,
    lacking,
)
from mina_crawler.delivery.opening import open_configured_desk
from mina_crawler.delivery.places import place_for
from mina_crawler.delivery.recovery import catch_up
from mina_crawler.delivery.s3 import check_upload_options
from mina_crawler.delivery.storages import delivery_for, takes_lines
from mina_crawler.items import Article, Tombstone, to_line

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.crawler import Crawler
    from scrapy.extensions.feedexport import FeedSlot

    from mina_crawler.delivery.desk import Desk
    from mina_crawler.delivery.places import Place
    from mina_crawler.ledger.outbox import Accepted

logger = logging.getLogger(__name__)

desk_opened = object()
"""The signal that a run's lines are accepted from now on."""
BAD_CONFIGURATION = "bad_configuration"
"""The reason that a crawl is closed for before its first request."""
ANOTHER_RUN = "another_run"
"""The reason where another run is at work on the same edition with the same ledger."""


class LedgerFeedExporter(FeedExporter):
    """Replaces Scrapy's extension; without a ledger it does what that does."""

    def __init__(self, crawler: Crawler) -> None:
        self.desk: Desk | None = None
        self.fault = ""
        """Why the configuration cannot work."""
        self._begun: dict[str, float] = {}
        self._over = asyncio.Event()
        """Set while nothing is under way."""
        self._over.set()
        self._beat = create_looping_call(self._hurry)
        try:
            super().__init__(crawler)
        except NotConfigured:
            if not crawler.settings.getdict("FEEDS"):
                logger.warning("FEEDS: no feed is set: what is read is kept nowhere")
                raise
            self.fault = self.fault or "FEEDS: nothing writes the format of a feed: write jsonlines"
        for options in self.feeds.values():
            options.setdefault("gzip_mtime", 0)  # the same lines make the same bytes

    async def open_spider(self, spider: Spider) -> None:  # type: ignore[override] # it is awaited
        """Refuse what cannot work; deliver what earlier runs left."""
        self._over.clear()
        try:
            self._open_accounts(spider)
            self._claim(spider)
            super().open_spider(spider)
        except ConfigurationError as error:
            self.fault = " ".join(str(error).split())
            logger.critical("%s", self.fault)
            self.slots = []
            raise CloseSpider(BAD_CONFIGURATION) from error
        if self.desk:
            self.crawler.signals.send_catch_log(desk_opened)
            self.desk.adopt()
            for template, account in self.desk.accounts.items():
                recovered = await catch_up(self, template, account)
                self.crawler.stats.inc_value("delivery/recovered", recovered)
            self._beat.start(self.settings.getfloat("MINA_APPEND_SECONDS"), now=False)

    def _claim(self, spider: Spider) -> None:
        """Yield to a run that is at work on the same edition."""
        arguments = getattr(spider, "arguments", None)
        if not (self.desk and arguments and self.settings.getbool("MINA_ONE_AT_A_TIME")):
            return
        if not self.desk.ledger.claim(arguments.root):
            logger.info("Another run is at work on %s: this one ends", arguments.root)
            self.slots = []
            raise CloseSpider(ANOTHER_RUN)

    async def close_spider(self, spider: Spider) -> None:
        """Deliver the rest."""
        try:
            if self._beat.running:
                self._beat.stop()
            await super().close_spider(spider)
        finally:
            self._over.set()

    async def delivered(self) -> None:
        """Return when all is delivered that could be.

        Scrapy does not wait for that where it is asked to stop while the crawl ends by itself.
        """
        await self._over.wait()

    def item_scraped(self, item: Any, spider: Spider) -> None:  # noqa: ANN401, ARG002 - a hook
        """Write *item*, which is in the outbox by now, to each feed that accepts it."""
        accepted = self.desk.hand_out(item) if self.desk else None
        for template in self.feeds:
            if self.filters[template].accepts(item):
                self.export(template, item, accepted)

    def export(self, template: str, item: Any, accepted: Accepted | None) -> None:  # noqa: ANN401
        """Write *item* to one feed; begin a new batch when due."""
        index = next(i for i, slot in enumerate(self.slots) if slot.uri_template == template)
        slot = self.slots[index]
        self.write(slot, item, accepted)
        if slot.itemcount == 1:
            self._begun[slot.uri] = monotonic()
        if slot.itemcount == self.feeds[template]["batch_item_count"]:
            self._turn(index)

    def _turn(self, index: int) -> None:
        """Send a batch on its way and begin the next."""
        slot = self.slots[index]
        self._begun.pop(slot.uri, None)
        self._schedule_slot_close(slot, slot.spider)
        self.slots[index] = self._next_batch(slot)

    def write(self, slot: FeedSlot, item: Any, accepted: Accepted | None) -> None:  # noqa: ANN401
        """Write *item* to the file of *slot*; as it was *accepted*, where that is what is asked."""
        slot.start_exporting()
        if slot.exporter is None:
            raise RuntimeError(f"{slot.uri}: the feed did not open")
        if accepted and takes_lines(slot):
            slot.exporter.file.write(f"{accepted.line}\n".encode())  # type: ignore[attr-defined]
        else:
            line = to_line(item) if isinstance(item, Article | Tombstone) else item
            slot.exporter.export_item(line)
        slot.itemcount += 1
        storage, number = slot.storage, accepted and accepted.number
        if number is not None and isinstance(storage, AppendDelivery | BatchDelivery):
            storage.take(number, item)

    def slot_for(self, template: str, uri: str) -> FeedSlot:
        """Return a slot for a file of an earlier run."""
        return self._start_new_batch(
            batch_id=0,
            uri=uri,
            feed_options=self.feeds[template],
            spider=self.slots[0].spider,
            uri_template=template,
        )

    async def close(self, slot: FeedSlot) -> None:
        """Store the file of *slot*."""
        await self._close_slot(slot, slot.spider)

    def place_beside(self, template: str, uri: str) -> Place:
        """Return the place of a file that is no feed's, but stored like those of one."""
        storage = self._get_storage(with_login_of(template, uri), self.feeds[template])
        return place_for(storage, self.settings.getdict("MINA_S3_OPTIONS"))

    def _storage_supported(self, uri: str, feed_options: dict[str, Any]) -> bool:
        """Keep why not, which Scrapy would tell the log alone."""
        try:
            check_bucket(self.settings["MINA_BUCKET"])
            check_scheme(uri, self.storages)
            self._get_storage(uri, feed_options)
        except NotConfigured as error:
            self.fault = lacking(uri, str(error))
        except ConfigurationError as error:
            self.fault = str(error)
        return not self.fault

    def _open_accounts(self, spider: Spider) -> None:
        if self.fault:
            raise ConfigurationError(self.fault)
        check_upload_options(self.settings)
        known_as = {}
        for template, options in self.feeds.items():
            check_name(template, options)
            parameters = self._get_uri_params(spider, options["uri_params"])
            known_as[template] = checked_address(template, parameters)
        self.desk = open_configured_desk(self.crawler, self._get_uri_params(spider, None)["run"])
        if self.desk:
            for template, address in known_as.items():
                self.desk.open_account(template, address, self.filters[template])

    def _start_new_batch(
        self,
        batch_id: int,
        uri: str,
        feed_options: dict[str, Any],
        spider: Spider,
        uri_template: str,
    ) -> FeedSlot:
        slot = super()._start_new_batch(batch_id, uri, feed_options, spider, uri_template)
        if self.desk:
            delays = [float(delay) for delay in self.settings.getlist("MINA_DELIVERY_BACKOFF")]
            account = self.desk.accounts[uri_template]
            slot.storage = delivery_for(
                slot, account, delays, self.settings.getdict("MINA_S3_OPTIONS")
            )  # type: ignore[assignment]
        slot.uri = without_login(slot.uri)
        return slot

    def _next_batch(self, slot: FeedSlot) -> FeedSlot:
        parameters = self._get_uri_params(slot.spider, slot.feed_options["uri_params"], slot)
        return self._start_new_batch(
            batch_id=slot.batch_id + 1,
            uri=apply_uri_params(slot.uri_template, parameters),
            feed_options=slot.feed_options,
            spider=slot.spider,
            uri_template=slot.uri_template,
        )

    def _hurry(self) -> None:
        """Let no line wait for more of its kind longer than it may."""
        self._append()
        patience = self.settings.getfloat("MINA_BATCH_SECONDS")
        for index, slot in enumerate(self.slots):
            waited = monotonic() - self._begun.get(slot.uri, monotonic())
            if waited >= patience and slot.feed_options["batch_item_count"]:
                self._turn(index)

    def _append(self) -> None:
        """Let those who follow a feed of lines see the latest, every now and then."""
        for slot in self.slots:
            if isinstance(slot.storage, AppendDelivery) and slot.storage.is_lines:
                try:
                    slot.storage.append()
                except (OSError, SQLAlchemyError) as error:
                    self.crawler.stats.inc_value("delivery/failed_appends")
                    logger.error("Cannot append to %s: %s", slot.uri, error)  # noqa: TRY400
