"""Writes the receipt at the end of a run, and ends the run in the ledger."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.utils.asyncio import create_looping_call
from sqlalchemy.exc import SQLAlchemyError

from mina_crawler.delivery.desk import desk_of
from mina_crawler.delivery.exporter import LedgerFeedExporter, desk_opened
from mina_crawler.receipts.accounting import account_for
from mina_crawler.receipts.articles import ArticleCount
from mina_crawler.receipts.composition import compose
from mina_crawler.receipts.drafts import read_killed, write_draft
from mina_crawler.receipts.history import read_history
from mina_crawler.receipts.publication import publish
from mina_crawler.receipts.receipt import directory_of, receipt_final
from mina_crawler.receipts.screen import screenful
from mina_crawler.receipts.suspicion import Limits, suspicions
from mina_crawler.receipts.verdict import NOT_BEGUN, judged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from scrapy import Spider
    from scrapy.crawler import Crawler

    from mina_crawler.receipts.receipt import Receipt

logger = logging.getLogger(__name__)

FORCED = "killed by a second signal"
DRAFTING = 30.0
"""Seconds that the receipt of a killed run may be behind."""
UNWRITABLE = (OSError, SQLAlchemyError)


class ReceiptExtension:
    """Knows how the run ended once :meth:`close` was called."""

    def __init__(self, crawler: Crawler) -> None:
        self.receipt: Receipt | None = None
        self._crawler = crawler
        self._directory = directory_of(crawler.settings["MINA_DATA_DIR"])
        self._reason = FORCED
        self._articles = ArticleCount()
        self._started = datetime.now(UTC)
        self._drafting = create_looping_call(self._draft)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen for the end."""
        extension = cls(crawler)
        crawler.signals.connect(extension.desk_opened, desk_opened)
        crawler.signals.connect(extension.item_scraped, signals.item_scraped)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.item_error, signals.item_error)
        crawler.signals.connect(extension.engine_stopped, signals.engine_stopped)
        return extension

    @property
    def exit_code(self) -> int:
        """What the command ends with."""
        return self.receipt["exit_code"] if self.receipt else 0

    def desk_opened(self) -> None:
        """Account for the runs that were killed; take care of being accounted for."""
        if desk := desk_of(self._crawler):
            for receipt in read_killed(self._directory, desk.ledger):
                logger.warning("%s was killed: its receipt tells how far it came", receipt["run"])
                account_for(receipt, self._directory, desk.ledger)
                self._announce(receipt, read_history(self._directory, receipt))
            self._drafting.start(DRAFTING)

    def item_scraped(self, item: Any) -> None:  # noqa: ANN401 - a handler
        """Count an article that passed all pipelines."""
        self._articles.add(item)

    def item_error(self) -> None:
        """Count an article that a pipeline broke on."""
        self._crawler.stats.inc_value("errors/item")

    async def spider_closed(self, spider: Spider, reason: str) -> None:  # noqa: ARG002 - a handler
        """Keep the reason; an engine that was never started is not stopped either."""
        self._reason = reason
        if reason in NOT_BEGUN:
            await self.engine_stopped()

    async def engine_stopped(self) -> None:
        """Write the receipt, and tell of the run beside its feeds."""
        exporter = self._crawler.get_extension(LedgerFeedExporter)
        if exporter:
            await exporter.delivered()
        receipt = self.close()
        if exporter and not exporter.fault:
            await publish(receipt, self._directory, exporter)

    def close(self) -> Receipt:
        """Write the receipt, once; the program calls this too where it was killed unkindly."""
        if self.receipt:
            return self.receipt
        if self._drafting.running:
            self._drafting.stop()
        receipt = self._compose()
        history = read_history(self._directory, receipt)
        self.receipt = judged(receipt, self._doubts(receipt, history))
        for line in screenful(self.receipt).splitlines():
            logger.info("%s", line)
        self._keep(self.receipt)
        self._announce(self.receipt, history)
        return self.receipt

    def _doubts(self, receipt: Receipt, history: list[Receipt]) -> Iterator[str]:
        exporter = self._crawler.get_extension(LedgerFeedExporter)
        if exporter and exporter.fault:
            yield exporter.fault
        yield from suspicions(receipt, history, Limits.from_settings(self._crawler.settings))

    def _announce(self, receipt: Receipt, history: list[Receipt]) -> None:
        self._crawler.signals.send_catch_log(receipt_final, receipt=receipt, history=history)

    def _compose(self) -> Receipt:
        return compose(self._crawler, self._articles, self._reason, self._started)

    def _draft(self) -> None:
        try:
            write_draft(self._compose(), self._directory)
        except UNWRITABLE as error:
            logger.error("Cannot draft the receipt: %s", error)  # noqa: TRY400

    def _keep(self, receipt: Receipt) -> None:
        desk = desk_of(self._crawler)
        try:
            account_for(receipt, self._directory, desk.ledger if desk else None)
            if desk:
                desk.ledger.close()
        except UNWRITABLE as error:
            logger.error("The receipt of %s is not kept: %s", receipt["run"], error)  # noqa: TRY400
