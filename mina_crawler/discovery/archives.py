"""Finds articles in the date archives: years looked at first, walked only where it pays.

Day archives of fourteen years would be five thousand requests, most for days known already. So
a year's archive is asked for its first and last page, which tell how many articles it lists;
where as many are known, nothing is missing and the year is done. Elsewhere its months are
asked the same way, and only those that disagree are walked. A crawl of some days asks for
those days, a longer one for whole months and for the days at its two ends.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.discovery.failures import GONE, FetchError
from mina_crawler.discovery.spans import MONTH, Span, month_end, pieces, year_of, years
from mina_crawler.parsing.listing_urls import archive_address, listing_page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mina_crawler.discovery.site import Found, Site
    from mina_crawler.pages.listing import ListingPage

SOURCE = "archive"
MAX_EMPTY_YEARS = 3
"""So many years without an archive before the first known one end the search."""

SETTLES = timedelta(days=30)
"""So long after its end nothing is expected to be added to an archive."""


class Standing(NamedTuple):
    """What a look at an archive tells of it."""

    exists: bool
    """True as well where the look failed."""
    articles: int | None = None
    """How many articles it lists; ``None`` where that cannot be told."""


async def find_in_archives(site: Site) -> AsyncIterator[Found]:
    """Walk the archives of the crawl's period, or of all years, wherever something is missing."""
    await site.settle()
    async for year, standing in _years(site):
        trail = site.begin(SOURCE, _address(site, year))
        walks = len(site.trails)
        if standing.exists and not _is_complete(site, year, standing):
            async for found in _find_in_year(site, year):
                yield found
        whole = all(walk.is_complete for walk in site.trails[walks:])
        trail.stop("end" if whole else "failures", trail.first)


async def _find_in_year(site: Site, year: Span) -> AsyncIterator[Found]:
    for piece in pieces(year, *_bounds(site)):
        if not _is_settled(site, piece) and await _needs_a_walk(site, piece):
            async for found in site.walk(SOURCE, _address(site, piece)):
                yield found


async def offers_archives(site: Site) -> bool:
    """Tell whether the site has an archive for a year of the period, or else for last year."""
    span = years(site.since, site.until)
    for year in [*span, year_of(site.today.year - 1)]:
        if (await _look(site, year)).exists:
            return True
    return False


def _bounds(site: Site) -> tuple[date, date]:
    if site.arguments.period:
        return site.since, site.until
    return date.min, month_end(site.today)


async def _years(site: Site) -> AsyncIterator[tuple[Span, Standing]]:
    """Yield the years that may lack something, back to where there are none for some years."""
    empty, year = 0, site.until.year
    while year >= site.since.year or (not site.arguments.period and empty < MAX_EMPTY_YEARS):
        span = year_of(year)
        settled = _is_settled(site, span)
        standing = Standing(exists=True) if settled else await _look(site, span)
        empty = 0 if standing.exists else empty + 1
        if not settled:
            yield span, standing
        year -= 1


def _is_settled(site: Site, span: Span) -> bool:
    """Tell whether *span* was walked to its end when it had long been over."""
    if site.arguments.period:
        return False
    last = site.journal.last(SOURCE, _address(site, span))
    return last is not None and last.started_on > span.last + SETTLES


async def _needs_a_walk(site: Site, piece: Span) -> bool:
    if site.arguments.period or piece.depth != MONTH:
        return True
    standing = await _look(site, piece)
    return standing.exists and not _is_complete(site, piece, standing)


def _is_complete(site: Site, span: Span, standing: Standing) -> bool:
    """Tell whether as many articles of *span* are known as its archive lists."""
    if site.arguments.period:
        return False
    read = sum(count for day, count in site.read_days.items() if day in span)
    return standing.articles == max(read, site.memory.count_published(site.root, span))


async def _look(site: Site, span: Span) -> Standing:
    try:
        first = await site.read(_address(site, span))
        if first.is_empty or first.is_front_page:
            return Standing(exists=False)
        return Standing(exists=True, articles=await _count(site, first))
    except FetchError as failure:
        if failure.reason in GONE:
            return Standing(exists=False)
        site.tally.failed(failure.address, failure.reason)
        return Standing(exists=True)


async def _count(site: Site, first: ListingPage) -> int | None:
    """Return how many articles a listing holds, going by its first and last page."""
    if site.arguments.period or not site.prints_pagination:
        return None
    on_first = sum(entry.sure for entry in first.entries)
    if first.last_number is None:
        return on_first if first.next_url is None else None
    last = await site.read(listing_page(first.listing, first.last_number))
    return on_first * (first.last_number - 1) + sum(entry.sure for entry in last.entries)


def _address(site: Site, span: Span) -> str:
    return archive_address(site.root, span.first, span.depth)
