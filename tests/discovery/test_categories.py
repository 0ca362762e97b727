"""Which categories are walked, and how far."""

from __future__ import annotations

import pytest
from scrapy.http import HtmlResponse, Response, TextResponse

from tests.discovery.sites import ROOT, listing, search

SECOND = '<a class="page-numbers" href="/page/2/">2</a>'


def test_the_front_page_of_a_site_without_categories_is_walked_to_its_end() -> None:
    site = {"": listing("satu", "dua", head=SECOND), "page/2/": listing("tiga")}
    found = search("category", site)
    assert found.paths == ["satu/", "dua/", "tiga/"]
    assert found.is_complete


def test_a_front_page_that_lives_under_another_name_is_walked() -> None:
    site = {"": HtmlResponse("http://www.127.0.0.1/", body=listing("satu").encode())}
    assert search("category", site).trails[0].stopped == "end"


def test_categories_that_have_but_numbers_are_each_walked() -> None:
    menu = "".join(f'<li class="cat-item"><a href="/?cat={n}">Rubrik</a></li>' for n in (3, 4))
    site = {
        "": listing("satu", head=f"<ul>{menu}</ul>"),
        "?cat=3": listing("satu", "dua"),
        "?cat=4": listing("satu", "tiga"),
    }
    assert search("category", site).paths.count("tiga/") == 1
    assert search("category", site).paths.count("dua/") == 1


@pytest.mark.parametrize(
    ("given", "stopped"),
    [
        ({"source": "category"}, "overlap"),
        ({"source": "pages", "categories": "opini"}, "overlap"),
        ({"source": "pages"}, "end"),  # what it hides is searched for in the archives
    ],
    ids=str,
)
def test_a_category_that_may_hide_articles_is_not_walked_whole(
    given: dict[str, str], stopped: str
) -> None:
    site = {
        "": listing(head='<a href="/category/opini/">Opini</a>'),
        "category/opini/": listing(
            "satu", "dua", head='<a class="page-numbers" href="/category/opini/page/2/">2</a>'
        ),
        "category/opini/page/2/": listing("dua", "empat"),  # and three, of the same second, on none
    }
    found = search(answers=site, **given)
    [trail] = [trail for trail in found.trails if trail.source == "category"]
    assert trail.stopped == stopped


@pytest.mark.parametrize("source", ["category", "feed"])
def test_a_category_asked_for_that_ends_at_the_front_page_is_no_missing_one(source: str) -> None:
    front = HtmlResponse(ROOT, body=listing("satu", "dua").encode())
    items = "".join(f"<item><link>{ROOT}{slug}/</link></item>" for slug in ("satu", "dua"))
    feed = TextResponse(ROOT, body=f"<rss><channel>{items}</channel></rss>".encode())
    site: dict[str, str | Response] = {
        "": listing(),
        "category/opini/": listing("satu", "dua"),
        "category/opini/page/2/": front,
        "category/opini/feed/": feed,
        "category/opini/feed/?paged=2": front,
    }
    found = search(source, site, categories="opini")
    assert (found.paths, found.failures) == (["satu/", "dua/"], {})


@pytest.mark.parametrize("source", ["category", "pages"])
def test_a_site_whose_listings_show_no_article_is_named(source: str) -> None:
    assert search(source, {"": "<html><body><div id=app></div></body></html>"}).failures == {
        ROOT: "empty"
    }


@pytest.mark.parametrize("source", ["category", "pages"])
def test_a_site_that_forbids_its_front_page_is_named_for_that(source: str) -> None:
    found = search(source, lambda path: TextResponse(f"{ROOT}{path}", status=403))
    assert found.failures[ROOT] == "403"
