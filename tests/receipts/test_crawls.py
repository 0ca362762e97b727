"""Whole crawls of a site that answers, but not as it should."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.crawls import Crawls, addresses
from tests.made_receipts import validate_receipt
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.standin import StandIn

__all__ = ["serve"]

FAST = {"RETRY_TIMES": 0, "MINA_BUSY_RETRIES": 0}


@pytest.fixture
def site(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=30)


@pytest.fixture
def crawls(site: StandIn, tmp_path: Path) -> Crawls:
    return Crawls(site.site, tmp_path / "data", source="category")


@pytest.mark.parametrize("kind", ["challenge", "blocked"])
def test_a_challenge_is_suspect_and_its_addresses_are_named(
    crawls: Crawls, site: StandIn, kind: str
) -> None:
    article = addresses(site.truth())[0]
    listing = f"{site.site}category/palestina/"
    for url in (article, listing):
        site.control("fault", path=f"^/{url.removeprefix(site.site)}$", kind=kind)
    crawled = crawls.run(settings=FAST)
    assert crawled.code == 4, crawled.log[-3000:]
    validate_receipt(crawled.receipt)
    assert crawled.receipt["failed"] == {"challenge": 2}
    assert {failure["url"] for failure in crawled.receipt["failures"]} == {article, listing}
    assert article in crawled.log.partition("SUSPECT")[2]
    site.control("fault", "DELETE")
    assert crawls.run().code == 0
    assert addresses(crawls.lines()) == addresses(site.truth())


def test_a_walk_is_accounted_for(crawls: Crawls, site: StandIn) -> None:
    crawls.source = "rest"
    receipt = crawls.run().receipt
    validate_receipt(receipt)
    [walk] = receipt["walks"]
    total = len(site.truth())
    assert (walk["listed"], walk["delivered"], walk["claimed_articles"]) == (total, total, total)
    assert (walk["stopped"], walk["complete"]) == ("end", True)
    assert (walk["fetched"], walk["skipped"]) == (total, {})
    assert receipt["requests_per_article"] < 1
    assert receipt["articles"]["coverage"]["categories"] == 1.0


def test_of_each_walk_it_is_told_what_became_of_all_that_it_listed(
    crawls: Crawls, site: StandIn
) -> None:
    article = addresses(site.truth())[0]
    site.control("fault", path=f"^/{article.removeprefix(site.site)}$", status=500)
    total = len(site.truth())
    for fates in ({"fetched": total - 1, "delivered": total - 1}, {"already delivered": total - 1}):
        crawled = crawls.run(settings=FAST)
        validate_receipt(crawled.receipt)
        told = Counter[str]()
        for walk in crawled.receipt["walks"]:
            left_out = sum(walk["skipped"].values())
            assert walk["listed"] == walk["delivered"] + walk["failed"] + left_out
            told.update({**walk["skipped"], **{key: walk[key] for key in ("fetched", "delivered")}})
        assert all(told[name] >= count for name, count in fates.items())
        assert f"{told['fetched']} fetched, {told['delivered']} delivered" in crawled.log
