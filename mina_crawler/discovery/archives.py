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

from mina_crawler.discovery.failures import GONE, FetchError
from mina_crawler.discovery.spans import (
    DAY,
    MONTH,
    Span,
    month_end,
    month_of,
    part_of,
    pieces,
    year_of,
    years,
)
from mina_crawler.discovery.standing import Standing, address_of, look

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mina_crawler.discovery.site import Found, Site
    from mina_crawler.discovery.trail import Trail

SOURCE = "archive"
MISSING = "404"
MAX_EMPTY_YEARS = 3
"""So many years without an archive before the first known one end the search."""

MAX_FAILED_YEARS = 3
"""So many years in a row whose archives cannot be had end it too."""

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
    walked = site.trails[walks:]
    if site.arguments.source == SOURCE and not await _has_any(site, walked):
        site.tally.failed(address_of(site, year_of(site.until.year)), MISSING)
    _stop(search, walked)


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
    """Walk months and days of *year*; what holds them where the site has no archives of such."""
    parts = list(pieces(year, *_bounds(site)))
    gone: set[Span] = set()
    for part in parts:
        async for found in _walk_part(site, part, gone):
            yield found
    months = dict.fromkeys(map(month_of, parts))
    for month in months:
        days = {part for part in parts if part.depth == DAY and part.first in month}
        if days and days <= gone:
            async for found in _walk_whole(site, month, gone):
                yield found
    if months.keys() <= gone:
        async for found in _walk_whole(site, year, gone):
            yield found


async def _walk_part(site: Site, part: Span, gone: set[Span]) -> AsyncIterator[Found]:
    """Walk the archive of a month or a day where that pays; note it as *gone* if it is."""
    if _is_settled(site, part):
        return
    standing = await _look_first(site, part)
    if standing and standing.failed:
        site.begin(SOURCE, address_of(site, part)).stop("failures", address_of(site, part))
        return
    if standing and not standing.exists:
        gone.add(part)
    if standing and (not standing.exists or _is_complete(site, part, standing)):
        return
    async for found in site.walk(SOURCE, address_of(site, part)):
        yield found
    if site.trails[-1].is_empty:
        gone.add(part)


async def _look_first(site: Site, part: Span) -> Standing | None:
    """Return how the archive of *part* stands; ``None`` where it is to be walked anyway."""
    if site.arguments.period or part.depth != MONTH:
        return None
    return await look(site, part)


async def _walk_whole(site: Site, whole: Span, gone: set[Span]) -> AsyncIterator[Found]:
    """Walk the archive of *whole*, none of whose parts that were asked for has one.

    That may be because nothing was published in them: so where the newest article's part has an
    archive, nothing is missing.
    """
    try:
        first = await site.read(address_of(site, whole))
    except FetchError as failure:
        if failure.reason in GONE:
            gone.add(whole)
        else:
            site.begin(SOURCE, failure.address).fail(failure)
            site.trails[-1].stop("failures", failure.address)
        return
    if first.is_empty or first.is_front_page:
        gone.add(whole)
        return
    day = next((entry.day for entry in first.entries if entry.sure and entry.day), None)
    newest = part_of(whole, day) if day else None
    if newest and newest not in gone and (await look(site, newest)).exists:
        return
    async for found in site.walk(SOURCE, address_of(site, whole)):
        yield found


async def _has_any(site: Site, walked: list[Trail]) -> bool:
    """Tell whether the site was ever seen to have an archive of a year."""
    if any(trail.stopped != MISSING for trail in walked):
        return True
    searched = years(site.since, site.until)
    if any(_is_settled(site, year) and not _was_missing(site, year) for year in searched):
        return True
    last_year = year_of(site.today.year - 1)
    return bool(site.arguments.period) and (await look(site, last_year)).exists


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
    empty, failed, year = 0, 0, site.until.year
    while failed < MAX_FAILED_YEARS and (
        year >= site.since.year or (not site.arguments.period and empty < MAX_EMPTY_YEARS)
    ):
        span = year_of(year)
        if _is_settled(site, span):
            standing = Standing(exists=not _was_missing(site, span))
        else:
            standing = await look(site, span)
            yield span, standing
        failed = failed + 1 if standing.failed else 0
        empty = 0 if standing.exists and not standing.failed else empty + 1
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


def _is_complete(site: Site, span: Span, standing: Standing) -> bool:
    """Tell whether as many articles of *span* are known as its archive lists."""
    if site.arguments.period:
        return False
    read = sum(count for day, count in site.read_days.items() if day in span)
    return standing.articles == max(read, site.memory.count_published(site.root, span))
