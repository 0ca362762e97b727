"""Listings, feeds and sitemaps made to be walked for ever: each walk ends, and says why."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.crawls import Crawls, addresses
from tests.hostile.site import BOMB, Answer, Site, article, packed, running

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PATIENT = 60
"""Requests; what has no end asks for thousands."""
ARTICLE = re.compile(r"/warga-tanam-pohon(-\d+)?/")
PAGE = re.compile(r"/(?:category/kabar/(?:page/(\d+)/)?)?")  # or the front page
OUTSIDE = (
    "file:///etc/passwd",
    "http://169.254.169.254/latest-kabar/",
    "//example.org/kabar-kota/",
)


def listing(number: int, *, is_news: bool, next_number: int) -> str:
    """Return a page of a category: always the same article, or always another one."""
    name = f"warga-tanam-pohon-{number}" if is_news else "warga-tanam-pohon"
    links = "".join(f'<h2><a href="{link}">Judul</a></h2>' for link in (f"/{name}/", *OUTSIDE))
    following = f'<a rel="next" href="/category/kabar/page/{next_number}/">Berikutnya</a>'
    return f'<html><body class="archive">{links}{following}</body></html>'


def urlset(root: str, kind: str = "urlset", path: str = "warga-tanam-pohon/") -> bytes:
    entry = "url" if kind == "urlset" else "sitemap"
    return f"<{kind}><{entry}><loc>{root}{path}</loc></{entry}></{kind}>".encode()


def pages_of_a_circle(_root: str, path: str) -> Answer | None:
    found = PAGE.fullmatch(path)
    page = listing(int(found[1] or 1), is_news=False, next_number=1) if found else ""
    return Answer(page.encode()) if found else None


def pages_without_end(_root: str, path: str) -> Answer | None:
    found = PAGE.fullmatch(path)
    number = int(found[1] or 1) if found else 0
    page = listing(number, is_news=False, next_number=number + 1)
    return Answer(page.encode()) if found else None


def news_without_end(_root: str, path: str) -> Answer | None:
    found = PAGE.fullmatch(path)
    number = int(found[1] or 1) if found else 0
    page = listing(number, is_news=True, next_number=number + 1)
    return Answer(page.encode()) if found else None


def sitemap_of_itself(root: str, path: str) -> Answer | None:
    if path == "/robots.txt":
        return Answer(f"Sitemap: {root}wp-sitemap.xml".encode(), kind="text/plain")
    index = urlset(root, "sitemapindex", "wp-sitemap.xml").replace(
        b"</sitemapindex>",
        f"<sitemap><loc>{root}post-sitemap.xml</loc></sitemap></sitemapindex>".encode(),
    )
    files = {"/wp-sitemap.xml": index, "/post-sitemap.xml": urlset(root)}
    return Answer(files[path], kind="text/xml") if path in files else None


def sitemap_bomb(root: str, path: str) -> Answer | None:
    if path == "/robots.txt":
        return Answer(f"Sitemap: {root}post-sitemap.xml.gz".encode(), kind="text/plain")
    bomb = gzip.compress(b"<urlset>" + BOMB + urlset(root)[8:])
    return Answer(bomb, kind="application/gzip") if path.endswith(".gz") else None


def feed_bomb(_root: str, path: str) -> Answer | None:
    return packed(BOMB, "gzip") if path.startswith("/feed/") else None


def feed_of_garbage(_root: str, path: str) -> Answer | None:
    garbage = Answer(b"x" * 100, (("Content-Encoding", "br"),), kind="text/xml")
    return garbage if path.startswith("/feed/") else None


class Walk(NamedTuple):
    """How a crawl over a site without end ends."""

    source: str
    settings: Mapping[str, object]
    articles: int
    reasons: set[str]
    told: str
    """What the receipt says of it."""


FAST = {"RETRY_TIMES": 0, "MINA_DUPLICATES": "mark"}
LIMIT = {"MINA_MAX_LISTING_PAGES": 10}
WALKS = {
    pages_of_a_circle: Walk("category", {}, 1, set(), "stopped (repeats)"),
    pages_without_end: Walk("category", {}, 1, set(), "stopped (repeats)"),
    news_without_end: Walk("category", LIMIT, 10, set(), "stopped (page limit)"),
    sitemap_of_itself: Walk("sitemap", {}, 1, set(), ""),
    sitemap_bomb: Walk("sitemap", {}, 0, {"broken XML"}, "broken XML"),
    feed_bomb: Walk("feed", {}, 0, {"too large"}, "too large"),
    feed_of_garbage: Walk("feed", {}, 0, {"broken compression"}, "broken compression"),
}


@pytest.mark.parametrize("other", WALKS, ids=lambda other: other.__name__)
def test_a_walk_without_end_ends_and_tells_why(other: object, tmp_path: Path) -> None:
    walk = WALKS[other]  # type: ignore[index] # one of its keys

    def answer(root: str, path: str) -> Answer | None:
        found = other(root, path)  # type: ignore[operator] # likewise
        return found or (Answer(article().encode()) if ARTICLE.fullmatch(path) else None)

    with running(Site({}, answer)) as site:
        crawls = Crawls(site.root, tmp_path / "data", source=walk.source)
        named = ("categories=kabar",) if walk.source == "category" else ()
        done = crawls.run(*named, settings={**FAST, **walk.settings})
    assert len(addresses(crawls.lines())) == walk.articles
    assert {failure["reason"] for failure in done.receipt["failures"]} == walk.reasons
    assert done.code == (3 if walk.told else 0)
    assert walk.told in " ".join(done.receipt["reasons"])
    assert len(site.asked) < PATIENT
    assert "Traceback" not in done.log
