"""What the ways of finding articles share: the site, how to ask it, what is known already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.discovery.trail import Trail
from mina_crawler.discovery.walks import ListingWalk
from mina_crawler.pages.listing import Entry, ListingPage
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import date

    from scrapy.http import TextResponse

    from mina_crawler.arguments import Arguments
    from mina_crawler.discovery.tally import Tally


class Found(NamedTuple):
    """An article's address and the source that found it."""

    url: str
    source: str


@dataclass(kw_only=True)
class Site:
    """One news site during one crawl."""

    arguments: Arguments
    today: date
    """In the site's zone."""
    fetch: Callable[[str], Awaitable[TextResponse]]
    """Raises FetchError where there is no page."""
    tally: Tally
    settle: Callable[[], Awaitable[None]]
    """Returns when every article asked for so far was read."""
    max_pages: int
    """No listing is walked further than this."""
    trails: list[Trail] = field(default_factory=list)
    """Every walk of the crawl, in order."""
    asked: set[str] = field(default_factory=set)
    """Canonical addresses of the articles asked for."""
    days: dict[str, date] = field(default_factory=dict)
    """Canonical address -> day of publication, of the articles read so far."""

    @property
    def root(self) -> str:
        """The address of the front page."""
        return self.arguments.root

    @property
    def since(self) -> date:
        """The first day worth looking at."""
        return self.arguments.first_day

    @property
    def until(self) -> date:
        """The last day worth looking at."""
        return min(self.arguments.until or self.today, self.today)

    @property
    def prints_pagination(self) -> bool:
        """Tell whether a listing of this site was seen to print numbers of its pages."""
        return any(trail.claimed for trail in self.trails)

    async def read(self, url: str) -> ListingPage:
        """Return the listing at *url*; raises FetchError."""
        return ListingPage(await self.fetch(url))

    async def walk(
        self, source: str, first: str, enough: Callable[[ListingPage], str | None] = lambda _: None
    ) -> AsyncIterator[Found]:
        """Walk the listing at *first* and yield what it lists."""
        trail = Trail(source=source, first=first, failed=self.tally.failed)
        self.trails.append(trail)
        walk = ListingWalk(self.read, trail, max_pages=self.max_pages, enough=enough)
        async for entry in walk.entries():
            if not self.is_too_old(entry):
                yield Found(entry.url, source)
        self.tally.walked(trail)

    def ask(self, found: Found) -> bool:
        """Note that *found* is asked for; tell whether it was not before, by any address."""
        url = canonical_url(found.url)
        is_new = url not in self.asked
        self.asked.add(url)
        return is_new

    def is_too_old(self, entry: Entry) -> bool:
        """Tell whether *entry* is older than the crawl's period, going by the day beside it.

        The day may be that of a later edit, so it can rule out only what lies before the period.
        """
        since = self.arguments.since
        return since is not None and entry.day is not None and entry.day < since
