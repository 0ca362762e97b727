"""Beside the feeds lies what runs say of themselves: receipts, and manifests that are true."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.corpus import known, wait_until
from tests.crawls import Crawls
from tests.deaths import deadly
from tests.services.s3.fixtures import s3, s3_server
from tests.services.s3.told import manifests, receipts
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.services.s3.server import S3
    from tests.standin import StandIn

__all__ = ["s3", "s3_server", "serve"]

ARTICLES = 30
SMALL = {"format": "jsonlines", "batch_item_count": 7}
IMPATIENT = {"MINA_DELIVERY_BACKOFF": "0.1"}


@pytest.fixture
def bucket(s3: S3, request: pytest.FixtureRequest) -> str:
    return s3.bucket_for(request.node.name)


@pytest.fixture
def crawls(serve: Callable[..., StandIn], tmp_path: Path, s3: S3, bucket: str) -> Crawls:
    feeds = {f"s3://{bucket}/mina/%(run)s-%(batch_id)02d.jsonl": SMALL}
    environment = {**s3.environment, "AWS_MAX_ATTEMPTS": "1"}
    environment["MINA_LEDGER"] = str(tmp_path / "ledger.db")
    return Crawls(serve(articles=ARTICLES).site, tmp_path, feeds, environment, source="category")


def test_each_run_is_told_even_one_without_news(crawls: Crawls, s3: S3, bucket: str) -> None:
    runs = [crawls.run().receipt for _ in range(2)]
    assert receipts(s3, bucket) == {receipt["run"]: receipt for receipt in runs}
    told = manifests(s3, bucket)
    assert [told[receipt["run"]]["lines"] for receipt in runs] == [ARTICLES, 0]
    head = s3.client().head_object(Bucket=bucket, Key=f"mina/runs/{runs[0]['run']}.json")
    assert head["ContentType"] == "application/json"


def test_what_could_not_be_told_is_told_by_the_next_run(
    crawls: Crawls, s3: S3, bucket: str
) -> None:
    s3.stop()
    failed = crawls.run(settings=IMPATIENT)
    assert failed.receipt["verdict"] == "not delivered"
    s3.start()
    mended = crawls.run()
    assert set(receipts(s3, bucket)) == {failed.receipt["run"], mended.receipt["run"]}
    told = manifests(s3, bucket)
    assert told[failed.receipt["run"]]["files"] == []
    assert told[mended.receipt["run"]]["lines"] == ARTICLES
    assert not [path for path in crawls.data.glob("runs/unpublished/**/*") if path.is_file()]


def test_a_run_that_was_killed_is_accounted_for_by_the_next(
    crawls: Crawls, s3: S3, bucket: str
) -> None:
    process = crawls.start(settings={"MINA_BATCH_SECONDS": 0.1})
    wait_until(lambda: known(crawls) > ARTICLES // 2)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert receipts(s3, bucket) == {}
    whole = crawls.run().receipt
    killed = receipts(s3, bucket).keys() - {whole["run"]}
    assert [receipts(s3, bucket)[run]["verdict"] for run in killed] == ["killed"]
    told = manifests(s3, bucket)
    assert sum(manifest["lines"] for manifest in told.values()) == ARTICLES
    assert {told[run]["verdict"] for run in killed} == {"killed"}
    assert not list(crawls.data.glob("runs/*.draft"))


def test_an_object_is_listed_by_the_run_that_found_it_to_be_whole(
    crawls: Crawls, s3: S3, bucket: str, tmp_path: Path
) -> None:
    crawls.environment |= deadly("when delivered", tmp_path)
    assert crawls.run().code == 9
    orphans = set(s3.feeds(bucket))  # more than one where uploads went side by side
    assert orphans
    del crawls.environment["PYTHONPATH"]
    whole = crawls.run().receipt
    told = manifests(s3, bucket)
    listed = {file["uri"] for file in told[whole["run"]]["files"]}
    assert {f"s3://{bucket}/{orphan}" for orphan in orphans} <= listed
    [killed] = told.keys() - {whole["run"]}
    assert all(orphan.startswith(f"mina/{killed}-") for orphan in orphans)
    assert told[killed]["files"] == []
