"""Finds articles by the cheapest source that the site offers and its robots.txt permits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.pages import find_in_pages
from mina_crawler.discovery.rest import offer_rest
from mina_crawler.discovery.site import Offer
from mina_crawler.discovery.sitemaps import offer_sitemap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from mina_crawler.discovery.site import Found, Site


class Way(NamedTuple):
    """A source, and how to learn whether the site offers it."""

    name: str
    offer: Callable[[Site], Awaitable[Offer]]
    """Raises FetchError where it is no way."""
    knows_categories: bool = True


async def _offer_pages(_site: Site) -> Offer:
    return Offer(find_in_pages, "nothing cheaper is offered")


WAYS = (
    Way("rest", offer_rest),
    Way("sitemap", offer_sitemap, knows_categories=False),
    Way("pages", _offer_pages),
)
"""Cheapest first: a request for a hundred articles, one for each, one more for each list of ten."""


async def find_cheapest(site: Site) -> AsyncIterator[Found]:
    """Take the first way that the site offers."""
    offer = await _choose(site)
    async for found in offer.find(site):
        yield found


async def _choose(site: Site) -> Offer:
    refusals = []
    for way in WAYS:
        if site.arguments.categories and not way.knows_categories:
            continue
        try:
            offer = await way.offer(site)
        except FetchError as failure:
            refusals.append(f"no {way.name} ({failure})")
        else:
            break
    site.tally.chose(way.name, "; ".join([offer.why, *refusals]))
    return offer
