"""Takes the articles that were named by their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.discovery.site import Found, Site

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SOURCE = "url"


async def find_in_arguments(site: Site) -> AsyncIterator[Found]:
    """Yield the addresses that the crawl was started with."""
    for url in site.arguments.url:
        yield Found(url, SOURCE)
