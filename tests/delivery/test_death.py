"""A crawl that dies between announcing a delivery and confirming it: the next one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.corpus import crawls, site
from tests.crawls import addresses
from tests.deaths import DEATHS, deadly
from tests.ledgers import ledger_address
from tests.standin import serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crawls import Crawls
    from tests.standin import StandIn

__all__ = ["crawls", "ledger_address", "serve", "site"]

GZIP = ["scrapy.extensions.postprocessing.GzipPlugin"]
FEEDS: dict[str, dict[str, Any]] = {
    "articles.jsonl": {},
    "%(run)s-%(batch_id)02d.jsonl.gz": {"batch_item_count": 25, "postprocessing": GZIP},
}


@pytest.mark.long
@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("death", DEATHS)
def test_nothing_is_lost_and_nothing_delivered_twice(
    crawls: Crawls, site: StandIn, tmp_path: Path, name: str, death: str
) -> None:
    crawls.feeds = {str(crawls.data / name): {"format": "jsonlines", **FEEDS[name]}}
    crawls.environment |= deadly(death, tmp_path)
    assert crawls.run().code == 9
    left = {path.name: path.read_bytes() for path in crawls.data.glob("*.jsonl*")}
    assert any(left.values()) is (death == "when delivered")

    del crawls.environment["PYTHONPATH"]
    assert crawls.run().code == 0
    assert addresses(crawls.lines()) == addresses(site.truth())
    for file, content in left.items():
        assert (crawls.data / file).read_bytes().startswith(content), "it was recognised"
