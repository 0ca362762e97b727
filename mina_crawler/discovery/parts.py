"""Fetches the further pages of a story that the site cut into several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.discovery.failures import FetchError
from mina_crawler.pages.article import ArticlePage
from mina_crawler.parsing.urls import partition_page_number

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scrapy.http import TextResponse

MAX_PARTS = 100


async def fetch_parts(
    fetch: Callable[[str], Awaitable[TextResponse]], first: ArticlePage
) -> list[ArticlePage]:
    """Return all pages of the article that starts with *first*, in order.

    Raises FetchError where one of them cannot be had: a story is never cut short in silence.
    """
    parts = {1: first}
    waiting = _by_number(first)
    while waiting and len(parts) < MAX_PARTS:
        number = min(waiting)
        url = waiting.pop(number)
        response = await fetch(url)
        if partition_page_number(response.url)[1] != number:
            raise FetchError(url, "turned back")
        parts[number] = page = ArticlePage(response)
        if not page.is_article:
            raise FetchError(url, page.why_not or "no article")
        waiting |= {n: u for n, u in _by_number(page).items() if n not in parts}
    return [parts[number] for number in sorted(parts)]


def _by_number(page: ArticlePage) -> dict[int, str]:
    return {partition_page_number(url)[1]: url for url in page.next_page_urls}
