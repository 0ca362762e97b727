"""Walks one listing from its newest page to its end while the site goes on publishing.

A listing moves while it is read. An article published meanwhile pushes others to the next page,
where they are met twice: harmless. An article withdrawn meanwhile pulls one from the next page
back to a page that was read already, where nobody would look again: so each page is read a
second time after its successor, and both once more as long as that shows something unseen, or
where something was withdrawn. Last, the head of the listing is read again for what was published
during the walk, and its end where something was: that pushed down what may have been pulled up.

Changes that undo each other between two readings can hide an article from this walk, though
hardly from those of other listings. So can articles of one and the same second: WordPress gives
them no order, and one that it shows on two pages may stand in for one that it shows on none.
A walk to what is known already is mostly over after a page or two, so soon that only the head is
worth a second reading.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

from mina_crawler.discovery.failures import GONE, FetchError
from mina_crawler.discovery.listings import (
    Listing,
    are_alike,
    count_pinned,
    count_published,
    has_lost_some,
    listed_on,
    reason_it_is_over,
    shown_on,
)
from mina_crawler.parsing.listing_urls import is_front_page, listing_page, partition_listing_page
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from mina_crawler.discovery.trail import Trail
    from mina_crawler.pages.listing import Entry

NO_FAILURES = GONE | {"304"}
"""Answers that say: there is no such listing, or it is as it was."""
MAX_LOOKS_BACK = 5
MAX_FAILURES_IN_A_ROW = 3
MAX_PAGES_WITHOUT_NEWS = 3

Page = TypeVar("Page", bound=Listing)


class ListingWalk(Generic[Page]):
    """One walk; its trail tells where it went, and where and why it stopped."""

    def __init__(
        self,
        read: Callable[[str], Awaitable[Page]],
        trail: Trail,
        *,
        max_pages: int,
        enough: Callable[[Page], str | None] = lambda _: None,
        brief: int = 0,
    ) -> None:
        """Prepare to walk the listing that *trail* starts at.

        *read* returns a page or raises FetchError; *enough* names a reason to stop after a page;
        so many pages as *brief* says are not looked back at.
        """
        self.read = read
        self.trail = trail
        self.max_pages = max_pages
        self.enough = enough
        self.brief = brief
        self._shown: list[frozenset[str]] = []
        """What the first page showed, and the last one, as long as that is shown again."""
        self._head: Page | None = None
        """The first page, as it was read last."""
        self._waiting: deque[Entry] = deque()
        self._without_news = 0
        self._reached = 0
        self._is_paginated = False
        """A page of the listing was seen that links to the next."""

    async def entries(self) -> AsyncIterator[Entry]:
        """Yield each article that the listing shows at any moment of the walk, once."""
        page = await self._first()
        while page is not None:
            while self._waiting:
                yield self._waiting.popleft()
            self._reached = page.number
            page = await self._turn(page)
        if self._reached > 1:  # a walk of one page took no time
            await self._catch_up()
        while self._waiting:
            yield self._waiting.popleft()

    async def _first(self) -> Page | None:
        """Open the first page; a listing that does not exist is empty, not broken."""
        first = self.trail.first
        try:
            page = await self.read(first)
        except FetchError as failure:
            if failure.reason not in NO_FAILURES:
                self.trail.fail(failure)
            return self._stop(failure.reason, first)
        if page.is_front_page and not is_front_page(first):
            return self._stop("front page", first)
        if page.is_empty:
            return self._stop("empty", first)
        self._take(page)
        self._shown = [shown_on(page)] * 2
        return page

    async def _turn(self, page: Page) -> Page | None:
        """Return the page after *page*, or ``None`` at the end, with nothing between them lost."""
        reason = self._reason_to_stop(page)
        if reason:
            return self._stop(reason, page.url)
        following = await self._following(page)
        if following:
            shown_before = self._count_shown_before(page, following)
            had_news = self._take(following)
            self._note_shown(shown_on(following))
            self.trail.shown_twice += shown_before if had_news else 0
            self._without_news = 0 if had_news else self._without_news + 1
        if page.number >= self.brief:
            await self._look_back(page, following)
        return following

    def _reason_to_stop(self, page: Page) -> str | None:
        enough = self.enough(page)
        if enough:
            return enough
        if self._is_paginated and not page.next_url:
            return "end"
        if page.number >= self.max_pages:
            return "page limit"
        if self._without_news < MAX_PAGES_WITHOUT_NEWS:
            return None
        return "turned back" if self._shows_its_last_page() else "repeats"

    def _shows_its_last_page(self) -> bool:
        """Tell whether a listing that promises no further page answers with its last instead.

        One that shows its first again may do so whatever the number, unless that is not full.
        """
        first, *again = self._shown
        if self._is_paginated or len(again) <= MAX_PAGES_WITHOUT_NEWS:
            return False
        return not are_alike(first, again[-1]) or len(first) < self.trail.fullest

    def _count_shown_before(self, page: Listing, following: Listing) -> int:
        """Return how many articles *following* shows again, but for what is pinned.

        On its first page a theme may show older ones, too, in a place of their own.
        """
        urls = listed_on(following)
        first = self._shown[0] if page.number > 1 else frozenset()
        return sum(
            url not in first and canonical_url(url) in self.trail.listed
            for url in urls[count_pinned(listed_on(page), urls) :]
        )

    def _note_shown(self, shown: frozenset[str]) -> None:
        first, *again = self._shown
        self._shown = [first, *again, shown] if are_alike(again[-1], shown) else [first, shown]

    async def _following(self, page: Page) -> Page | None:
        """Open the next page, or the one after it where that cannot be had."""
        for number in range(page.number + 1, page.number + 1 + MAX_FAILURES_IN_A_ROW):
            url = self._address(page, number)
            try:
                following = await self.read(url)
            except FetchError as failure:
                if failure.reason in GONE and not await self._still_promises(page, number):
                    return self._stop("end", url)
                self.trail.fail(failure)
                continue
            over = reason_it_is_over(page, following)
            return self._stop(over, url) if over else following
        return self._stop("failures", url)

    def _stop(self, reason: str, address: str) -> Page | None:
        """Note why the walk ends at *address*, and return the page that follows: none."""
        self.trail.stop(reason, address)
        return None

    def _address(self, page: Page, number: int) -> str:
        if page.next_url and number == page.number + 1:
            return page.next_url
        return self._numbered(number)

    def _numbered(self, number: int) -> str:
        return listing_page(partition_listing_page(self.trail.first)[0], number)

    async def _still_promises(self, page: Page, number: int) -> bool:
        """Tell whether *page*, read again, links to page *number* although that is gone."""
        if not page.next_url:
            return False
        again = await self._read_again(page.url)
        if again is None or again.next_url is None:
            return False
        return number <= max(again.last_number or 0, again.number + 1)

    async def _look_back(self, page: Page, following: Listing | None) -> None:
        """Read *page* again for what was pulled back to it while its successor was read."""
        again = await self._read_again(page.url)
        has_lost = again is not None and has_lost_some(page, again)
        for _ in range(MAX_LOOKS_BACK):
            if again is None or not (self._take(again) or has_lost):
                return
            if following:
                await self._has_news(following.url)
            again, has_lost = await self._read_again(page.url), False

    async def _catch_up(self) -> None:
        """Read the head again, until it shows nothing that was published during the walk.

        Where anything was, the end is read again as well.
        """
        for times in range(self.max_pages):
            number = 1
            while number < self.max_pages and await self._has_news(self._numbered(number)):
                number += 1
            if number == 1:
                return
            if times == 0:
                await self._has_news(self._numbered(self._reached))

    async def _has_news(self, url: str) -> bool:
        again = await self._read_again(url)
        return again is not None and self._take(again)

    async def _read_again(self, url: str) -> Page | None:
        try:
            return await self.read(url)
        except FetchError as failure:
            if failure.reason not in GONE:
                self.trail.fail(failure)
            return None

    def _take(self, page: Page) -> bool:
        """Queue the entries of *page* not met before; tell whether the listing itself had some."""
        self.trail.pass_by(page)
        self._is_paginated = self._is_paginated or page.is_paginated
        new = [e for e in page.entries if self.trail.list(canonical_url(e.url))]
        self._waiting.extend(new)
        if page.number == 1:
            self.trail.published += count_published(self._head, page) if self._head else 0
            self._head = page
        return any(entry.sure for entry in new) or (
            bool(new) and not any(entry.sure for entry in page.entries)
        )
