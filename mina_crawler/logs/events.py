"""What the log says of pages and articles: their addresses; Scrapy would print whole articles."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from scrapy.logformatter import LogFormatter

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.http import Response
    from scrapy.logformatter import LogFormatterResult
    from twisted.python.failure import Failure


class EventFormatter(LogFormatter):
    """Names an article by its address."""

    def scraped(
        self,
        item: Any,  # noqa: ANN401 - Scrapy's
        response: Response | Failure | None,  # noqa: ARG002 - Scrapy's
        spider: Spider,  # noqa: ARG002 - Scrapy's
    ) -> LogFormatterResult:
        """Tell of an article that all pipelines let pass."""
        return {"level": logging.DEBUG, "msg": "accepted: %(url)s", "args": {"url": item.url}}

    def dropped(
        self,
        item: Any,  # noqa: ANN401 - Scrapy's
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        """Tell why an article is left out; the reason names its address."""
        told = super().dropped(item, exception, response, spider)
        return {**told, "msg": "dropped: %(exception)s", "args": {"exception": exception}}

    def item_error(
        self,
        item: Any,  # noqa: ANN401 - Scrapy's
        exception: BaseException,  # noqa: ARG002 - in the traceback
        response: Response | Failure | None,  # noqa: ARG002 - Scrapy's
        spider: Spider,  # noqa: ARG002 - Scrapy's
    ) -> LogFormatterResult:
        """Tell which article a pipeline broke on."""
        return {"level": logging.ERROR, "msg": "broke on %(url)s", "args": {"url": item.url}}
