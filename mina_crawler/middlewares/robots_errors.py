"""Takes a robots.txt that the server fails to give for one that forbids everything: RFC 9309."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

SERVER_ERRORS = 500
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
        is_robots = request.meta.get("dont_obey_robotstxt")  # so Scrapy marks what asks for it
        if not is_robots or response.status < SERVER_ERRORS:
            return response
        self.crawler.spider.tally.failed(response.url, str(response.status))  # type: ignore[union-attr]
        return response.replace(body=FORBIDDING)
