"""Asks WordPress's REST API, by whichever of its two addresses answers."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from scrapy.http import TextResponse

from mina_crawler.discovery.failures import FetchError
from mina_crawler.pages.charsets import text_of
from mina_crawler.pages.rest import EMBEDDED, FIELDS, RestPost
from mina_crawler.parsing.json_answers import parse_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mina_crawler.discovery.fetching import Fetcher

ROUTES = ("wp-json/wp/v2/{route}?", "?rest_route=/wp/v2/{route}&")
"""The pretty address; and the one that works where pretty ones do not, or are blocked."""

_TOTAL = re.compile(r"[0-9]{1,9}")

PER_PAGE = 100
"""The most that WordPress gives at once."""

SIZES = (PER_PAGE, 50, 20, 10)
"""What is asked for, one after the other, where a site refuses more."""

REFUSED = "400"
"""What WordPress answers to a size, or to the number of a page, that is too high."""

MOST_ENTRIES = 1000
"""Of an answer that is read, for sites that give more."""


class Answer(NamedTuple):
    """One page of a collection."""

    entries: list[dict[str, Any]]
    total: int | None
    """How many entries the whole query has, where the site tells."""


class Batch(NamedTuple):
    """One page of posts."""

    posts: list[RestPost]
    total: int | None
    asked: int = PER_PAGE
    """So many posts were asked for; a site may give fewer, however many there are."""


class RestApi:
    """The API of the site at *root*, by one of its *routes*."""

    def __init__(self, fetch: Fetcher, root: str, route: str = ROUTES[0]) -> None:
        self._fetch = fetch
        self._root = root
        self._route = route
        self._sizes = list(SIZES)
        """Those that were not refused so far."""
        self._ahead: dict[str, Batch] = {}
        """What was asked for before its walk began."""

    async def open(self, **query: object) -> bool:
        """Ask ahead for the posts that a walk is to begin with; tell whether there may be any.

        Raises FetchError. Where only these cannot be had, and others can, the walk may pass over
        them.
        """
        try:
            batch = await self.posts(**query)
        except FetchError:
            await self._ask("posts", per_page=1, _fields="id")
            return True
        self._ahead[self.address("posts", **query)] = batch
        return bool(batch.posts)

    async def posts(self, **query: object) -> Batch:
        """Return at most 100 of the posts that match *query*; raises FetchError."""
        ahead = self._ahead.pop(self.address("posts", **query), None)
        if ahead:
            return ahead
        while True:
            try:
                return await self._batch(self._sizes[0], query)
            except FetchError as failure:
                is_first = query.get("page", 1) == 1
                if failure.reason != REFUSED or not is_first or len(self._sizes) == 1:
                    raise
                del self._sizes[0]

    async def _batch(self, size: int, query: Mapping[str, object]) -> Batch:
        shown = {"per_page": size, "_embed": ",".join(EMBEDDED), "_fields": ",".join(FIELDS)}
        answer = await self._ask("posts", **query, **shown)
        now = datetime.now(UTC)
        posts = [RestPost(post, fetched_at=now) for post in answer.entries]
        return Batch(posts, answer.total, size)

    async def category_ids(self, slugs: Iterable[str]) -> dict[str, int]:
        """Return the ids of the categories that have one of *slugs*; raises FetchError."""
        wanted = set(slugs)
        named = ",".join(sorted(wanted))
        answer = await self._ask("categories", slug=named, per_page=PER_PAGE, _fields="id,slug")
        found = (entry for entry in answer.entries if entry.get("slug") in wanted)
        return {entry["slug"]: entry["id"] for entry in found if "id" in entry}

    def address(self, route: str, **query: object) -> str:
        """Return the address of a *query*."""
        return self._root + self._route.format(route=route) + urlencode(query, safe=",:")

    async def _ask(self, route: str, **query: object) -> Answer:
        url = self.address(route, **query)
        response = await self._fetch.file(url)
        entries = parse_entries(response)
        if entries is None:
            raise FetchError(url, "no JSON")
        total = (response.headers.get("X-WP-Total") or b"").decode("latin-1")
        return Answer(entries, int(total) if _TOTAL.fullmatch(total) else None)


def parse_entries(response: object) -> list[dict[str, Any]] | None:
    """Return the entries of a collection, ``None`` where *response* is none."""
    if not isinstance(response, TextResponse):
        return None
    try:
        data = response.json()
    except (ValueError, RecursionError):
        data = parse_json(text_of(response))
    if not isinstance(data, list) or len(data) > MOST_ENTRIES:
        return None
    return data if all(isinstance(entry, dict) for entry in data) else None
