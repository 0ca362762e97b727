from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from bench import crawls
from bench.site.serving import serve
from tests.crawls import Crawls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = 120
TOLD_BY_BOTH = ("title", "published_at", "text", "reporters", "categories", "tags")


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serve(ARTICLES) as address:
        yield address


def test_pages_and_posts_of_the_site_are_read_alike_and_whole(site: str, tmp_path: Path) -> None:
    by_source = {}
    for source in ("sitemap", "rest"):
        crawl = Crawls(site, tmp_path / source, source=source)
        assert crawl.run().code == 0
        by_source[source] = {
            line["url"]: [line[key] for key in TOLD_BY_BOTH] for line in crawl.lines()
        }
    assert len(by_source["sitemap"]) == ARTICLES
    assert by_source["sitemap"] == by_source["rest"]


def test_a_bare_spider_downloads_as_many_pages(site: str) -> None:
    assert crawls.bare(site).articles == ARTICLES


def test_the_site_has_no_article_beyond_its_last(site: str) -> None:
    with pytest.raises(HTTPError, match="404"):
        urlopen(f"{site}judul-{ARTICLES}/")
