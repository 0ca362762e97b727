"""Looks at a date archive: whether there is one, and how many articles it lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.discovery.failures import GONE, FetchError
from mina_crawler.parsing.listing_urls import archive_address, listing_page
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from mina_crawler.discovery.site import Site
    from mina_crawler.discovery.spans import Span
    from mina_crawler.pages.listing import ListingPage


class Standing(NamedTuple):
    """What a look at an archive tells of it."""

    exists: bool
    """True as well where the look failed."""
    articles: int | None = None
    """How many articles it lists; ``None`` where that cannot be told, or one of them is new."""
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
    on_first = _count_met(site, first)
    if on_first is None or first.last_number is None:
        return on_first if first.next_url is None else None
    last = await site.read(listing_page(first.listing, first.last_number))
    on_last = _count_met(site, last)
    return None if on_last is None else on_first * (first.last_number - 1) + on_last


def _count_met(site: Site, page: ListingPage) -> int | None:
    """Return how many articles *page* lists; ``None`` where one of them is new.

    Then it is no matter how many: those withdrawn since they were read make up for new ones.
    """
    urls = [canonical_url(entry.url) for entry in page.entries if entry.sure]
    return len(urls) if all(site.has_met(url) for url in urls) else None
