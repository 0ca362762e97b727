"""Has each finished receipt judged, and someone told where that is news."""

from __future__ import annotations

import logging
import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.exceptions import NotConfigured
from scrapy.utils.misc import load_object

from mina_crawler.monitors.channels import CHANNELS, channels_in, why_not
from mina_crawler.monitors.checks import Demands
from mina_crawler.monitors.memory import Memory
from mina_crawler.monitors.message import NotToldError
from mina_crawler.monitors.news import news_of
from mina_crawler.receipts.receipt import receipt_final
from mina_crawler.receipts.verdict import Verdict

if TYPE_CHECKING:
    from typing import Self

    from scrapy.crawler import Crawler

    from mina_crawler.monitors.message import Message
    from mina_crawler.monitors.suite import Finding
    from mina_crawler.receipts.receipt import Receipt

logger = logging.getLogger(__name__)


class MonitorExtension:
    """Watches where at least one channel is switched on."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._patience = timedelta(hours=crawler.settings.getfloat("MINA_MONITOR_REMIND_HOURS"))
        self._path = Path(crawler.settings["MINA_DATA_DIR"], "told.json")

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
        """Judge *receipt*, tell what is news, and remember what was told."""
        if receipt["verdict"] == Verdict.YIELDED:
            return
        memory = Memory(self._path)
        news = news_of(receipt, self._findings(receipt, history), memory, self._patience)
        if news.message is None or tell(news.message):
            memory.keep(receipt, news.known)

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


def tell(message: Message) -> bool:
    """Tell *message* over all channels; return whether one of them took it."""
    took = [_tell(message, channel) for channel in channels_in(os.environ)]
    return any(took)


def _tell(message: Message, channel: str) -> bool:
    try:
        CHANNELS[channel](message, os.environ)
    except NotToldError as error:
        logger.error("Nobody could be told (%s): %s", channel, error)  # noqa: TRY400
        return False
    logger.info("Told (%s): %s", channel, message.subject)
    return True
