"""Walks posts from the oldest to the newest by their own clock, so that nothing slips by.

Pages of a list move when posts come and go. So the next batch is asked for not by its number but
as what comes after the last moment seen: whatever is published or edited meanwhile comes later,
and what is withdrawn moves nothing.

More posts of one second than an answer holds can be asked for only by the number of the answer,
and WordPress gives them no order: some come twice, others never. So where some came twice, all
are asked for once more by their ids.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.discovery.address_set import AddressSet
from mina_crawler.discovery.failures import FetchError
from mina_crawler.discovery.rest_api import REFUSED
from mina_crawler.parsing.dates import parse_iso

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from mina_crawler.discovery.rest_api import Batch, RestApi
    from mina_crawler.discovery.trail import Trail
    from mina_crawler.pages.rest import RestPost

MAX_FAILURES_IN_A_ROW = 3
MAX_BATCHES_WITHOUT_NEWS = 3


class Clock(NamedTuple):
    """A moment that posts have, and the parameter for those after one."""

    field: str
    after: str


BY_DATE = Clock("date", "after")
BY_EDIT = Clock("modified", "modified_after")

BY_ID = "id"
"""The order that no two posts share, and in which nothing can be asked for that comes later."""


class Place(NamedTuple):
    """Where a walk is: on a page of the posts after a moment."""

    after: str
    page: int = 1


class Route(NamedTuple):
    """The posts that match *query*, by *clock*, from those after *horizon*."""

    query: Mapping[str, str]
    clock: Clock
    horizon: str = ""

    @property
    def start(self) -> Place:
        """Where a walk begins."""
        return Place(max(self.horizon, self.query.get(self.clock.after, "")))

    @property
    def by_id(self) -> Route:
        """The same posts in the order of their ids."""
        return self._replace(clock=self.clock._replace(field=BY_ID))

    def at(self, place: Place) -> dict[str, object]:
        """Return what to ask the API for."""
        after = {self.clock.after: place.after} if place.after else {}
        order = {"orderby": self.clock.field, "order": "asc", "page": place.page}
        return {**self.query, **after, **order}


class RestWalk:
    """One walk along a *route*."""

    def __init__(self, api: RestApi, trail: Trail, route: Route) -> None:
        self._api = api
        self._trail = trail
        self._route = route
        self._start = route.start
        self._failures = 0
        self._without_news = 0
        self._met = AddressSet()
        """What this walk has met: the trail tells of those before it as well."""
        self._most = 0
        """Posts in the fullest batch: some sites give fewer than are asked for."""
        self._by_number = False
        """The site does not know the parameter of the clock."""
        self._overlaps = False
        """An answer repeated posts of those before it that begin after the same moment."""

    async def posts(self) -> AsyncIterator[RestPost]:
        """Yield each post that was not met before on this trail."""
        place: Place | None = self._start
        while place:
            try:
                batch = await self._api.posts(**self._route.at(place))
            except FetchError as failure:
                place = self._pass_over(place, failure)
                continue
            self._take(batch)
            for post in batch.posts:
                if self._trail.list(post.canonical_url):
                    yield post
            place = self._next(place, batch)
        if self._overlaps and self._route.clock.field != BY_ID:
            async for post in RestWalk(self._api, self._trail, self._route.by_id).posts():
                yield post
        elif self._trail.lacks_some and not self._start.after:
            await self._count_again()

    async def _count_again(self) -> None:
        """Ask how many there are by now: some may have been withdrawn before they were met."""
        try:
            batch = await self._api.posts(**self._route.at(self._start))
        except FetchError as failure:
            self._trail.fail(failure)
        else:
            self._trail.total = batch.total

    def _take(self, batch: Batch) -> None:
        self._failures = 0
        self._trail.pages += 1
        self._most = max(self._most, len(batch.posts))
        if not self._start.after and self._trail.total is None:
            self._trail.total = batch.total

    def _pass_over(self, place: Place, failure: FetchError) -> Place | None:
        if failure.reason == REFUSED and place.page > 1:
            return self._end("end", place)
        self._trail.fail(failure)
        self._failures += 1
        if self._failures == MAX_FAILURES_IN_A_ROW:
            return self._end("failures", place)
        return place._replace(page=place.page + 1)

    def _next(self, place: Place, batch: Batch) -> Place | None:
        news = sum(self._met.add(post.canonical_url) for post in batch.posts)
        has_news = bool(news)
        self._overlaps |= has_news and place.page > 1 and news < len(batch.posts)
        if self._is_last(place, batch, has_news=has_news):
            return self._end("end", place)
        self._without_news = 0 if has_news else self._without_news + 1
        if self._without_news == MAX_BATCHES_WITHOUT_NEWS:
            return self._end("repeats", place)
        self._by_number = self._by_number or not has_news
        after = _just_before(batch.posts[-1].text(self._route.clock.field))
        if after > place.after and not self._by_number:
            return Place(after)
        return place._replace(page=place.page + 1)

    def _is_last(self, place: Place, batch: Batch, *, has_news: bool) -> bool:
        """Tell whether nothing follows *batch*: by the site's count, or for want of news.

        A batch that is not full proves nothing, nor does a count below what was seen.
        """
        if len(batch.posts) == batch.asked:
            return False
        seen = (place.page - 1) * self._most + len(batch.posts)
        is_short = len(batch.posts) < self._most and not has_news
        return not batch.posts or batch.total == seen or is_short

    def _end(self, reason: str, place: Place) -> Place | None:
        """Note why the walk ends at *place*, and return the place that follows: none."""
        self._trail.stop(reason, self._api.address("posts", **self._route.at(place)))
        return None


def _just_before(moment: str) -> str:
    """Return the second before *moment*: several posts may share one.

    >>> _just_before("2020-09-26T03:53:00")
    '2020-09-26T03:52:59'
    """
    value = parse_iso(moment)
    return (value - timedelta(seconds=1)).isoformat() if value else ""
