"""Two crawls of one edition with one ledger: the second ends at once."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import pytest

from tests.corpus import wait_until
from tests.crawls import Crawls, addresses
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.standin import StandIn

__all__ = ["serve"]


@pytest.fixture
def site(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=40)


@pytest.fixture
def crawls(site: StandIn, tmp_path: Path) -> Crawls:
    return Crawls(site.site, tmp_path)


def test_of_two_crawls_at_the_same_second_one_yields(crawls: Crawls, site: StandIn) -> None:
    with site.paused():  # that neither is done before the other has begun
        processes = [crawls.start(), crawls.start()]
        wait_until(lambda: any(process.poll() is not None for process in processes))
    assert [process.wait() for process in processes] == [0, 0]
    receipts = [json.loads(path.read_text()) for path in crawls.data.glob("runs/*.json")]
    yielded, complete = sorted(receipts, key=lambda receipt: int(receipt["requests"]))
    assert (yielded["verdict"], yielded["requests"]) == ("yielded", 0)
    assert yielded["reasons"] == ["another run is at work on the same edition"]
    assert complete["verdict"] == "complete"
    assert addresses(crawls.lines()) == addresses(site.truth())


def test_a_killed_crawl_stands_in_nobodys_way(crawls: Crawls, site: StandIn) -> None:
    process = crawls.start()
    while not list(crawls.data.glob("ledger.db-*.lock")):
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert crawls.run().receipt["verdict"] == "complete"
    assert addresses(crawls.lines()) == addresses(site.truth())
