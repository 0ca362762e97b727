"""Finds articles in the pages that people browse: in categories, and in archives to be sure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from mina_crawler.discovery.archives import SOURCE as ARCHIVES
from mina_crawler.discovery.archives import find_in_archives, offers_archives
from mina_crawler.discovery.categories import find_in_categories

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mina_crawler.discovery.site import Found, Site

REST = timedelta(days=1)
"""So long archives that were searched to their end are left alone: categories show what is new."""


async def find_in_pages(site: Site) -> AsyncIterator[Found]:
    """Walk categories and archives, by the cheapest order that finds everything asked for.

    Of a period the archives list everything, so categories are walked only where there are no
    archives. Categories that were named cannot be found in archives at all.
    """
    period, named = site.arguments.period, site.arguments.categories
    by_day = bool(period) and not named and await offers_archives(site)
    if not by_day:
        async for found in find_in_categories(site):
            yield found
    if by_day or not (period or named or _are_at_rest(site)):
        async for found in find_in_archives(site):
            yield found
    site.tell_of_nothing()


def _are_at_rest(site: Site) -> bool:
    """Tell whether the archives were searched lately, and the categories walked whole now.

    Categories whose pages overlap may hide what the archives, cut elsewhere, show.
    """
    last = site.journal.last(ARCHIVES, site.root)
    since = (datetime.now(UTC) - REST).timestamp()
    whole = all(trail.is_complete and not trail.shown_twice for trail in site.trails)
    return whole and last is not None and last.started_at > since
