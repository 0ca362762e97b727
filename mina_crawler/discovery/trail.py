"""The trail that a walk leaves: what it listed, what it could not have, where it stopped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mina_crawler.discovery.address_set import AddressSet
from mina_crawler.discovery.failures import GONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from mina_crawler.discovery.failures import FetchError
    from mina_crawler.discovery.listings import Listing


OVERLAP = "overlap"
CUT_SHORT = frozenset({"", "failures", "head only", OVERLAP, "page limit", "repeats", "unread"})
"""Reasons to stop that leave something unseen; none at all while a walk is under way."""

NO_LISTING = GONE | {"front page"}
"""Reasons to stop at the first page that say: there is no such listing."""

TOLERANCE = 0.01
"""The share by which a site may claim more articles than it lists: it counts hidden ones too."""


@dataclass(kw_only=True)
class Trail:
    """One walk of one listing."""

    source: str
    first: str
    """The address of the listing's first page."""
    failed: Callable[[str, str], None]
    """Told of each page that could not be had: its address and the reason."""
    pages: int = 0
    """Pages read, those read again included."""
    reached: int = 0
    """The highest number of a page read."""
    fullest: int = 0
    """The most articles that a page listed, of this walk or those before it."""
    listed: AddressSet = field(default_factory=AddressSet)
    """Canonical addresses of all articles met."""
    claimed: int | None = None
    """The highest page number that the listing itself printed."""
    total: int | None = None
    """How many articles the site says there are."""
    failures: list[FetchError] = field(default_factory=list)
    shown_twice: int = 0
    """Articles on a second page: one was published in between, or another is on none."""
    published: int = 0
    """Articles that came on top of it while it was walked."""
    stopped: str = ""
    """Why: ``end``, ``404``, ``empty``, ``front page``, ``turned back``, ``repeats``, ..."""
    stopped_at: str = ""

    @property
    def is_complete(self) -> bool:
        """Tell whether the walk has listed all that there was."""
        return self.stopped not in CUT_SHORT and not self.failures and not self.lacks_some

    @property
    def hides_some(self) -> bool:
        """Tell whether more came twice than what was published had pushed to the next page."""
        return self.shown_twice > self.published

    @property
    def leads_nowhere(self) -> bool:
        """Tell whether there is no such listing."""
        return self.stopped in NO_LISTING and self.stopped_at == self.first

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no such listing, or one that lists nothing."""
        return self.leads_nowhere or (self.stopped == "empty" and not self.listed)

    @property
    def lacks_some(self) -> bool:
        """Tell whether less was listed than the site says there is."""
        return lacks_some(len(self.listed), self.total)

    @property
    def expected(self) -> int | None:
        """How many articles the listing has, by what the site says, or by its pages so far."""
        if self.total is not None or not (self.claimed and self.reached):
            return self.total
        return len(self.listed) * max(self.claimed, self.reached) // self.reached

    def pass_by(self, page: Listing) -> None:
        """Note that *page* was read."""
        self.pages += 1
        self.reached = max(self.reached, page.number)
        self.fullest = max(self.fullest, sum(entry.sure for entry in page.entries))
        self.claimed = max(self.claimed or 0, page.last_number or 0) or None

    def list(self, url: str) -> bool:
        """Note that the article at the canonical *url* is listed; tell whether that is news."""
        return self.listed.add(url)

    def fail(self, failure: FetchError) -> None:
        """Note a page that could not be had."""
        self.failures.append(failure)
        self.failed(failure.address, failure.reason)

    def stop(self, reason: str, address: str) -> None:
        """Note where and why the walk ended."""
        self.stopped, self.stopped_at = reason, address


def lacks_some(listed: int, claimed: int | None) -> bool:
    """Tell whether a site *claimed* more articles than the *listed* ones and those it may hide.

    >>> lacks_some(990, 1000), lacks_some(10, 34), lacks_some(10, None)
    (False, True, False)
    """
    return listed < (claimed or 0) * (1 - TOLERANCE)
