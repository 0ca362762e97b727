"""Which sitemaps are read, and what is told of those that cannot be."""

from __future__ import annotations

import pytest
from scrapy.http import Response, TextResponse

from tests.discovery.sites import ROOT, Search, search

USUAL = "wp-sitemap.xml"
NAMED = "sitemap_index.xml"
NEWS = "news-sitemap.xml"
PAGE = TextResponse(ROOT, body=b"<html><body>MINA</body></html>")
FORBIDDEN = TextResponse(ROOT, status=403)


def urlset(*slugs: str) -> Response:
    entries = "".join(f"<url><loc>{ROOT}{slug}/</loc></url>" for slug in slugs)
    return Response(f"{ROOT}s.xml", body=f"<urlset>{entries}</urlset>".encode())


def find(*named: str, **files: Response) -> Search:
    """Look on a site whose robots.txt names sitemaps, and has some."""
    robots = "".join(f"Sitemap: {ROOT}{name}\n" for name in named)
    return search("sitemap", {"robots.txt": robots, **files})


@pytest.mark.parametrize("stale", [{}, {NAMED: PAGE}], ids=["gone", "a page"])
def test_where_the_one_that_robots_txt_names_is_none_the_usual_one_is_read(
    stale: dict[str, Response],
) -> None:
    found = find(NAMED, **stale, **{USUAL: urlset("satu")})
    assert (found.paths, found.is_complete) == (["satu/"], True)


def test_the_latest_news_are_not_taken_for_all_there_is() -> None:
    found = find(NEWS, **{NEWS: urlset("dua"), USUAL: urlset("satu", "dua")})
    assert (sorted(found.paths), found.is_complete) == (["dua/", "satu/"], True)


def test_where_there_are_the_latest_news_alone_the_rest_is_missing() -> None:
    found = find(NEWS, **{NEWS: urlset("dua")})
    assert (found.paths, found.failures) == (["dua/"], {f"{ROOT}{USUAL}": "404"})


def test_one_that_cannot_be_had_is_named_and_the_others_are_read() -> None:
    found = find(NAMED, USUAL, **{NAMED: FORBIDDEN, USUAL: urlset("satu")})
    assert (found.paths, found.failures) == (["satu/"], {f"{ROOT}{NAMED}": "403"})


def test_a_usual_place_that_is_forbidden_hides_no_other() -> None:
    found = find(**{USUAL: FORBIDDEN, NAMED: urlset("satu")})
    assert (found.paths, found.is_complete) == (["satu/"], True)


def test_where_all_places_are_forbidden_they_are_named() -> None:
    found = find(**{USUAL: FORBIDDEN})
    assert (found.paths, found.failures) == ([], {f"{ROOT}{USUAL}": "403"})


def test_a_page_in_a_usual_place_is_named_for_what_it_is() -> None:
    assert find(**{USUAL: PAGE}).failures == {f"{ROOT}{USUAL}": "broken XML"}


def test_one_that_lists_nothing_is_no_whole_one() -> None:
    found = find(USUAL, **{USUAL: urlset()})
    assert (found.failures, found.is_complete) == ({f"{ROOT}{USUAL}": "empty"}, False)


def test_a_site_without_any_is_named() -> None:
    assert find().failures == {f"{ROOT}{USUAL}": "404"}


def test_each_file_is_read_twice_and_what_names_them_once() -> None:
    index = f"<sitemapindex><sitemap><loc>{ROOT}post-1.xml</loc></sitemap></sitemapindex>"
    files = {NAMED: Response(ROOT, body=index.encode()), "post-1.xml": urlset("satu")}
    assert find(NAMED, **files).asked == ["robots.txt", *(NAMED, "post-1.xml") * 2]
