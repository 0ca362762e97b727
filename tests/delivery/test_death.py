"""A crawl that dies between announcing a delivery and confirming it: the next one looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.corpus import crawls, site
from tests.crawls import PROJECT, addresses
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
DEATHS = {
    "when announced": "mina_crawler.delivery.desk.Account.announce",
    "when delivered": "mina_crawler.delivery.desk.Account.confirm",
}
DIE_IN = """
import os
from importlib import import_module

module, cls, method = "{path}".rsplit(".", 2)
owner = getattr(import_module(module), cls)
before = getattr(owner, method)

def die(*arguments):
    if method == "announce":
        before(*arguments)
    os._exit(9)

setattr(owner, method, die)
"""


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("death", DEATHS)
def test_nothing_is_lost_and_nothing_delivered_twice(
    crawls: Crawls, site: StandIn, tmp_path: Path, name: str, death: str
) -> None:
    crawls.feeds = {str(crawls.data / name): {"format": "jsonlines", **FEEDS[name]}}
    (tmp_path / "sitecustomize.py").write_text(DIE_IN.format(path=DEATHS[death]))
    crawls.environment["PYTHONPATH"] = f"{tmp_path}:{PROJECT}"
    assert crawls.run().code == 9
    left = {path.name: path.read_bytes() for path in crawls.data.glob("*.jsonl*")}
    assert any(left.values()) is (death == "when delivered")

    del crawls.environment["PYTHONPATH"]
    assert crawls.run().code == 0
    assert addresses(crawls.lines()) == addresses(site.truth())
    for file, content in left.items():
        assert (crawls.data / file).read_bytes().startswith(content), "it was recognised"
