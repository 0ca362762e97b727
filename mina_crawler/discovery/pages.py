"""Finds articles in the pages that people browse: in categories, and in archives to be sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.discovery.archives import find_in_archives, offers_archives
from mina_crawler.discovery.categories import find_in_categories

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from mina_crawler.discovery.site import Found, Site


async def find_in_pages(site: Site) -> AsyncIterator[Found]:
    """Walk categories and archives, by the cheapest order that finds everything asked for.

    Of a period the archives list everything, so categories are walked only where there are no
    archives. Categories that were named cannot be found in archives at all.
    """
    for find in await _ways(site):
        async for found in find(site):
            yield found


async def _ways(site: Site) -> list[Callable[[Site], AsyncIterator[Found]]]:
    if site.arguments.categories:
        return [find_in_categories]
    if not site.arguments.period:
        return [find_in_categories, find_in_archives]
    return [find_in_archives if await offers_archives(site) else find_in_categories]
