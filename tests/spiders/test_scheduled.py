"""What a crawl costs that comes back to a site it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpus import ask_ledger, crawls, site
from tests.crawls import addresses
from tests.ledgers import ledger_address

if TYPE_CHECKING:
    from tests.crawls import Crawls
    from tests.standin import StandIn

OF_ANOTHER_TIME = {"MINA_SUSPECT_ARTICLES": 1000}
"""What the stand-in publishes lacks the marks of the years before: here that proves nothing."""

__all__ = ["crawls", "ledger_address", "site"]

pytestmark = pytest.mark.long


def asked(site: StandIn) -> list[str]:
    """Return which paths were asked for since this was last asked."""
    paths = [path for path, _status in site.control("requests", "GET")["log"]]
    site.control("requests", "DELETE")
    return paths


def count_categories(site: StandIn) -> int:
    return len({name for article in site.truth() for name in article["categories"]})


@pytest.mark.parametrize("source", ["feed", "rest", "pages"])
def test_a_scheduled_crawl_asks_for_little_but_what_is_new(
    crawls: Crawls, site: StandIn, source: str
) -> None:
    crawls.source = source
    assert crawls.run().code == 0
    spare = count_categories(site) + 3 if source == "pages" else 5
    for new in (0, 1, 5, 20):
        asked(site)
        site.control("publish", n=new)
        before = len(crawls.lines())
        assert crawls.run(settings=OF_ANOTHER_TIME).code == 0
        found = crawls.lines()[before:]
        assert len(found) == new
        pages = sum(line["pages"] for line in found)
        assert len(asked(site)) <= pages + spare
    assert addresses(crawls.lines()) == addresses(site.truth())


@pytest.mark.parametrize("source", ["rest", "auto"])
def test_a_crawl_over_the_api_asks_for_robots_and_by_each_clock_for_what_is_new(
    crawls: Crawls, site: StandIn, source: str
) -> None:
    crawls.source = source
    crawls.run()
    asked(site)
    assert crawls.run().code == 0
    assert len(asked(site)) == 3


def test_archives_are_searched_again_after_a_day_and_years_before_the_first_never(
    crawls: Crawls, site: StandIn
) -> None:
    crawls.source = "pages"
    crawls.run()
    asked(site)
    crawls.run()
    assert not [path for path in asked(site) if path.startswith("/20")]
    for _ in range(2):
        ask_ledger(crawls, "UPDATE walks SET started_at = started_at - 90000")
        crawls.run()
        this_year = site.truth()[-1]["published_at"][:4]
        archives = [path for path in asked(site) if path.startswith("/20")]
        assert archives
        assert all(path.startswith(f"/{this_year}/") for path in archives)
