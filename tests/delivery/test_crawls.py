"""Whole crawls of the stand-in: nothing lost, nothing twice, and a truthful exit code."""

from __future__ import annotations

import json
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.corpus import ARTICLES, crawls, known, site, wait_until
from tests.crawls import addresses
from tests.deaths import stopping
from tests.history import check_history
from tests.ledgers import ledger_address
from tests.standin import serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.crawls import Crawled, Crawls
    from tests.standin import StandIn

__all__ = ["crawls", "ledger_address", "serve", "site"]


def articles_asked_for(site: StandIn) -> int:
    paths = {"/" + url.split("/", 3)[3] for url in addresses(site.truth())}
    return sum(count for path, count in site.requests().items() if path in paths)


def test_a_second_crawl_asks_for_no_article_again(crawls: Crawls, site: StandIn) -> None:
    assert crawls.run().code == 0
    site.control("requests", "DELETE")
    again = crawls.run()
    assert (again.code, again.receipt["accepted"]) == (0, 0)
    assert articles_asked_for(site) == 0
    assert addresses(crawls.lines()) == addresses(site.truth())


def test_a_crawl_without_a_ledger_remembers_nothing(crawls: Crawls, site: StandIn) -> None:
    crawls.environment["MINA_LEDGER"] = ""
    for _ in range(2):
        assert crawls.run().code == 0
    assert not list(crawls.data.parent.rglob("ledger.db*"))
    assert addresses(crawls.lines()) == sorted(2 * addresses(site.truth()))


@pytest.mark.long
def test_edits_tombstones_and_copies_are_told_apart(crawls: Crawls, site: StandIn) -> None:
    check_history(crawls, site, edited=6, deleted=4, copied=5)


def test_what_a_killed_crawl_accepted_is_delivered_first(crawls: Crawls, site: StandIn) -> None:
    process = crawls.start(settings={"MINA_APPEND_SECONDS": 3600})
    wait_until(lambda: known(crawls) > ARTICLES // 3)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert crawls.lines() == []
    accepted = known(crawls)
    done = crawls.run()
    assert (done.code, done.receipt["recovered"]) == (0, accepted)
    assert addresses(crawls.lines()) == addresses(site.truth())


@pytest.mark.long
@pytest.mark.parametrize(("source", "signals"), [("pages", 1), ("pages", 2), ("rest", 1)])
def test_a_crawl_that_is_asked_to_stop_loses_nothing(
    crawls: Crawls, site: StandIn, source: str, signals: int
) -> None:
    process = crawls.start(f"source={source}")
    wait_until(lambda: known(crawls) > ARTICLES // 3)
    begun = time.monotonic()
    for _ in range(signals):
        process.terminate()
        time.sleep(0.05)
    process.wait()
    assert time.monotonic() - begun < 5
    assert process.returncode in {3, 5, -signal.SIGTERM}
    if signals == 1:
        assert crawls.receipt()["owed"] == {}
    assert crawls.run().code == 0
    assert addresses(crawls.lines()) == addresses(site.truth())


@pytest.mark.long
@pytest.mark.parametrize("rounds", range(9))  # of the event loop; an article takes eight
def test_a_crawl_that_is_asked_to_stop_between_two_articles_owes_none(
    crawls: Crawls, site: StandIn, tmp_path: Path, rounds: int
) -> None:
    crawls.environment |= stopping(rounds, tmp_path)
    stopped = crawls.run("source=rest")
    assert (stopped.code, stopped.receipt["owed"]) == (3, {})
    assert len(crawls.lines()) == stopped.receipt["accepted"] < ARTICLES
    assert "Received SIGTERM" in stopped.log

    del crawls.environment["PYTHONPATH"]
    assert crawls.run("source=rest").code == 0
    assert addresses(crawls.lines()) == addresses(site.truth())


def check_refused(refused: Crawled, site: StandIn, message: str) -> None:
    assert refused.code == 2
    assert message in refused.log
    [reason] = refused.receipt["reasons"]
    assert message in reason
    assert site.requests() == {}


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("%(editon)s.jsonl", "no value for 'editon'"),
        ("s3://mina/articles.jsonl", "put %(run)s into the name"),
        ("/proc/articles.jsonl", "cannot write there"),
        ("s4://mina/%(run)s.jsonl", "nothing stores s4://"),
    ],
)
def test_a_feed_that_cannot_work_is_refused_before_the_first_request(
    crawls: Crawls, site: StandIn, address: str, message: str
) -> None:
    crawls.feeds = {address: {"format": "jsonlines"}}
    refused = crawls.run()
    check_refused(refused, site, message)


@pytest.mark.parametrize("bucket", ["bucket/mina", "s3:/bucket/mina", "s3:///mina"])
def test_a_bucket_that_is_none_is_refused_before_the_first_request(
    crawls: Crawls, site: StandIn, bucket: str
) -> None:
    crawls.environment["MINA_BUCKET"] = bucket
    check_refused(crawls.run(), site, "MINA_BUCKET: give an s3://bucket/folder")


@pytest.mark.parametrize(
    ("options", "message"),
    [('{"ContentEncodin": "gzip"}', "no upload takes ContentEncodin"), ("{", "no JSON object")],
)
def test_options_that_no_upload_takes_are_refused_before_the_first_request(
    crawls: Crawls, site: StandIn, options: str, message: str
) -> None:
    crawls.environment["MINA_BUCKET"] = "s3://mina"
    check_refused(crawls.run(settings={"MINA_S3_OPTIONS": options}), site, message)


def test_a_missing_library_is_told_before_the_first_request(
    crawls: Crawls, site: StandIn, tmp_path: Path
) -> None:
    (tmp_path / "boto3.py").write_text("raise ImportError('not installed')")
    crawls.environment["PYTHONPATH"] = str(tmp_path)
    crawls.feeds = {"s3://mina/%(run)s.jsonl": {"format": "jsonlines"}}
    refused = crawls.run()
    check_refused(refused, site, "missing boto3 library: pip install 'mina-crawler[s3]'")


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("postgresql+psycopg://mina:geheim@127.0.0.1:1/mina", "environment variable"),
        ("mysql://127.0.0.1/mina", "sqlite or postgresql"),
    ],
)
def test_a_ledger_that_cannot_be_opened_is_told(
    crawls: Crawls, site: StandIn, address: str, message: str
) -> None:
    del crawls.environment["MINA_LEDGER"]
    refused = crawls.run(settings={"MINA_LEDGER": address})
    check_refused(refused, site, message)


def test_an_address_that_failed_is_asked_for_again(crawls: Crawls, site: StandIn) -> None:
    path = "/" + addresses(site.truth())[0].split("/", 3)[3]
    site.control("fault", path=f"^{path}$", status=500)
    partial = crawls.run(settings={"RETRY_TIMES": 0})
    assert partial.code == 3
    assert [failure["reason"] for failure in partial.receipt["failures"]] == ["500"]
    site.control("fault", "DELETE")
    assert crawls.run().code == 0
    assert addresses(crawls.lines()) == addresses(site.truth())


def test_a_receipt_is_a_file_that_tells_what_happened(crawls: Crawls) -> None:
    crawls.run("max_items=5")
    [path] = crawls.data.glob("runs/*.json")
    receipt = json.loads(path.read_text())
    assert receipt["run"] == path.stem
    assert receipt["verdict"] == "complete"
    assert receipt["accepted"] == 5
    assert receipt["arguments"]["max_items"] == "5"
