"""Whole crawls of the stand-in site, nothing replaced on our side."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.spiders.conftest import Crawl
    from tests.standin import StandIn

    Serve = Callable[..., StandIn]
    RunCrawl = Callable[..., Crawl]

QUICK = ("-s", "RETRY_TIMES=0")


def truth_urls(site: StandIn) -> list[str]:
    """Return the addresses of all that *site* has published, sorted."""
    return sorted(article["url"] for article in site.truth())


@pytest.mark.parametrize("source", ["pages", "category", "archive"])
def test_each_source_alone_delivers_every_article_once(
    serve: Serve, crawl: RunCrawl, source: str
) -> None:
    site = serve(articles=60)
    assert sorted(crawl(site=site.site, source=source).urls) == truth_urls(site)


def test_a_site_that_publishes_during_the_crawl_loses_no_article(
    serve: Serve, crawl: RunCrawl
) -> None:
    site = serve(articles=60)
    before = truth_urls(site)
    site.control("publish", every=7)
    found = crawl(site=site.site).urls
    assert len(truth_urls(site)) > len(before)
    assert set(before) <= set(found)
    assert len(found) == len(set(found))


def test_each_article_is_asked_for_once(serve: Serve, crawl: RunCrawl) -> None:
    site = serve(articles=40)
    found = crawl(site=site.site).urls
    asked = site.requests()
    assert {asked["/" + url.removeprefix(site.site)] for url in found} == {1}


def test_only_the_days_asked_for_are_delivered(serve: Serve, crawl: RunCrawl) -> None:
    site = serve(articles=60)
    days = sorted(article["published_at"][:10] for article in site.truth())
    since, until = days[20], days[40]
    found = crawl(site=site.site, since=since, until=until).articles
    expected = [a for a in site.truth() if since <= a["published_at"][:10] <= until]
    assert sorted(a["url"] for a in found) == sorted(a["url"] for a in expected)


def test_a_short_period_costs_no_walk_through_everything(serve: Serve, crawl: RunCrawl) -> None:
    site = serve(articles=60)
    last = date.fromisoformat(site.truth()[-1]["published_at"][:10])
    found = crawl(site=site.site, since=last - timedelta(days=2), until=last).urls
    assert found
    assert sum(site.requests().values()) < 40


@pytest.mark.parametrize("source", ["category", "rest"])
def test_no_more_articles_than_asked_for_are_delivered(
    serve: Serve, crawl: RunCrawl, source: str
) -> None:
    assert len(crawl(site=serve(articles=40).site, max_items=5, source=source).urls) == 5


def test_articles_named_by_their_addresses_are_all_that_is_read(
    serve: Serve, crawl: RunCrawl
) -> None:
    site = serve(articles=30)
    wanted = truth_urls(site)[3:5]
    assert sorted(crawl(site=site.site, url=",".join(wanted)).urls) == wanted
    assert sum(site.requests().values()) <= 2 * 3 + 1


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"status": 404}, "404"),
        ({"status": 500}, "500"),
        ({"kind": "empty"}, "empty page"),
        ({"kind": "truncate"}, "truncated"),
        ({"kind": "loop"}, "redirect loop"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_article_that_cannot_be_had_is_named_and_the_rest_delivered(
    serve: Serve, crawl: RunCrawl, fault: dict[str, object], reason: str
) -> None:
    site = serve(articles=30)
    lost, *others = truth_urls(site)
    site.control("fault", path="^/" + lost.removeprefix(site.site), **fault)
    done = crawl(*QUICK, site=site.site)
    assert sorted(done.urls) == others
    assert done.failures == [(reason, lost)]


def test_a_listing_that_fails_is_named_and_its_articles_found_elsewhere(
    serve: Serve, crawl: RunCrawl
) -> None:
    site = serve(articles=60)
    site.control("fault", path="^/category/[a-z-]+/page/2/", status=500)
    done = crawl(*QUICK, site=site.site)
    assert sorted(done.urls) == truth_urls(site)
    assert {reason for reason, _ in done.failures} == {"500"}
    assert all("/page/2/" in address for _, address in done.failures)


@pytest.mark.parametrize(
    ("argument", "line"),
    [
        ({"since": "kemarin"}, "since='kemarin': give a day as YYYY-MM-DD\n"),
        ({"edition": "fr"}, "edition='fr': give one of id, en, ar\n"),
        ({"sinse": "2020-01-01"}, "sinse: no such argument; did you mean since?\n"),
    ],
    ids=str,
)
def test_nonsense_ends_with_exit_code_2_and_one_line(
    crawl: RunCrawl, argument: dict[str, str], line: str
) -> None:
    done = crawl(**argument)
    assert (done.exit_code, done.log) == (2, line)
