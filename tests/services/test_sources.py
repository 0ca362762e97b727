"""Each source alone finds in a large archive what the public can see, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests.crawls import Crawls
from tests.services.wordpress.archive import write_public

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.crawls import Crawled
    from tests.services.wordpress.server import WordPress

SOURCES = ("pages", "category", "archive", "sitemap", "feed", "rest", "auto")
LEAST = 3
"""Requests of a crawl that only asks what is new: robots.txt, and the API by either clock."""


@dataclass(frozen=True)
class Twice:
    """A first crawl, what it delivered, and a second one right after it."""

    first: Crawled
    lines: list[dict[str, Any]]
    second: Crawled
    delivered_again: int


@pytest.fixture(scope="module")
def twice(archive: WordPress, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Twice]:
    """Return a function that crawls over a source twice; what it returned once, it keeps."""
    kept: dict[str, Twice] = {}

    def crawl(source: str) -> Twice:
        if source not in kept:
            crawls = Crawls(archive.url, tmp_path_factory.mktemp(source), source=source)
            first, lines = crawls.run(), crawls.lines()
            second = crawls.run()
            kept[source] = Twice(first, lines, second, len(crawls.lines()) - len(lines))
        return kept[source]

    return crawl


@pytest.mark.parametrize("source", SOURCES)
def test_each_source_alone_delivers_every_public_post_once_and_nothing_else(
    twice: Callable[[str], Twice], source: str
) -> None:
    crawled = twice(source)
    delivered = sorted(line["title"] for line in crawled.lines)
    assert delivered == sorted(post.title for post in write_public())
    assert len({line["url"] for line in crawled.lines}) == len(delivered)
    assert (crawled.first.code, crawled.first.receipt["reasons"]) == (0, [])


@pytest.mark.parametrize("source", SOURCES)
def test_a_second_crawl_costs_a_hundredth_and_delivers_nothing(
    twice: Callable[[str], Twice], source: str
) -> None:
    crawled = twice(source)
    assert (crawled.second.code, crawled.delivered_again) == (0, 0)
    allowed = max(crawled.first.receipt["requests"] / 100, LEAST)
    assert crawled.second.receipt["requests"] <= allowed


def test_the_api_costs_a_twentieth_of_the_pages(twice: Callable[[str], Twice]) -> None:
    pages, rest = (twice(source).first.receipt["requests"] for source in ("pages", "rest"))
    assert rest <= pages / 20
