"""Writes the receipt at the end of a run, and ends the run in the ledger."""

from __future__ import annotations

import logging
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from scrapy import signals
from sqlalchemy.exc import SQLAlchemyError

from mina_crawler import __version__
from mina_crawler.delivery.desk import desk_of
from mina_crawler.delivery.exporter import ANOTHER_RUN, BAD_CONFIGURATION
from mina_crawler.receipts.receipt import RECEIPT_SCHEMA, directory_of, write_receipt
from mina_crawler.receipts.screen import screenful
from mina_crawler.receipts.verdict import judge

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Spider
    from scrapy.crawler import Crawler

    from mina_crawler.delivery.desk import Desk
    from mina_crawler.receipts.receipt import Receipt

logger = logging.getLogger(__name__)

FORCED = "killed by a second signal"


class ReceiptExtension:
    """Knows how the run ended once :meth:`close` was called."""

    def __init__(self, crawler: Crawler) -> None:
        self.exit_code: int | None = None
        self._crawler = crawler
        self._reason = FORCED
        self._started = datetime.now(UTC)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen for the end."""
        extension = cls(crawler)
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        crawler.signals.connect(extension.item_error, signals.item_error)
        crawler.signals.connect(extension.close, signals.engine_stopped)
        return extension

    def item_error(self) -> None:
        """Count an article that a pipeline broke on."""
        self._crawler.stats.inc_value("errors/item")

    def spider_closed(self, spider: Spider, reason: str) -> None:  # noqa: ARG002 - a handler
        """Keep the reason; an engine that was never started is not stopped either."""
        self._reason = reason
        if reason in {BAD_CONFIGURATION, ANOTHER_RUN}:
            self.close()

    def close(self) -> None:
        """Write the receipt, once; the program calls this too where it was killed unkindly."""
        if self.exit_code is not None:
            return
        desk = desk_of(self._crawler)
        receipt = self._receipt(desk)
        self.exit_code = receipt["exit_code"]
        logger.info("Receipt\n%s", screenful(receipt))
        try:
            write_receipt(receipt, directory_of(self._crawler.settings["MINA_DATA_DIR"]))
            if desk:
                desk.close(receipt["verdict"])
        except (OSError, SQLAlchemyError) as error:
            logger.error("The receipt of %s is not kept: %s", receipt["run"], error)  # noqa: TRY400

    def _receipt(self, desk: Desk | None) -> Receipt:
        stats = self._crawler.stats.get_stats()
        owed = desk.count_owed() if desk else {}
        judgement = judge(stats, owed, self._reason)
        spider = self._crawler.spider
        return {
            "schema": RECEIPT_SCHEMA,
            "run": getattr(spider, "run", ""),
            "verdict": judgement.verdict,
            "exit_code": judgement.exit_code,
            "reasons": judgement.reasons,
            "reason": self._reason,
            "started_at": self._started.isoformat(timespec="seconds"),
            "ended_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "arguments": getattr(spider, "given", {}),
            "versions": {"mina-crawler": __version__, "Scrapy": version("Scrapy")},
            "requests": stats.get("downloader/request_count", 0),
            "responses": stats.get("downloader/response_count", 0),
            "bytes": stats.get("downloader/response_bytes", 0),
            "accepted": stats.get("item_scraped_count", 0),
            "revisions": stats.get("revisions/found", 0),
            "recovered": stats.get("delivery/recovered", 0),
            "skipped": _group(stats, "skipped/") | _group(stats, "duplicates/"),
            "failed": _group(stats, "failed/"),
            "walks": _group(stats, "walks/"),
            "owed": owed,
            "failures": [asdict(f) for f in desk.ledger.failures.of_run(desk.run)] if desk else [],
        }


def _group(stats: dict[str, Any], prefix: str) -> dict[str, int]:
    return {
        name.removeprefix(prefix): count
        for name, count in sorted(stats.items())
        if name.startswith(prefix)
    }
