"""Finds articles through WordPress's REST API, which gives them whole, a hundred at a time."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.rest_api import RestApi
from mina_crawler.discovery.rest_walk import BY_DATE, BY_EDIT, RestWalk
from mina_crawler.discovery.site import Found, Site
from mina_crawler.parsing.dates import WIB

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from mina_crawler.discovery.trail import Trail
    from mina_crawler.ledger.walks import Completed

SOURCE = "rest"
MARGIN = timedelta(days=1)
"""How much earlier than the last crawl to begin: clocks and zones may differ."""


async def find_in_rest(site: Site) -> AsyncIterator[Found]:
    """Walk all posts; after a crawl that walked them, those published or edited since."""
    api = RestApi(site.fetch, site.root)
    try:
        await api.open()
        query = await _query(site, api)
    except FetchError as failure:
        site.tally.failed(failure.address, failure.reason)
        return
    first = api.address("posts", **query)
    last = site.journal.last(SOURCE, first)
    trail = site.begin(SOURCE, first)
    for walk in _walks(api, trail, query, last):
        async for post in walk.posts():
            yield Found(post.url, SOURCE, post.changed_at, post)
    site.tally.walked(trail)


async def offers_rest(site: Site) -> str:
    """Return why the API is a way to find articles; raises FetchError where it is none."""
    total = await RestApi(site.fetch, site.root).open()
    return f"the REST API answers and tells of {total} posts, a hundred in one request"


def _walks(
    api: RestApi, trail: Trail, query: dict[str, str], last: Completed | None
) -> Iterator[RestWalk]:
    """Yield the walks to make.

    A post that was scheduled appears without having been edited: what is new since the *last*
    whole walk is asked for by both clocks.
    """
    horizon = _local(datetime.fromtimestamp(last.started_at, WIB) - MARGIN) if last else ""
    for clock in (BY_DATE, BY_EDIT) if last else (BY_EDIT,):
        yield RestWalk(api, trail, query, clock, horizon)


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
        query["categories"] = ",".join(map(str, ids)) or "0"
    return query


def _local(moment: datetime) -> str:
    """Return *moment* as WordPress compares it: by the newsroom's wall clock."""
    return moment.replace(tzinfo=None).isoformat(timespec="seconds")
