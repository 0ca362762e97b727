"""The ways of finding articles, by the name that the argument ``source`` gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.discovery.addresses import find_in_arguments
from mina_crawler.discovery.archives import find_in_archives
from mina_crawler.discovery.categories import find_in_categories
from mina_crawler.discovery.pages import find_in_pages

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from mina_crawler.discovery.site import Found, Site

SOURCES: dict[str, Callable[[Site], AsyncIterator[Found]]] = {
    "pages": find_in_pages,
    "category": find_in_categories,
    "archive": find_in_archives,
    "url": find_in_arguments,
}
