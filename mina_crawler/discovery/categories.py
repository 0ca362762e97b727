"""Finds articles in the categories that the site itself links to."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from mina_crawler.discovery.failures import FetchError
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from mina_crawler.discovery.site import Found, Site
    from mina_crawler.pages.listing import ListingPage

SOURCE = "category"
ABOVE = "all in the category above"


async def find_in_categories(site: Site) -> AsyncIterator[Found]:
    """Walk each category to its end, the front page where the site links to none."""
    categories = Categories(wanted=site.arguments.categories)
    try:
        categories.note(await site.read(site.root))
    except FetchError as failure:
        site.tally.failed(failure.address, failure.reason)
    categories.add(f"{site.root}category/{slug}/" for slug in categories.missing())
    if not categories.waiting:
        categories.add([site.root])
    while categories.waiting:
        url = categories.next()
        if not _is_shown_above(site, categories, url):
            trail = site.begin(SOURCE, url)
            async for found in site.walk_news(trail, site.read, _enough(site, categories, url)):
                yield found
    if site.arguments.source == SOURCE:
        site.tell_of_nothing()


class Categories:
    """The categories met so far, parents before children, each walked once."""

    def __init__(self, wanted: tuple[str, ...]) -> None:
        """Take the slugs that are *wanted*; none means all."""
        self.wanted = wanted
        self.met: dict[str, str] = {}
        self.waiting: deque[str] = deque()

    def note(self, page: ListingPage) -> None:
        """Remember the categories that *page* links to."""
        self.add(url for url in page.category_urls if not self.wanted or _slug(url) in self.wanted)

    def add(self, urls: Iterable[str]) -> None:
        """Put *urls* on the list of walks, unless they are on it."""
        for url in sorted(urls, key=lambda url: url.rstrip("/").count("/")):
            if _key(url) not in self.met:
                self.met[_key(url)] = url
                self.waiting.append(url)

    def next(self) -> str:
        """Return the next category to walk."""
        return self.waiting.popleft()

    def missing(self) -> list[str]:
        """Return the wanted slugs that no page linked to."""
        met = {_slug(url) for url in self.met.values()}
        return [slug for slug in self.wanted if slug not in met]

    def above(self, url: str) -> str | None:
        """Return the category above *url*, which WordPress lets list all of *url* as well."""
        return self.met.get(_path(url).rpartition("/")[0]) if _path(url) else None


def _is_shown_above(site: Site, categories: Categories, url: str) -> bool:
    """Tell whether the category above *url*, walked whole now, lists all of it, as it last did."""
    if site.arguments.period:
        return False
    above = categories.above(url)
    is_whole = any(trail.first == above and trail.is_complete for trail in site.trails)
    last = site.journal.last(SOURCE, url) if is_whole else None
    return last is not None and last.stopped == ABOVE


def _enough(site: Site, categories: Categories, url: str) -> Callable[[ListingPage], str | None]:
    above = categories.above(url)
    listed_above = [trail.listed for trail in site.trails if trail.first == above]

    def enough(page: ListingPage) -> str | None:
        categories.note(page)
        entries = [entry for entry in page.entries if entry.sure]
        if entries and all(site.is_too_old(entry) for entry in entries):
            return "before the period"
        urls = [canonical_url(entry.url) for entry in entries]
        if urls and any(all(url in listed for url in urls) for listed in listed_above):
            return ABOVE
        return None

    return enough


def _key(url: str) -> str:
    """Return what tells a category from others: its path, or the number in ``/?cat=4``."""
    return _path(url) or urlsplit(url).query


def _path(url: str) -> str:
    return unquote(urlsplit(url).path).rstrip("/")


def _slug(url: str) -> str:
    return _path(url).rpartition("/")[2]
