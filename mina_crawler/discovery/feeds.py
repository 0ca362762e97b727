"""Finds articles in the feed, which tells by one request whether anything is new."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from mina_crawler.discovery.failures import FetchError
from mina_crawler.pages.feed import FeedPage
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from scrapy.http import Response

    from mina_crawler.discovery.site import Found, Site
    from mina_crawler.pages.listing import Entry

SOURCE = "feed"
VALIDATORS = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
"""What the site sends -> the header to ask with."""
SETTLED = timedelta(seconds=2)
"""A feed changed later than this before its answer may change again without its validators."""


async def find_in_feeds(site: Site) -> AsyncIterator[Found]:
    """Walk the site's feed, or those of the categories asked for, to the articles known before."""
    slugs = site.arguments.categories
    for path in [f"category/{slug}/feed/" for slug in slugs] or ["feed/"]:
        async for found in _find(site, f"{site.root}{path}"):
            yield found


async def _find(site: Site, url: str) -> AsyncIterator[Found]:
    trail = site.begin(SOURCE, url)
    whole = not site.arguments.period
    reader = FeedReader(site, url, site.journal.validators(url) if whole else {})
    async for found in site.walk_news(trail, reader.read, reader.enough):
        yield found
    if trail.is_empty and not site.arguments.categories:
        site.tally.failed(url, trail.stopped)
    if whole and trail.is_complete and reader.validators:
        site.journal.note_validators(url, reader.validators)


class FeedReader:
    """Reads the pages of the feed at *url*, at first only if it has changed."""

    def __init__(self, site: Site, url: str, headers: Mapping[str, str]) -> None:
        """Take the *headers* that ask whether the feed has changed."""
        self._site = site
        self._url = url
        self._headers = headers
        self.validators: dict[str, str] = {}
        """What to ask with the next time."""
        self._head: list[Entry] = []
        self._meets_known = False
        """The head shows an article that an earlier crawl has brought: nothing lies between."""

    async def read(self, url: str) -> FeedPage:
        """Return a page; raises FetchError, with the reason ``304`` where nothing has changed."""
        headers, self._headers = self._headers, {}
        response = await self._site.fetch.file(url, headers)
        page = FeedPage(response, asked=url)
        if page.is_broken and not page.is_front_page:
            raise FetchError(url, "broken XML")
        if url == self._url:
            self.validators = validators_of(response)
            self._look_at(page)
        return page

    def enough(self, page: FeedPage) -> str | None:
        """Return why a walk ends behind *page*; feeds without further pages show the head again."""
        if self._site.is_too_old(page.entries[-1]):
            return "before the period"
        if page.number == 1 or not self._is_head(page):
            return None
        return "head known" if self._meets_known else "head only"

    def _look_at(self, head: FeedPage) -> None:
        if not self._head:
            now = int(datetime.now(UTC).timestamp())
            self._head = head.entries
            urls = (canonical_url(entry.url) for entry in head.entries)
            self._meets_known = any(self._site.memory.knew(url, now) for url in urls)

    def _is_head(self, page: FeedPage) -> bool:
        """Tell whether *page* shows what the head did, but for what was published meanwhile."""
        shared = {entry.url for entry in self._head} & {entry.url for entry in page.entries}
        return 2 * len(shared) > len(page.entries)


def validators_of(response: Response) -> dict[str, str]:
    """Return what to ask with; nothing where the second that they name was not over yet."""
    if _is_changing(response):
        return {}
    sent = {ask: response.headers.get(name) for name, ask in VALIDATORS.items()}
    return {ask: value.decode("latin-1") for ask, value in sent.items() if value}


def _is_changing(response: Response) -> bool:
    """Tell whether a change could share its second with the last: RFC 9110, 8.8.2.2."""
    changed, answered = (response.headers.get(name) for name in ("Last-Modified", "Date"))
    if changed is None or answered is None:
        return False
    try:
        since, until = (parsedate_to_datetime(day.decode("latin-1")) for day in (changed, answered))
        return until - since < SETTLED
    except (ValueError, TypeError):  # no date, or one without its zone
        return True
