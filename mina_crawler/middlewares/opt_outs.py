"""Records what the site says against training and text mining; it does not decide what follows."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.http import HtmlResponse, TextResponse

from mina_crawler.pages.charsets import text_of
from mina_crawler.pages.head import Head
from mina_crawler.pages.tree import tree_of
from mina_crawler.parsing.opt_outs import (
    RESERVED,
    content_signals,
    is_reserved,
    may_opt_out,
    robots_opt_outs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)


class OptOutsMiddleware:
    """Counts the answers that carry each signal: ``opt_outs/noai``, ``opt_outs/ai-train=no``."""

    def __init__(self, stats: StatsCollector) -> None:
        """Take the *stats* to count into."""
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Count into the stats of *crawler*."""
        return cls(crawler.stats)

    def process_response(self, request: Request, response: Response) -> Response:  # noqa: ARG002
        """Count the signals of *response*, and name the first address that carried each."""
        for signal in dict.fromkeys(signals_of(response)):
            if not self.stats.get_value(f"opt_outs/{signal}"):
                logger.warning("opt-out (%s): %s", signal, response.url)
            self.stats.inc_value(f"opt_outs/{signal}")
        return response


def signals_of(response: Response) -> Iterator[str]:
    """Yield the signals in the headers of *response*, in its metadata or in its robots.txt."""
    if any(map(is_reserved, _values(response, RESERVED))):
        yield RESERVED
    yield from robots_opt_outs(_values(response, "X-Robots-Tag"))
    if isinstance(response, HtmlResponse):
        if not may_opt_out(response.body):
            return
        head = Head(tree_of(response))
        yield from robots_opt_outs(head.metas("robots"))
        if is_reserved(head.meta(RESERVED)):
            yield RESERVED
    elif urlsplit(response.url).path == "/robots.txt" and isinstance(response, TextResponse):
        yield from content_signals(text_of(response))


def _values(response: Response, header: str) -> list[str]:
    return [value.decode("latin-1") for value in response.headers.getlist(header)]
