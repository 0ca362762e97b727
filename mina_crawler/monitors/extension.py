"""Has each finished receipt judged, and someone told where that is news."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.exceptions import NotConfigured
from scrapy.utils.misc import load_object

from mina_crawler.monitors.channels import channels_in, why_not
from mina_crawler.monitors.checks import Demands
from mina_crawler.monitors.telling import tell_news
from mina_crawler.receipts.receipt import receipt_final
from mina_crawler.receipts.verdict import Verdict

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

    from mina_crawler.monitors.suite import Finding
    from mina_crawler.receipts.receipt import Receipt


class MonitorExtension:
    """Watches where at least one channel is switched on."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._patience = timedelta(hours=crawler.settings.getfloat("MINA_MONITOR_REMIND_HOURS"))
        self._data = Path(crawler.settings["MINA_DATA_DIR"])

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen for the receipt."""
        if not channels_in(os.environ):
            raise NotConfigured
        if lacking := why_not(os.environ):
            raise NotConfigured(lacking)
        extension = cls(crawler)
        crawler.signals.connect(extension.receipt_final, receipt_final)
        return extension

    def receipt_final(self, receipt: Receipt, history: list[Receipt]) -> None:
        """Judge *receipt*, and tell what is news."""
        if receipt["verdict"] != Verdict.YIELDED:
            found = self._findings(receipt, history)
            tell_news(receipt, found, self._data, self._patience)

    def _findings(self, receipt: Receipt, history: list[Receipt]) -> list[Finding]:
        from mina_crawler.monitors.suite import findings  # noqa: PLC0415 - Spidermon is an extra

        crawler = self._crawler
        return findings(
            [load_object(path) for path in crawler.settings.getlist("MINA_MONITORS")],
            receipt=receipt,
            history=history,
            demands=Demands.from_settings(crawler.settings),
            crawler=crawler,
            spider=crawler.spider,
            stats=crawler.stats.get_stats(),
        )
