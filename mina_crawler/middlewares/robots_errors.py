"""Takes a robots.txt that the server fails to give for one that forbids everything: RFC 9309."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest
from scrapy.http import TextResponse

from mina_crawler.discovery.failures import name_failure

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

SERVER_ERRORS = 500
UNHEARD = frozenset({"timeout", "truncated"})
"""Why it did not come from a server that is there, and may forbid what it did not get to say."""
FORBIDDING = b"User-agent: *\nDisallow: /\n"


class RobotsErrorsMiddleware:
    """Names the file among what could not be had; Scrapy's own would read the error as rules."""

    def __init__(self, crawler: Crawler) -> None:
        """Take the *crawler*, whose spider counts what could not be had."""
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the middleware for *crawler*."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Return *response*; with rules of its own where it is an error instead of a robots.txt."""
        if not _is_robots(request) or response.status < SERVER_ERRORS:
            return response
        self._tell(response.url, str(response.status))
        return response.replace(body=FORBIDDING)

    def process_exception(self, request: Request, exception: Exception) -> Response | None:
        """Return rules of its own in place of a robots.txt that never came, or in part.

        Where nobody answers at all it is told of in a line: Scrapy would print where it noticed.
        """
        reason = name_failure(exception)
        if not _is_robots(request) or reason is None:
            return None
        self._tell(request.url, reason)
        if reason in UNHEARD:
            return TextResponse(request.url, body=FORBIDDING, request=request)
        raise IgnoreRequest(f"no robots.txt: {reason}") from exception

    def _tell(self, address: str, reason: str) -> None:
        self.crawler.spider.tally.failed(address, reason)  # type: ignore[union-attr]


def _is_robots(request: Request) -> bool:
    return bool(request.meta.get("dont_obey_robotstxt"))  # so Scrapy marks what asks for it
