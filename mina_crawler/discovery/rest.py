"""Finds articles through WordPress's REST API, which gives them whole, a hundred at a time."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.rest_api import ROUTES, RestApi
from mina_crawler.discovery.rest_walk import BY_DATE, BY_EDIT, RestWalk, Route
from mina_crawler.discovery.site import Found, Offer, Site
from mina_crawler.parsing.dates import WIB

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SOURCE = "rest"
OFFERED = "the REST API answers, a hundred articles to a request"
MARGIN = timedelta(days=1)
"""How much earlier than the last crawl to begin: clocks and zones may differ."""


async def find_in_rest(site: Site) -> AsyncIterator[Found]:
    """Walk all posts; after a crawl that walked them, those published or edited since."""
    try:
        offer = await offer_rest(site)
    except FetchError as failure:
        site.tally.failed(failure.address, failure.reason)
        return
    async for found in offer.find(site):
        yield found


async def offer_rest(site: Site) -> Offer:
    """Return the API as a way to find articles; raises FetchError where it is none.

    The first answer is not asked for twice: the way begins with it.
    """
    failures = []
    for address in ROUTES:
        try:
            return await _offer(site, RestApi(site.fetch, site.root, address))
        except FetchError as failure:
            failures.append(failure)
    raise failures[0]


async def _offer(site: Site, api: RestApi) -> Offer:
    query = await _query(site, api)
    routes = _routes(site, api, query)
    has_any = await api.open(**routes[0].at(routes[0].start))
    if not (has_any or query or routes[0].horizon):
        raise FetchError(api.address("posts"), "empty")
    return Offer(partial(_walk, api=api, query=query, routes=routes), OFFERED)


async def _walk(
    site: Site, api: RestApi, query: dict[str, str], routes: list[Route]
) -> AsyncIterator[Found]:
    trail = site.begin(SOURCE, api.address("posts", **query))
    for route in routes:
        async for post in RestWalk(api, trail, route).posts():
            yield Found(post.url, SOURCE, post.changed_at, post)
    site.tally.walked(trail)


def _routes(site: Site, api: RestApi, query: dict[str, str]) -> list[Route]:
    """Return the routes to walk.

    A post that was scheduled appears without having been edited: what is new since the last
    whole walk is asked for by both clocks. What is to be looked at again comes with what is new.
    """
    last = site.journal.last(SOURCE, api.address("posts", **query))
    if last is None:
        return [Route(query, BY_EDIT)]
    since = datetime.fromtimestamp(last.started_at, WIB) - MARGIN
    again = datetime.combine(site.today, time.min, WIB) - timedelta(site.arguments.recheck or 0)
    return [
        Route(query, BY_DATE, _local(min(since, again))),
        Route(query, BY_EDIT, _local(since)),
    ]


async def _query(site: Site, api: RestApi) -> dict[str, str]:
    """Return what the arguments of the crawl leave out, as parameters of the API."""
    query = {}
    day = timedelta(days=1)
    if site.arguments.since:  # both ends are exclusive
        query["after"] = _local(datetime.combine(site.since, time.min) - timedelta(seconds=1))
    if site.arguments.until:
        query["before"] = _local(datetime.combine(site.arguments.until, time.min) + day)
    if site.arguments.categories:
        ids = await api.category_ids(site.arguments.categories)
        for slug in set(site.arguments.categories) - set(ids):
            site.tally.failed(f"{site.root}category/{slug}/", "404")
        query["categories"] = ",".join(map(str, ids.values())) or "0"
    return query


def _local(moment: datetime) -> str:
    """Return *moment* as WordPress compares it: by the newsroom's wall clock."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")
