"""The ways of finding articles, by the name that the argument ``source`` gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.discovery.addresses import find_in_arguments
from mina_crawler.discovery.archives import find_in_archives
from mina_crawler.discovery.categories import find_in_categories
from mina_crawler.discovery.cheapest import find_cheapest
from mina_crawler.discovery.feeds import find_in_feeds
from mina_crawler.discovery.pages import find_in_pages
from mina_crawler.discovery.rest import find_in_rest
from mina_crawler.discovery.sitemaps import find_in_sitemaps

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from mina_crawler.discovery.site import Found, Site

SOURCES: dict[str, Callable[[Site], AsyncIterator[Found]]] = {
    "pages": find_in_pages,
    "category": find_in_categories,
    "archive": find_in_archives,
    "sitemap": find_in_sitemaps,
    "feed": find_in_feeds,
    "rest": find_in_rest,
    "auto": find_cheapest,
    "url": find_in_arguments,
}
