"""Looks at a date archive: whether there is one, and how many articles it lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.discovery.failures import GONE, FetchError
from mina_crawler.parsing.listing_urls import archive_address, listing_page

if TYPE_CHECKING:
    from mina_crawler.discovery.site import Site
    from mina_crawler.discovery.spans import Span
    from mina_crawler.pages.listing import ListingPage


class Standing(NamedTuple):
    """What a look at an archive tells of it."""

    exists: bool
    """True as well where the look failed."""
    articles: int | None = None
    """How many articles it lists; ``None`` where that cannot be told."""
    failed: bool = False
    """The look failed."""


def address_of(site: Site, span: Span) -> str:
    """Return the address of the archive of *span*."""
    return archive_address(site.root, span.first, span.depth)


async def look(site: Site, span: Span) -> Standing:
    """Return how the archive of *span* stands; a failure is told where it happens."""
    try:
        first = await site.read(address_of(site, span))
        if first.is_empty or first.is_front_page:
            return Standing(exists=False)
        return Standing(exists=True, articles=await _count(site, first))
    except FetchError as failure:
        if failure.reason in GONE:
            return Standing(exists=False)
        site.tally.failed(failure.address, failure.reason)
        return Standing(exists=True, failed=True)


async def _count(site: Site, first: ListingPage) -> int | None:
    """Return how many articles a listing holds, going by its first and last page."""
    if site.arguments.period or not site.prints_pagination:
        return None
    on_first = sum(entry.sure for entry in first.entries)
    if first.last_number is None:
        return on_first if first.next_url is None else None
    last = await site.read(listing_page(first.listing, first.last_number))
    return on_first * (first.last_number - 1) + sum(entry.sure for entry in last.entries)
