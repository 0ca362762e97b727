"""What goes wrong on the site shows in verdict, exit code and receipt, and is made up for later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.crawls import Crawls, addresses
from tests.made_receipts import validate_receipt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.crawls import Crawled
    from tests.standin import StandIn

IMPATIENT = {"RETRY_TIMES": 1, "MINA_BUSY_RETRIES": 1, "DOWNLOAD_TIMEOUT": 1}
LISTING = "category/internasional/page/2/"
ARTICLE = "{article}/"
DAY = "{day}/"


@dataclass(frozen=True)
class Case:
    """Where a fault strikes a crawl over a source, and the reason that the receipt is to give."""

    source: str
    path: str
    """How the address that fails begins; ``{article}`` and ``{day}`` are those of one article."""
    fault: dict[str, object]
    reason: str


CASES = {
    "listing that answers 500 for ever": Case("category", LISTING, {"status": 500}, "500"),
    "listing that is busy for ever": Case(
        "category", LISTING, {"status": 429, "retry_after": 1}, "429"
    ),
    "listing cut off": Case("category", LISTING, {"kind": "truncate"}, "truncated"),
    "listing in a redirect loop": Case("category", LISTING, {"kind": "loop"}, "redirect loop"),
    "listing without end": Case("category", LISTING, {"kind": "endless"}, "too many elements"),
    "listing behind a challenge": Case("category", LISTING, {"kind": "blocked"}, "challenge"),
    "day archive that times out": Case("archive", DAY, {"kind": "hang"}, "timeout"),
    "article that answers 500 for ever": Case("category", ARTICLE, {"status": 500}, "500"),
    "article cut off": Case("sitemap", ARTICLE, {"kind": "truncate"}, "truncated"),
    "article in a redirect loop": Case("feed", ARTICLE, {"kind": "loop"}, "redirect loop"),
    "sitemap with broken XML": Case(
        "sitemap", "wp-sitemap-posts-post-1.xml", {"kind": "garbage"}, "broken XML"
    ),
    "feed with broken XML": Case("feed", "feed/?paged=3", {"kind": "garbage"}, "broken XML"),
    "API without JSON": Case("rest", "wp-json/wp/v2/posts?orderby", {"kind": "empty"}, "no JSON"),
}
FURTHER_PAGE = re.compile(r"^(/[^/]*[a-z][^/]*/)\d+/$")  # of an article
VERDICTS = {"challenge": ("suspect", 4)}
"""Reason -> verdict and exit code, where they are not those of a partial crawl."""


@pytest.fixture
def site(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=40)


@pytest.fixture
def crawls(site: StandIn, tmp_path: Path) -> Crawls:
    return Crawls(site.site, tmp_path / "data")


def named(crawled: Crawled) -> dict[str, str]:
    """Return the addresses that the receipt names, each with its reason."""
    validate_receipt(crawled.receipt)
    return {failure["url"]: failure["reason"] for failure in crawled.receipt["failures"]}


def judged(crawled: Crawled) -> tuple[str, int]:
    return crawled.receipt["verdict"], crawled.code


def check_recovery(crawls: Crawls, site: StandIn, *arguments: str) -> None:
    """Heal *site* and crawl once more: nothing is missing any longer."""
    site.control("fault", "DELETE")
    again = crawls.run(*arguments)
    assert (judged(again), named(again)) == (("complete", 0), {})
    assert addresses(crawls.lines()) == addresses(site.truth())


@pytest.mark.long
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fault_is_judged_and_named_and_one_crawl_after_it_nothing_is_missing(
    crawls: Crawls, site: StandIn, case: Case
) -> None:
    first = site.truth()[0]
    day = first["published_at"][:10]
    path = case.path.format(article=first["url"].split("/")[3], day=day.replace("-", "/"))
    arguments = (f"since={day}",) if case.path == DAY else ()
    crawls.source = case.source
    site.control("fault", path=f"^/{re.escape(path)}", **case.fault)
    crawled = crawls.run(*arguments, settings=IMPATIENT)
    assert judged(crawled) == VERDICTS.get(case.reason, ("partial", 3))
    assert set(named(crawled).values()) == {case.reason}
    assert all(address.startswith(site.site + path) for address in named(crawled))
    check_recovery(crawls, site, *arguments)


def test_a_challenge_on_every_tenth_request_is_suspect_and_each_address_named(
    crawls: Crawls, site: StandIn
) -> None:
    site.control("fault", path=".", kind="challenge", every=10)
    crawled = crawls.run(settings={"RETRY_TIMES": 0, "MINA_BUSY_RETRIES": 0})
    log = site.control("requests", "GET")["log"]
    challenged = {FURTHER_PAGE.sub(r"\1", path) for path, status in log if status == 503}
    assert judged(crawled) == ("suspect", 4)
    assert named(crawled) == {site.site + path[1:]: "challenge" for path in challenged}
    check_recovery(crawls, site)


def test_a_site_that_asks_for_a_pause_and_recovers_loses_nothing(
    crawls: Crawls, site: StandIn
) -> None:
    site.control("fault", path="^/category/", status=429, retry_after=1, times=2)
    crawled = crawls.run()
    assert (judged(crawled), named(crawled)) == (("complete", 0), {})
    assert crawled.receipt["manners"]["paused_seconds"] >= 1
    check_recovery(crawls, site)
