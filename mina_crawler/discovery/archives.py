"""Finds articles in the date archives: years looked at first, walked only where it pays.

Day archives of fourteen years would be five thousand requests, most for days known already. So
a year's archive is asked for its first and last page, which tell how many articles it lists;
where as many are known, nothing is missing and the year is done. Elsewhere its months are
asked the same way, and only those that disagree are walked. A crawl of some days asks for
those days, a longer one for whole months and for the days at its two ends.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from mina_crawler.discovery.spans import MONTH, Span, month_end, pieces, year_of, years
from mina_crawler.discovery.standing import Standing, address_of, look

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mina_crawler.discovery.site import Found, Site
    from mina_crawler.discovery.trail import Trail

SOURCE = "archive"
MISSING = "404"
MAX_EMPTY_YEARS = 3
"""So many years without an archive before the first known one end the search."""

SETTLES = timedelta(days=30)
"""So long after its end nothing is expected to be added to an archive."""


async def find_in_archives(site: Site) -> AsyncIterator[Found]:
    """Walk the archives of the crawl's period, or of all years, wherever something is missing."""
    await site.settle()
    search = site.begin(SOURCE, site.root)
    walks = len(site.trails)
    async for year, standing in _years(site):
        async for found in _find_in_year(site, year, standing):
            yield found
    _stop(search, site.trails[walks:])


async def _find_in_year(site: Site, year: Span, standing: Standing) -> AsyncIterator[Found]:
    trail = site.begin(SOURCE, address_of(site, year))
    if not standing.exists:
        trail.stop(MISSING, trail.first)
        return
    walks = len(site.trails)
    if not _is_complete(site, year, standing):
        async for found in _walk_year(site, year):
            yield found
    _stop(trail, site.trails[walks:])


def _stop(trail: Trail, parts: list[Trail]) -> None:
    """End a walk that consists of others."""
    whole = all(walk.is_complete for walk in parts)
    trail.stop("end" if whole else "failures", trail.first)


async def _walk_year(site: Site, year: Span) -> AsyncIterator[Found]:
    for piece in pieces(year, *_bounds(site)):
        if not _is_settled(site, piece) and await _needs_a_walk(site, piece):
            async for found in site.walk(SOURCE, address_of(site, piece)):
                yield found


async def offers_archives(site: Site) -> bool:
    """Tell whether the site has an archive for a year of the period, or else for last year."""
    span = years(site.since, site.until)
    for year in [*span, year_of(site.today.year - 1)]:
        if (await look(site, year)).exists:
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
        if _is_settled(site, span):
            exists = not _was_missing(site, span)
        else:
            standing = await look(site, span)
            exists = standing.exists
            yield span, standing
        empty = 0 if exists else empty + 1
        year -= 1


def _is_settled(site: Site, span: Span) -> bool:
    """Tell whether *span* was walked to its end when it had long been over."""
    if site.arguments.period:
        return False
    last = site.journal.last(SOURCE, address_of(site, span))
    return last is not None and last.started_on > span.last + SETTLES


def _was_missing(site: Site, span: Span) -> bool:
    """Tell whether there was no archive for *span* when it was last looked for."""
    last = site.journal.last(SOURCE, address_of(site, span))
    return last is not None and last.stopped == MISSING


async def _needs_a_walk(site: Site, piece: Span) -> bool:
    if site.arguments.period or piece.depth != MONTH:
        return True
    standing = await look(site, piece)
    return standing.exists and not _is_complete(site, piece, standing)


def _is_complete(site: Site, span: Span, standing: Standing) -> bool:
    """Tell whether as many articles of *span* are known as its archive lists."""
    if site.arguments.period:
        return False
    read = sum(count for day, count in site.read_days.items() if day in span)
    return standing.articles == max(read, site.memory.count_published(site.root, span))
