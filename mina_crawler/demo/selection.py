"""Which articles a query to the REST API asks for, in which order."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from mina_crawler.demo.resources import FIRST_TAG_ID
from mina_crawler.demo.schedule import WIB

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mina_crawler.demo.site import Site

    Test = Callable[[Site, int, str], bool]


def moment(text: str) -> datetime:
    """Return an ISO moment; without an offset it is in the site's zone."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=WIB)


def _in_categories(site: Site, number: int, ids: str) -> bool:
    wanted = set(ids.split(","))
    return any(str(category.id) in wanted for category in site.story(number).categories)


def _has_tags(site: Site, number: int, ids: str) -> bool:
    wanted = set(ids.split(","))
    own = site.story(number).tags
    return any(str(FIRST_TAG_ID + site.tags.index(tag)) in wanted for tag in own)


TESTS: dict[str, Test] = {
    "after": lambda site, number, text: site.schedule.published(number) > moment(text),
    "before": lambda site, number, text: site.schedule.published(number) < moment(text),
    "modified_after": lambda site, number, text: site.modified(number) > moment(text),
    "modified_before": lambda site, number, text: site.modified(number) < moment(text),
    "include": lambda site, number, ids: str(site.story(number).post_id) in ids.split(","),
    "exclude": lambda site, number, ids: str(site.story(number).post_id) not in ids.split(","),
    "slug": lambda site, number, slugs: site.story(number).slug in slugs.split(","),
    "categories": _in_categories,
    "tags": _has_tags,
}
"""Parameter -> whether an article passes it."""
ORDERS: dict[str, Callable[[Site, int], object]] = {
    "date": lambda _site, number: number,
    "id": lambda _site, number: number,
    "modified": lambda site, number: (site.modified(number), number),
}


def select(site: Site, query: Mapping[str, str]) -> list[int]:
    """Return the articles, newest first unless ``order=asc``.

    Raises ``ValueError`` for a date that cannot be read and ``KeyError`` for an unknown order.
    """
    numbers = site.everything()
    for name in TESTS.keys() & query.keys():
        numbers = [number for number in numbers if TESTS[name](site, number, query[name])]
    order = ORDERS[query.get("orderby", "date")]
    descending = query.get("order", "desc") == "desc"
    return sorted(numbers, key=lambda number: order(site, number), reverse=descending)  # type: ignore[arg-type, return-value]
