"""Feeds in S3: a real server, stopped and misused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpus import known, wait_until
from tests.crawls import Crawls, addresses, read_lines
from tests.services.s3.fixtures import s3, s3_server
from tests.services.s3.late import PATIENCE, run_late
from tests.services.s3.told import manifests
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.services.s3.server import S3
    from tests.standin import StandIn

__all__ = ["s3", "s3_server", "serve"]

ARTICLES = 30
PLAIN = {"format": "jsonlines", "batch_item_count": 7}
GZIP = {**PLAIN, "postprocessing": ["scrapy.extensions.postprocessing.GzipPlugin"]}


@pytest.fixture
def bucket(s3: S3, request: pytest.FixtureRequest) -> str:
    return s3.bucket_for(request.node.name)


@pytest.fixture
def crawls(serve: Callable[..., StandIn], tmp_path: Path, s3: S3, bucket: str) -> Crawls:
    site = serve(articles=ARTICLES).site
    feeds = {f"s3://{bucket}/%(run)s/%(batch_id)04d.jsonl.gz": GZIP}
    return Crawls(site, tmp_path, feeds, dict(s3.environment), source="category")


def delivered(s3: S3, bucket: str) -> list[str]:
    return addresses(read_lines(s3.feeds(bucket).values()))


def test_every_article_lands_in_the_bucket_once(crawls: Crawls, s3: S3, bucket: str) -> None:
    assert crawls.run().code == 0
    assert crawls.run().code == 0
    found = delivered(s3, bucket)
    assert len(found) == len(set(found)) == ARTICLES


def test_a_server_down_for_a_whole_run_costs_nothing(crawls: Crawls, s3: S3, bucket: str) -> None:
    s3.stop()
    crawls.environment["AWS_MAX_ATTEMPTS"] = "2"
    failed = crawls.run(settings={"MINA_DELIVERY_BACKOFF": "0.1"})
    assert failed.code == 5
    assert failed.receipt["verdict"] == "not delivered"
    assert sum(failed.receipt["owed"].values()) == ARTICLES
    assert {walk["delivered"] for walk in failed.receipt["walks"]} == {0}
    s3.start()
    mended = crawls.run()
    assert mended.code == 0
    assert mended.receipt["accepted"] == 0, "nothing is fetched again"
    assert mended.receipt["recovered"] == ARTICLES
    found = delivered(s3, bucket)
    assert len(found) == len(set(found)) == ARTICLES


def test_a_server_that_stops_during_a_run_costs_nothing(
    crawls: Crawls, s3: S3, bucket: str
) -> None:
    crawls.environment |= {"AWS_MAX_ATTEMPTS": "1", "MINA_LEDGER": str(crawls.data / "ledger.db")}
    process = crawls.start(settings={"MINA_DELIVERY_BACKOFF": "0.1"})
    wait_until(lambda: known(crawls) > ARTICLES // 2)
    s3.stop()
    assert process.wait() == 5
    s3.start()
    assert crawls.run().code == 0
    found = delivered(s3, bucket)
    assert len(found) == len(set(found)) == ARTICLES


@pytest.mark.parametrize("options", [PLAIN, GZIP], ids=["plain", "gzip"])
def test_an_upload_that_arrives_when_its_crawl_is_long_dead_changes_nothing(
    crawls: Crawls, s3: S3, bucket: str, options: dict[str, object]
) -> None:
    crawls.feeds = {f"s3://{bucket}/%(run)s/%(batch_id)04d.jsonl": options}
    with run_late(s3) as late:
        crawls.environment["AWS_ENDPOINT_URL"] = late.endpoint
        process = crawls.start()
        assert late.has_one.wait(PATIENCE)
        process.kill()
        process.wait()
        last = crawls.run()
        assert last.code == 0, last.log
        before = s3.feeds(bucket)
        late.release()
    assert s3.feeds(bucket) == before
    assert sum(told["lines"] for told in manifests(s3, bucket).values()) == ARTICLES


def test_a_crawl_that_is_asked_to_stop_while_it_delivers_has_delivered_when_it_ends(
    crawls: Crawls, s3: S3, bucket: str
) -> None:
    crawls.feeds = {f"s3://{bucket}/%(run)s.jsonl": {"format": "jsonlines"}}
    with run_late(s3) as late:
        crawls.environment["AWS_ENDPOINT_URL"] = late.endpoint
        process = crawls.start()
        assert late.has_one.wait(PATIENCE)
        process.terminate()
        wait_until(lambda: "shutting down gracefully" in crawls.log.read_text())
        late.release()
        process.wait()
    assert (process.returncode, crawls.receipt()["owed"]) == (0, {})
    found = delivered(s3, bucket)
    assert len(found) == len(set(found)) == ARTICLES
    assert sum(told["lines"] for told in manifests(s3, bucket).values()) == ARTICLES


@pytest.mark.parametrize(
    "fault", [{"AWS_SECRET_ACCESS_KEY": "wrong"}, {"AWS_ACCESS_KEY_ID": "nobody"}], ids=str
)
def test_a_wrong_key_is_told_and_costs_nothing(
    crawls: Crawls, s3: S3, bucket: str, fault: dict[str, str]
) -> None:
    crawls.environment |= fault
    failed = crawls.run(settings={"MINA_DELIVERY_BACKOFF": "0.1"})
    assert failed.code == 5
    assert "wrong" not in failed.log
    crawls.environment |= s3.environment
    assert crawls.run().code == 0
    found = delivered(s3, bucket)
    assert len(found) == len(set(found)) == ARTICLES


def test_a_missing_bucket_is_told_and_costs_nothing(crawls: Crawls, s3: S3, bucket: str) -> None:
    s3.client().delete_bucket(Bucket=bucket)
    failed = crawls.run(settings={"MINA_DELIVERY_BACKOFF": "0.1"})
    assert failed.code == 5
    assert "NoSuchBucket" in failed.log
    s3.client().create_bucket(Bucket=bucket)
    assert crawls.run().code == 0
    found = delivered(s3, bucket)
    assert len(found) == len(set(found)) == ARTICLES


def test_a_password_in_the_address_is_not_logged_by_the_delivery(crawls: Crawls, s3: S3) -> None:
    address, options = crawls.feeds.popitem() if crawls.feeds else ("", {})
    crawls.feeds = {address.replace("s3://", "s3://minakey:minasecret@"): options}
    crawls.environment = {
        name: value for name, value in s3.environment.items() if "KEY" not in name
    }
    done = crawls.run()
    assert done.code == 0
    after_start = done.log.partition("Spider opened")[2]
    assert "minasecret" not in after_start
    assert "minasecret" not in str(done.receipt)
