"""Finds articles in the sitemap, which lists all of them a few thousand at a time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego

from mina_crawler.discovery.failures import GONE, FetchError
from mina_crawler.discovery.site import Found, Offer, Site
from mina_crawler.pages.sitemap import Sitemap
from mina_crawler.parsing.dates import WIB
from mina_crawler.parsing.links import parse_link
from mina_crawler.parsing.listing_urls import is_article_address
from mina_crawler.parsing.sitemap_urls import SITEMAPS, may_list_articles
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from datetime import datetime

    from mina_crawler.discovery.trail import Trail
    from mina_crawler.pages.sitemap import SitemapEntry

SOURCE = "sitemap"
MAX_PASSES = 5
"""A sitemap that shows something new each time it is read is left after so many times."""


async def find_in_sitemaps(site: Site) -> AsyncIterator[Found]:
    """Read the sitemap again and again until it shows nothing new.

    Entries move from file to file while the site publishes and withdraws; the files are few.
    """
    roots = await _roots(site)
    if not roots:
        site.tally.failed(f"{site.root}{SITEMAPS[0]}", "404")
    trail = site.begin(SOURCE, roots[0] if roots else site.root)
    for _ in range(MAX_PASSES):
        before = len(trail.listed)
        async for entry in SitemapWalk(site, trail).entries(roots):
            yield Found(entry.url, SOURCE, entry.changed_at)
        if len(trail.listed) == before or trail.failures:
            break
    trail.stop("failures" if trail.failures else "end", trail.first)
    site.tally.walked(trail)


async def offer_sitemap(site: Site) -> Offer:
    """Return the sitemap as a way to find articles; raises FetchError where it is none."""
    roots = await _roots(site)
    if not roots:
        raise FetchError(f"{site.root}{SITEMAPS[0]}", "404")
    if (await _fetch(site, roots[0])).is_broken:
        raise FetchError(roots[0], "broken XML")
    return Offer(find_in_sitemaps, f"{roots[0]} lists all articles")


class SitemapWalk:
    """One pass through all files of the sitemap, each read once."""

    def __init__(self, site: Site, trail: Trail) -> None:
        self._site = site
        self._trail = trail
        self._read: set[str] = set()

    async def entries(self, urls: Iterable[str]) -> AsyncIterator[SitemapEntry]:
        """Yield what the files at *urls*, and those they list, show for the first time."""
        waiting = deque(urls)
        while waiting:
            url = waiting.popleft()
            if len(self._read) >= self._site.max_pages:
                self._trail.fail(FetchError(url, "too many files"))
                return
            sitemap = None if url in self._read else await self._open(url)
            if sitemap and sitemap.is_index:
                waiting.extendleft(reversed(self._files(sitemap)))
            elif sitemap:
                for entry in self._articles(sitemap):
                    yield entry

    async def _open(self, url: str) -> Sitemap | None:
        self._read.add(url)
        try:
            sitemap = await _fetch(self._site, url)
        except FetchError as failure:
            self._trail.fail(failure)
            return None
        self._trail.pages += 1
        if sitemap.is_broken:
            self._trail.fail(FetchError(url, "broken XML"))
        return sitemap

    def _files(self, index: Sitemap) -> list[str]:
        return [
            entry.url
            for entry in index.entries
            if may_list_articles(entry.url) and not self._is_too_old(entry.changed_at)
        ]

    def _articles(self, sitemap: Sitemap) -> list[SitemapEntry]:
        return [
            entry
            for entry in sitemap.entries
            if is_article_address(entry.url)
            and urlsplit(entry.url).netloc.lower() in self._site.arguments.hosts
            and self._trail.list(canonical_url(entry.url))
            and not self._is_too_old(entry.changed_at)
        ]

    def _is_too_old(self, changed_at: datetime | None) -> bool:
        """Tell whether what was last changed then cannot have been published in the period."""
        since = self._site.arguments.since
        return bool(since and changed_at and changed_at.astimezone(WIB).date() < since)


async def _roots(site: Site) -> list[str]:
    """Return the sitemaps that robots.txt names; else the first that stands where they usually do.

    Raises FetchError where one cannot be had for another reason than that there is none.
    """
    try:
        robots = await site.fetch(f"{site.root}robots.txt")
        links = Protego.parse(robots.text).sitemaps
        named = [url for link in links if (url := parse_link(link, site.root))]
    except FetchError:
        named = []
    if named:
        return named
    for name in SITEMAPS:
        try:
            if not (await _fetch(site, site.root + name)).is_broken:
                return [site.root + name]
        except FetchError as failure:
            if failure.reason not in GONE:
                raise
    return []


async def _fetch(site: Site, url: str) -> Sitemap:
    return Sitemap(await site.fetch.file(url))
