"""Finds articles by the cheapest source that the site offers and its robots.txt permits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.pages import find_in_pages
from mina_crawler.discovery.rest import find_in_rest, offers_rest
from mina_crawler.discovery.sitemaps import find_in_sitemaps, offers_sitemap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from mina_crawler.discovery.site import Found, Site


class Way(NamedTuple):
    """A source, and how to learn whether the site offers it."""

    name: str
    find: Callable[[Site], AsyncIterator[Found]]
    offers: Callable[[Site], Awaitable[str]]
    """Returns why it is a way; raises FetchError where it is none."""
    knows_categories: bool = True


async def _offers_pages(_site: Site) -> str:
    return "nothing cheaper is offered"


WAYS = (
    Way("rest", find_in_rest, offers_rest),
    Way("sitemap", find_in_sitemaps, offers_sitemap, knows_categories=False),
    Way("pages", find_in_pages, _offers_pages),
)
"""Cheapest first: a request for a hundred articles, one for each, one more for each list of ten."""


async def find_cheapest(site: Site) -> AsyncIterator[Found]:
    """Take the first way that the site offers."""
    way = await _choose(site)
    async for found in way.find(site):
        yield found


async def _choose(site: Site) -> Way:
    refusals = []
    for way in WAYS:
        if site.arguments.categories and not way.knows_categories:
            continue
        try:
            why = await way.offers(site)
        except FetchError as failure:
            refusals.append(f"no {way.name} ({failure})")
        else:
            break
    site.tally.chose(way.name, "; ".join([why, *refusals]))
    return way
