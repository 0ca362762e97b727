"""What a walk needs to know of one page of a listing, and of two."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mina_crawler.pages.listing import Entry


class Listing(Protocol):
    """One page of a listing."""

    @property
    def url(self) -> str:
        """The address that answered."""

    @property
    def number(self) -> int:
        """The page's number, from 1."""

    @property
    def entries(self) -> Sequence[Entry]:
        """The articles on the page."""

    @property
    def next_url(self) -> str | None:
        """The next page, where the page links to it."""

    @property
    def last_number(self) -> int | None:
        """The highest page number that the page links to."""

    @property
    def is_paginated(self) -> bool:
        """Tell whether the page links to further pages of its listing."""

    @property
    def is_front_page(self) -> bool:
        """Tell whether the site answered with its front page."""

    @property
    def is_empty(self) -> bool:
        """Tell whether the page lists nothing."""


def listed_on(page: Listing) -> list[str]:
    """Return the addresses that *page* lists, in order."""
    return [entry.url for entry in page.entries if entry.sure]


def shown_on(page: Listing) -> frozenset[str]:
    """Return the addresses that *page* lists, whatever their order."""
    return frozenset(listed_on(page))


def count_published(page: Listing, again: Listing) -> int:
    """Return how many articles came on top of a page, below what is pinned, and did nothing else.

    0 where others left the page or changed places: then nobody can tell.
    """
    before, after = listed_on(page), listed_on(again)
    pinned = count_pinned(before, after)
    new = list(takewhile(lambda url: url not in before, after[pinned:]))
    pushed = after[pinned + len(new) :]
    return len(new) if pushed == before[pinned : pinned + len(pushed)] else 0


def has_lost_some(page: Listing, again: Listing) -> bool:
    """Tell whether something was withdrawn between two readings of a page.

    What is published only pushes the last ones off the page.
    """
    before, after = listed_on(page), listed_on(again)
    stayed = [url for url in after if url in before]
    return stayed != before[: len(stayed)] or stayed != after[len(after) - len(stayed) :]


def count_pinned(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many addresses two pages begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two pages show the same, but for what was published in between."""
    return 2 * len(one & other) > max(len(one), len(other))


def reason_it_is_over(page: Listing, following: Listing) -> str | None:
    """Return why *following*, the answer to a request for a later page, is none.

    One that *page* links to, and whose links may lead to articles, is not known to be the end.
    """
    if following.is_front_page:
        return "front page"
    if following.number <= page.number:
        return "turned back"
    if following.is_empty:
        return "unread" if page.next_url and following.entries else "empty"
    return None
