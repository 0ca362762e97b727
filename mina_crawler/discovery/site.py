"""What the ways of finding articles share: the site, how to ask it, what is known already."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mina_crawler.discovery.address_set import AddressSet
from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.listings import Listing
from mina_crawler.discovery.trail import OVERLAP, Trail
from mina_crawler.discovery.walks import ListingWalk
from mina_crawler.pages.listing import Entry, ListingPage
from mina_crawler.pages.tree import is_oversized
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from datetime import date, datetime

    from mina_crawler.arguments import Arguments
    from mina_crawler.discovery.fetching import Fetcher
    from mina_crawler.discovery.journal import Journal
    from mina_crawler.discovery.memory import Memory
    from mina_crawler.discovery.tally import Tally
    from mina_crawler.pages.rest import RestPost

ONE_WAY = frozenset({"archive", "category"})
"""Sources by which an article is listed once, or in listings that are cut alike."""
BRIEF = 3
"""A walk of so many pages takes no time."""

Page = TypeVar("Page", bound=Listing)


class Found(NamedTuple):
    """An article's address and the source that found it."""

    url: str
    source: str
    changed_at: datetime | None = None
    """When it was last changed, where the source says so."""
    post: RestPost | None = None
    """The article itself, where the source gives it whole."""


class Offer(NamedTuple):
    """A way of finding articles that the site was seen to offer."""

    find: Callable[[Site], AsyncIterator[Found]]
    why: str


@dataclass(kw_only=True)
class Site:
    """One news site during one crawl."""

    arguments: Arguments
    today: date
    """In the site's zone."""
    fetch: Fetcher
    tally: Tally
    memory: Memory
    journal: Journal
    settle: Callable[[], Awaitable[None]]
    """Returns when every article asked for so far was read."""
    max_pages: int
    """No listing is walked further than this."""
    trails: list[Trail] = field(default_factory=list)
    """Every walk of the crawl, in order."""
    asked: AddressSet = field(default_factory=AddressSet)
    """Canonical addresses of the articles asked for."""
    read_urls: AddressSet = field(default_factory=AddressSet)
    """Canonical addresses of the articles read so far."""
    read_days: Counter[date] = field(default_factory=Counter)
    """How many of these were published on each day."""

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
    def has_one_way(self) -> bool:
        """Tell whether what a listing hides is searched for in no other."""
        asked = self.arguments
        return asked.source in ONE_WAY or bool(asked.period or asked.categories)

    @property
    def prints_pagination(self) -> bool:
        """Tell whether a listing of this site was seen to print numbers of its pages."""
        return any(trail.claimed for trail in self.trails)

    async def read(self, url: str) -> ListingPage:
        """Return the listing at *url*; raises FetchError, also where it is too long to be read."""
        response = await self.fetch(url)
        if is_oversized(response):
            raise FetchError(url, "too many elements")
        return ListingPage(response)

    def begin(self, source: str, first: str) -> Trail:
        """Return the trail of a new walk; that of a period is no whole one to be remembered."""
        fullest = max((trail.fullest for trail in self.trails), default=0)
        trail = Trail(source=source, first=first, failed=self.tally.failed, fullest=fullest)
        self.trails.append(trail)
        if not self.arguments.period:
            self.journal.begin(trail)
        return trail

    async def walk(self, source: str, first: str) -> AsyncIterator[Found]:
        """Walk the listing at *first* to its end and yield what it lists."""
        trail = self.begin(source, first)
        walk = ListingWalk(self.read, trail, max_pages=self.max_pages)
        async for found in self._follow(walk):
            yield found

    async def walk_news(
        self,
        trail: Trail,
        read: Callable[[str], Awaitable[Page]],
        enough: Callable[[Page], str | None] = lambda _: None,
    ) -> AsyncIterator[Found]:
        """Walk the listing of *trail* to the articles that its last whole walk knew.

        A walk of a period looks for what earlier ones may have left out.
        """
        last = None if self.arguments.period else self.journal.last(trail.source, trail.first)

        def known(page: Page) -> str | None:
            return "known" if last and self._is_known(page, last.ended_at) else None

        walk = ListingWalk(
            read,
            trail,
            max_pages=self.max_pages,
            enough=lambda page: enough(page) or known(page),
            brief=BRIEF if last else 0,
        )
        async for found in self._follow(walk):
            yield found
        if self.arguments.categories and trail.leads_nowhere:
            self.tally.failed(trail.first, trail.stopped)

    async def _follow(self, walk: ListingWalk[Page]) -> AsyncIterator[Found]:
        async for entry in walk.entries():
            if not self.is_too_old(entry):
                yield Found(entry.url, walk.trail.source)
        if walk.trail.hides_some and self.has_one_way:
            walk.trail.stop(OVERLAP, walk.trail.stopped_at)
        self.tally.walked(walk.trail)

    def _is_known(self, page: Listing, moment: int) -> bool:
        """Tell whether what follows *page* was known by *moment*, going by what it shows.

        Its last article must have been, and half of all: one alone may be pinned, or stand below
        the listing.
        """
        urls = [canonical_url(entry.url) for entry in page.entries if entry.sure]
        known = [self.memory.knew(url, moment) for url in urls]
        return bool(known) and known[-1] and sum(known) * 2 >= len(known)

    def tell_of_nothing(self) -> None:
        """Name the front page where no listing of a whole crawl has shown any article.

        Where one could not be had, that is told already.
        """
        is_whole = not (self.arguments.period or self.arguments.categories)
        if is_whole and not self.tally.failures and not any(t.listed for t in self.trails):
            self.tally.failed(self.root, "empty")

    def ask(self, found: Found) -> bool:
        """Note that *found* is asked for; tell whether it was not before, by any address."""
        return self.asked.add(canonical_url(found.url))

    def has_met(self, url: str) -> bool:
        """Tell whether the article at the canonical *url* is asked for, or was known before."""
        return url in self.asked or self.memory.knows(url)

    def note_read(self, url: str, day: date) -> bool:
        """Note that the article at the canonical *url* was read; tell whether that is news."""
        is_new = self.read_urls.add(url)
        self.read_days[day] += is_new
        return is_new

    def is_too_old(self, entry: Entry) -> bool:
        """Tell whether *entry* is older than the crawl's period, going by the day beside it.

        The day may be that of a later edit, so it can rule out only what lies before the period.
        """
        since = self.arguments.since
        return since is not None and entry.day is not None and entry.day < since
