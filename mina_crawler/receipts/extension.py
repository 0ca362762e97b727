"""Writes the receipt at the end of a run, and ends the run in the ledger."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy import signals
from sqlalchemy.exc import SQLAlchemyError

from mina_crawler.delivery.desk import desk_of
from mina_crawler.receipts.articles import ArticleCount
from mina_crawler.receipts.composition import compose
from mina_crawler.receipts.history import read_history
from mina_crawler.receipts.receipt import directory_of, receipt_final, write_receipt
from mina_crawler.receipts.screen import screenful
from mina_crawler.receipts.suspicion import Limits, suspicions
from mina_crawler.receipts.verdict import NOT_BEGUN, judge

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Spider
    from scrapy.crawler import Crawler

    from mina_crawler.receipts.receipt import Receipt

logger = logging.getLogger(__name__)

FORCED = "killed by a second signal"


class ReceiptExtension:
    """Knows how the run ended once :meth:`close` was called."""

    def __init__(self, crawler: Crawler) -> None:
        self.exit_code: int | None = None
        self._crawler = crawler
        self._reason = FORCED
        self._articles = ArticleCount()
        self._started = datetime.now(UTC)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen for the end."""
        extension = cls(crawler)
        crawler.signals.connect(extension.item_scraped, signals.item_scraped)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.item_error, signals.item_error)
        crawler.signals.connect(extension.close, signals.engine_stopped)
        return extension

    def item_scraped(self, item: Any) -> None:  # noqa: ANN401 - a handler
        """Count an article that passed all pipelines."""
        self._articles.add(item)

    def item_error(self) -> None:
        """Count an article that a pipeline broke on."""
        self._crawler.stats.inc_value("errors/item")

    def spider_closed(self, spider: Spider, reason: str) -> None:  # noqa: ARG002 - a handler
        """Keep the reason; an engine that was never started is not stopped either."""
        self._reason = reason
        if reason in NOT_BEGUN:
            self.close()

    def close(self) -> None:
        """Write the receipt, once; the program calls this too where it was killed unkindly."""
        if self.exit_code is not None:
            return
        directory = directory_of(self._crawler.settings["MINA_DATA_DIR"])
        receipt = compose(self._crawler, self._articles, self._reason, self._started)
        history = read_history(directory, receipt)
        receipt = self._judged(receipt, history)
        self.exit_code = receipt["exit_code"]
        logger.info("Receipt\n%s", screenful(receipt))
        try:
            write_receipt(receipt, directory)
            if desk := desk_of(self._crawler):
                desk.close(receipt["verdict"])
        except (OSError, SQLAlchemyError) as error:
            logger.error("The receipt of %s is not kept: %s", receipt["run"], error)  # noqa: TRY400
        self._crawler.signals.send_catch_log(receipt_final, receipt=receipt, history=history)

    def _judged(self, receipt: Receipt, history: list[Receipt]) -> Receipt:
        limits = Limits.from_settings(self._crawler.settings)
        judgement = judge(receipt, suspicions(receipt, history, limits))
        return {
            "schema": receipt["schema"],
            "run": receipt["run"],
            "verdict": judgement.verdict,
            "exit_code": judgement.exit_code,
            "reasons": judgement.reasons,
            **receipt,
        }
