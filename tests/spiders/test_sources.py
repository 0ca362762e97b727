"""Each way of finding articles, alone, on the stand-in site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mina_crawler.arguments import SOURCES
from mina_crawler.discovery.sources import SOURCES as FINDERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.spiders.conftest import Crawl
    from tests.standin import StandIn

    Serve = Callable[..., StandIn]
    RunCrawl = Callable[..., Crawl]

CHEAP = ("sitemap", "feed", "rest", "auto")
QUICK = ("-s", "RETRY_TIMES=0")
PAGES_ONLY = {"modified_at", "editors", "related"}
"""What the theme prints around the story, or leaves out: the API tells otherwise."""


def truth_urls(site: StandIn) -> list[str]:
    return sorted(article["url"] for article in site.truth())


def asked(site: StandIn) -> int:
    """Return how many requests *site* had since this was last asked."""
    count = sum(site.requests().values())
    site.control("requests", "DELETE")
    return count


def test_each_argument_has_a_source() -> None:
    assert sorted(SOURCES) == sorted(FINDERS)


@pytest.mark.long
@pytest.mark.parametrize("source", ["pages", "category", *CHEAP])
def test_each_source_alone_delivers_all_once_then_at_next_to_no_cost_what_is_new(
    serve: Serve, crawl: RunCrawl, source: str
) -> None:
    site = serve(articles=60)
    first = crawl(site=site.site, source=source)
    assert sorted(first.urls) == truth_urls(site)
    assert first.exit_code == 0
    asked(site)
    assert crawl(site=site.site, source=source).articles == first.articles
    assert asked(site) <= (45 if source in {"pages", "category"} else 8)
    for _ in range(3):
        site.control("publish")
    assert sorted(crawl(site=site.site, source=source).urls) == truth_urls(site)


@pytest.mark.parametrize("source", ["rest", "sitemap"])
def test_a_source_that_tells_of_edits_delivers_them(
    serve: Serve, crawl: RunCrawl, source: str
) -> None:
    site = serve(articles=30)
    crawl(site=site.site, source=source)
    site.control("edit", article=12)
    lines = crawl(site=site.site, source=source).articles
    assert [line["revision"] for line in lines[30:]] == [2]


def test_the_api_tells_what_the_pages_tell(serve: Serve, crawl: RunCrawl) -> None:
    site = serve(articles=60)
    lines = {line["url"]: line for line in crawl(site=site.site, source="rest").articles}
    wrong = [
        (article["url"], key, lines[article["url"]][key], value)
        for article in site.truth()
        for key, value in article.items()
        if key not in PAGES_ONLY and lines[article["url"]][key] != value
    ]
    assert wrong == []


def test_the_api_costs_a_twentieth_of_the_pages(serve: Serve, crawl: RunCrawl) -> None:
    site = serve(articles=200)
    crawl(site=site.site, source="pages")
    pages = asked(site)
    crawl("-s", "MINA_LEDGER=", site=site.site, source="rest")
    assert asked(site) <= pages / 20


def test_the_api_answers_in_disguise_where_its_address_is_blocked(
    serve: Serve, crawl: RunCrawl
) -> None:
    site = serve(articles=30)
    site.control("fault", path="^/wp-json", status=403)
    done = crawl(*QUICK, site=site.site, source="rest")
    assert sorted(done.urls) == truth_urls(site)


@pytest.mark.parametrize(
    ("blocked", "taken"),
    [("^$", "rest"), ("wp-json|rest_route", "sitemap"), ("wp-json|rest_route|sitemap", "pages")],
    ids=["all", "no API", "neither API nor sitemap"],
)
def test_the_cheapest_source_that_is_offered_is_taken(
    serve: Serve, crawl: RunCrawl, blocked: str, taken: str
) -> None:
    site = serve(articles=30)
    site.control("fault", path=blocked, status=404)
    done = crawl(*QUICK, site=site.site, source="auto")
    assert f"INFO: source {taken}: " in done.log
    assert sorted(done.urls) == truth_urls(site)


@pytest.mark.parametrize("source", ["sitemap", "feed"])
def test_broken_xml_is_named_and_makes_the_crawl_partial(
    serve: Serve, crawl: RunCrawl, source: str
) -> None:
    site = serve(articles=30)
    site.control("fault", path="sitemap|feed", kind="garbage")
    done = crawl(*QUICK, site=site.site, source=source)
    assert {reason for reason, _ in done.failures} & {"broken XML", "404"}
    assert done.exit_code == 3


def test_what_a_failing_api_left_out_is_delivered_by_the_next_crawl(
    serve: Serve, crawl: RunCrawl
) -> None:
    site = serve(articles=60)
    site.control("fault", path="rest_route|posts.*orderby", status=500)
    assert crawl(*QUICK, site=site.site, source="rest").exit_code == 3
    site.control("fault", "DELETE")
    done = crawl(site=site.site, source="rest")
    assert (done.exit_code, sorted(done.urls)) == (0, truth_urls(site))


@pytest.mark.parametrize("source", ["rest", "feed"])
def test_only_the_days_asked_for_are_delivered(serve: Serve, crawl: RunCrawl, source: str) -> None:
    site = serve(articles=60)
    days = sorted(article["published_at"][:10] for article in site.truth())
    since, until = days[20], days[40]
    found = crawl(site=site.site, source=source, since=since, until=until).urls
    expected = [a["url"] for a in site.truth() if since <= a["published_at"][:10] <= until]
    assert sorted(found) == sorted(expected)


def test_a_feed_that_was_read_for_some_days_only_is_read_whole_afterwards(
    serve: Serve, crawl: RunCrawl
) -> None:
    site = serve(articles=30)
    last = max(article["published_at"][:10] for article in site.truth())
    assert 0 < len(crawl(site=site.site, source="feed", since=last).urls) < 30
    assert sorted(crawl(site=site.site, source="feed").urls) == truth_urls(site)


@pytest.mark.parametrize("source", ["rest", "feed", "category"])
def test_only_the_categories_asked_for_are_delivered(
    serve: Serve, crawl: RunCrawl, source: str
) -> None:
    site = serve(articles=60)
    found = crawl(site=site.site, source=source, categories="palestina").urls
    expected = [a["url"] for a in site.truth() if "Palestina" in a["categories"]]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("source", ["category", "feed", "rest"])
def test_a_category_that_the_site_does_not_have_is_named(
    serve: Serve, crawl: RunCrawl, source: str
) -> None:
    site = serve(articles=40)
    done = crawl(site=site.site, source=source, categories="palestina,tidak-ada")
    assert done.exit_code == 3
    assert done.articles
    [(reason, address)] = done.failures
    assert reason == "404"
    assert address.startswith(f"{site.site}category/tidak-ada/")
