"""Feeds that show their newest articles only: what may be missing is told, and told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpus import crawls, site
from tests.crawls import addresses
from tests.ledgers import ledger_address

if TYPE_CHECKING:
    from tests.crawls import Crawls
    from tests.standin import StandIn

OF_ANOTHER_TIME = {"MINA_SUSPECT_ARTICLES": 1000}
SHOWN = 10

__all__ = ["crawls", "ledger_address", "site"]


@pytest.fixture
def feed(crawls: Crawls, site: StandIn) -> Crawls:
    site.control("fault", path="paged=", kind="head")
    crawls.source = "feed"
    return crawls


def test_a_first_crawl_tells_that_older_articles_may_be_missing(feed: Crawls) -> None:
    crawled = feed.run()
    assert (crawled.code, len(feed.lines())) == (3, SHOWN)
    [reason] = crawled.receipt["reasons"]
    assert f"newest {SHOWN} articles only" in reason


@pytest.mark.long
def test_scheduled_crawls_that_meet_what_is_known_miss_nothing(feed: Crawls, site: StandIn) -> None:
    feed.run()
    for new in (0, SHOWN - 1, 0):
        site.control("publish", n=new)
        before = len(feed.lines())
        crawled = feed.run(settings=OF_ANOTHER_TIME)
        assert (crawled.code, crawled.receipt["reasons"]) == (0, [])
        assert len(feed.lines()) == before + new


@pytest.mark.long
def test_more_news_than_the_feed_shows_leaves_a_gap_that_another_source_fills(
    feed: Crawls, site: StandIn
) -> None:
    for _ in range(2):
        feed.run()
    site.control("publish", n=SHOWN + 2)
    assert feed.run(settings=OF_ANOTHER_TIME).code == 3
    feed.source = "rest"
    assert feed.run(settings=OF_ANOTHER_TIME).code == 0
    assert addresses(feed.lines()) == addresses(site.truth())


def test_a_crawl_of_the_latest_days_is_whole_where_the_feed_reaches_back_further(
    feed: Crawls, site: StandIn
) -> None:
    today = site.truth()[-1]["published_at"][:10]
    crawled = feed.run(f"since={today}")
    assert (crawled.code, crawled.receipt["walks"][0]["stopped"]) == (0, "before the period")
