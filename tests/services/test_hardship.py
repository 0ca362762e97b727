"""Crawls under hardship: a full disk, another crawl, many feeds, and a text published twice."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

import pytest

from tests.corpus import ARTICLES, ask_ledger, crawls, site
from tests.crawls import Crawls, addresses
from tests.history import check_history
from tests.ledgers import SERVER, ledger_address
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.standin import StandIn

__all__ = ["crawls", "ledger_address", "serve", "site"]

GZIP = ["scrapy.extensions.postprocessing.GzipPlugin"]


def test_copies_are_delivered_with_a_mark_where_that_is_asked_for(
    crawls: Crawls, site: StandIn
) -> None:
    copies = site.control("republish", n=3)["republished"]
    assert crawls.run(settings={"MINA_DUPLICATES": "mark"}).code == 0
    marked = {line["url"]: line["duplicate_of"] for line in crawls.lines()}
    assert len(marked) == ARTICLES + 3
    for first, copy in copies.items():
        assert {marked[first], marked[copy]} in ({None, first}, {None, copy})


def test_several_feeds_are_each_owed_every_article(crawls: Crawls, site: StandIn) -> None:
    batch = {"format": "jsonlines", "batch_item_count": 7, "postprocessing": GZIP}
    crawls.feeds = {
        str(crawls.data / "all.jsonl"): {"format": "jsonlines"},
        str(crawls.data / "%(run)s-%(batch_id)02d.jsonl.gz"): batch,
        str(crawls.data / "table.csv"): {"format": "csv"},
    }
    assert crawls.run().code == 0
    assert addresses(crawls.lines()) == sorted(2 * addresses(site.truth()))
    table = (crawls.data / "table.csv").read_text()
    assert all(url in table for url in addresses(site.truth()))


def test_two_crawls_at_once_deliver_each_article_once(crawls: Crawls, site: StandIn) -> None:
    together = {"MINA_ONE_AT_A_TIME": False}
    processes = [crawls.start(settings=together), crawls.start(settings=together)]
    assert [process.wait() for process in processes] == [0, 0]
    assert addresses(crawls.lines()) == addresses(site.truth())


@pytest.mark.parametrize("limit", [40_000, 200_000])
def test_a_full_disk_tears_nothing(crawls: Crawls, site: StandIn, limit: int) -> None:
    def shrink() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    full = crawls.run(settings={"MINA_DELIVERY_BACKOFF": "0.1"}, preexec_fn=shrink)
    assert full.code in {2, 5}
    assert crawls.run().code == 0
    assert addresses(crawls.lines()) == addresses(site.truth())
    if SERVER is None:
        assert ask_ledger(crawls, "PRAGMA integrity_check") == [("ok",)]


def test_a_thousand_articles_have_exactly_the_history_they_had(
    serve: Callable[..., StandIn], tmp_path: Path, ledger_address: str
) -> None:
    large = serve(articles=1000)
    crawls = Crawls(large.site, tmp_path / "data", None, {"MINA_LEDGER": ledger_address})
    check_history(crawls, large, edited=50, deleted=10, copied=20)
