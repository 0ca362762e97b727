"""Finds articles in the sitemap, which lists all of them a few thousand at a time."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego

from mina_crawler.discovery.failures import GONE, FetchError
from mina_crawler.discovery.site import Found, Offer, Site
from mina_crawler.pages.sitemap import Sitemap
from mina_crawler.parsing.dates import WIB
from mina_crawler.parsing.links import parse_link, with_scheme_of
from mina_crawler.parsing.listing_urls import is_article_address
from mina_crawler.parsing.sitemap_urls import SITEMAPS, lists_news_only, may_list_articles
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable
    from datetime import datetime

    from mina_crawler.discovery.trail import Trail
    from mina_crawler.pages.sitemap import SitemapEntry

Roots = dict[str, Sitemap | FetchError]
"""Address -> the file there, or why it could not be had."""

SOURCE = "sitemap"
MAX_PASSES = 5
"""A sitemap that shows something new each time it is read is left after so many times."""


async def find_in_sitemaps(site: Site) -> AsyncIterator[Found]:
    """Read the sitemap again and again until it shows nothing new.

    Entries move from file to file while the site publishes and withdraws; the files are few.
    """
    async for found in _walk(site, await _roots(site)):
        yield found


async def offer_sitemap(site: Site) -> Offer:
    """Return the sitemap as a way to find articles; raises FetchError where it is none.

    What was read to learn that is not asked for twice: the way begins with it.
    """
    roots = await _roots(site)
    url = next((url for url in roots if not lists_news_only(url)), None)
    if url is None:
        raise FetchError(f"{site.root}{SITEMAPS[0]}", "404")
    first = roots[url]
    if isinstance(first, FetchError):
        raise first
    if first.is_broken:
        raise FetchError(url, "broken XML")
    return Offer(partial(_walk, roots=roots), f"{url} lists all articles")


async def _walk(site: Site, roots: Roots) -> AsyncIterator[Found]:
    if all(map(lists_news_only, roots)):
        site.tally.failed(f"{site.root}{SITEMAPS[0]}", "404")
    trail = site.begin(SOURCE, next(iter(roots), site.root))
    ahead = dict(roots)
    for _ in range(MAX_PASSES):
        before = len(trail.listed)
        async for entry in SitemapWalk(site, trail, ahead).entries(roots):
            yield Found(entry.url, SOURCE, entry.changed_at)
        if len(trail.listed) == before or trail.failures:
            break
    if roots and not (trail.listed or trail.failures or site.arguments.period):
        trail.fail(FetchError(trail.first, "empty"))
    trail.stop("failures" if trail.failures else "end", trail.first)
    site.tally.walked(trail)


class SitemapWalk:
    """One pass through all files of the sitemap, each read once."""

    def __init__(self, site: Site, trail: Trail, ahead: Roots) -> None:
        self._site = site
        self._trail = trail
        self._ahead = ahead
        """Files that were asked for before the walk began, each taken from here once."""
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
            sitemap = await self._fetch(url)
        except FetchError as failure:
            self._trail.fail(failure)
            return None
        self._trail.pages += 1
        if sitemap.is_broken:
            self._trail.fail(FetchError(url, "broken XML"))
        return sitemap

    async def _fetch(self, url: str) -> Sitemap:
        ahead = self._ahead.pop(url, None) or await _fetch(self._site, url)
        if isinstance(ahead, FetchError):
            raise ahead
        return ahead

    def _files(self, index: Sitemap) -> list[str]:
        return [
            with_scheme_of(self._site.root, entry.url)
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


async def _roots(site: Site) -> Roots:
    """Return the sitemaps that robots.txt names; with the usual one where they are not enough.

    Some name one that is no more, or that of the latest news alone.
    """
    named = {url: found for url in await _named(site) if (found := await _read(site, url))}
    enough = {url: found for url, found in named.items() if _may_be_had(found)}
    if not all(map(lists_news_only, enough)):
        return named
    others: Roots = {}
    for url in (site.root + name for name in SITEMAPS):
        found = await _read(site, url)
        if isinstance(found, Sitemap) and not found.is_broken:
            return {**enough, url: found}
        if found:
            others[url] = found
    return named or others


async def _named(site: Site) -> list[str]:
    """Return where robots.txt says that sitemaps of this site are."""
    try:
        robots = await site.fetch(f"{site.root}robots.txt")
    except FetchError:
        return []
    links = (parse_link(link, site.root) for link in Protego.parse(robots.text).sitemaps)
    return [url for url in links if url and urlsplit(url).netloc.lower() in site.arguments.hosts]


async def _read(site: Site, url: str) -> Sitemap | FetchError | None:
    """Return what is at *url*, ``None`` where there is no such file."""
    try:
        return await _fetch(site, url)
    except FetchError as failure:
        return None if failure.reason in GONE else failure


def _may_be_had(found: Sitemap | FetchError) -> bool:
    """Tell whether a file is a sitemap, or may be one that cannot be had just now."""
    return isinstance(found, FetchError) or not found.is_broken


async def _fetch(site: Site, url: str) -> Sitemap:
    return Sitemap(await site.fetch.file(url))
