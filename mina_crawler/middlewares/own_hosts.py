"""Keeps requests, redirected ones too, on the hosts of the site that is crawled."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest

from mina_crawler.parsing.links import WEB

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler


class OwnHostsMiddleware:
    """Refuses every request to another host or port; Scrapy's own lets ``dont_filter`` pass."""

    def __init__(self, crawler: Crawler) -> None:
        """Take the *crawler*, whose spider knows its hosts."""
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware for *crawler*."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise IgnoreRequest for a request that leaves the site."""
        hosts = getattr(self.crawler.spider, "hosts", None)
        parts = urlsplit(request.url)
        authority = parts.netloc.lower()
        if parts.scheme not in WEB or (hosts and authority not in hosts):
            message = f"Filtered offsite request to {parts.scheme}://{authority}"
            raise IgnoreRequest(message)
