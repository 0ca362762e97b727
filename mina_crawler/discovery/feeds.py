"""Finds articles in the feed, which tells by one request whether anything is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.site import Found, Site
from mina_crawler.discovery.walks import ListingWalk
from mina_crawler.pages.feed import FeedPage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.http import Response

SOURCE = "feed"
VALIDATORS = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
"""What the site sends -> the header to ask with."""


async def find_in_feeds(site: Site) -> AsyncIterator[Found]:
    """Walk the site's feed, or those of the categories asked for, to the articles known before."""
    slugs = site.arguments.categories
    for path in [f"category/{slug}/feed/" for slug in slugs] or ["feed/"]:
        async for found in _find(site, f"{site.root}{path}"):
            yield found


async def _find(site: Site, url: str) -> AsyncIterator[Found]:
    trail = site.begin(SOURCE, url)
    reader = FeedReader(site, url)
    enough = site.until_known(SOURCE, url)
    walk = ListingWalk(reader.read, trail, max_pages=site.max_pages, enough=enough)
    async for entry in walk.entries():
        if not site.is_too_old(entry):
            yield Found(entry.url, SOURCE)
    site.tally.walked(trail)


class FeedReader:
    """Reads the pages of the feed at *url*, at first only if it has changed."""

    def __init__(self, site: Site, url: str) -> None:
        self._site = site
        self._url = url
        self._headers = site.journal.validators(url)

    async def read(self, url: str) -> FeedPage:
        """Return a page; raises FetchError, with the reason ``304`` where nothing has changed."""
        headers, self._headers = self._headers, {}
        response = await self._site.fetch.file(url, headers)
        page = FeedPage(response)
        if page.is_broken:
            raise FetchError(url, "broken XML")
        if url == self._url:
            self._site.journal.note_validators(url, _validators(response))
        return page


def _validators(response: Response) -> dict[str, str]:
    sent = {ask: response.headers.get(name) for name, ask in VALIDATORS.items()}
    return {ask: value.decode("latin-1") for ask, value in sent.items() if value}
