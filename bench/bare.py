"""Downloading only: what Scrapy does with the sitemap and its pages when nothing reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.spiders import SitemapSpider

if TYPE_CHECKING:
    from scrapy.http import Response


class BareSpider(SitemapSpider):
    """Asks for every page that the sitemap of *site* lists, in Scrapy's own settings."""

    name = "bare"

    def __init__(self, site: str) -> None:
        super().__init__()
        self.sitemap_urls = [f"{site}wp-sitemap.xml"]

    def parse(self, response: Response) -> None:  # noqa: ARG002 -- nothing reads the page
        """Count the page."""
        self.crawler.stats.inc_value("pages")
