"""What a walk needs to know of one page of a listing."""

from __future__ import annotations

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
