"""Deliveries by ``MINA_BUCKET``: objects that engines can partition by, soon and whole."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
import urllib3

from tests.crawls import Crawls, addresses, read_lines
from tests.services.s3.fixtures import s3, s3_server
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.services.s3.server import S3
    from tests.standin import StandIn

__all__ = ["s3", "s3_server", "serve"]

BUCKET = "mina-bucket"
KEY = re.compile(r"mina/edition=id/day=\d{4}-\d\d-\d\d/\d{8}T\d{6}-\w{4}-\d{5}\.jsonl\.gz")
SLOW = {"MINA_LOOPBACK": '{"DOWNLOAD_DELAY": 0.3, "AUTOTHROTTLE_ENABLED": false}'}


@pytest.fixture
def site(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=12)


@pytest.fixture
def crawls(site: StandIn, tmp_path: Path, s3: S3) -> Crawls:
    if BUCKET not in {bucket["Name"] for bucket in s3.client().list_buckets()["Buckets"]}:
        s3.client().create_bucket(Bucket=BUCKET)
    for key in s3.objects(BUCKET):
        s3.client().delete_object(Bucket=BUCKET, Key=key)
    environment = {**s3.environment, "MINA_BUCKET": f"s3://{BUCKET}/mina/"}
    return Crawls(site.site, tmp_path, environment=environment, source="category")


def test_objects_are_named_for_partitions(crawls: Crawls, site: StandIn, s3: S3) -> None:
    done = crawls.run()
    assert done.code == 0, done.log
    objects = s3.feeds(BUCKET)
    assert all(KEY.fullmatch(key) for key in objects)
    assert addresses(read_lines(objects.values())) == addresses(site.truth())


def test_objects_say_what_they_are(crawls: Crawls, s3: S3) -> None:
    options = '{"ServerSideEncryption": "AES256", "CacheControl": "no-transform"}'
    assert crawls.run(settings={"MINA_S3_OPTIONS": options}).code == 0
    (key,) = s3.feeds(BUCKET)
    head = s3.client().head_object(Bucket=BUCKET, Key=key)
    assert head["ContentType"] == "application/gzip"
    url = s3.client().generate_presigned_url("get_object", {"Bucket": BUCKET, "Key": key})
    fetched = urllib3.request("GET", url, headers={"Accept-Encoding": "gzip"}).data
    assert fetched.startswith(b"\x1f\x8b"), "no client unpacks what its name calls packed"
    assert (head["ServerSideEncryption"], head["CacheControl"]) == ("AES256", "no-transform")


def test_no_article_waits_for_its_batch_to_fill(crawls: Crawls, s3: S3) -> None:
    process = crawls.start(settings={**SLOW, "MINA_BATCH_SECONDS": 0.5})
    deadline = time.monotonic() + 60
    while not s3.feeds(BUCKET):
        assert time.monotonic() < deadline, crawls.log.read_text()
        time.sleep(0.1)
    assert process.poll() is None, "delivered while the crawl goes on"
    assert process.wait() == 0
    lines = addresses(read_lines(s3.feeds(BUCKET).values()))
    assert len(lines) == len(set(lines)) == 12
    assert len(s3.feeds(BUCKET)) > 1


def test_the_secret_key_is_written_nowhere(crawls: Crawls, s3: S3) -> None:
    secret = s3.environment["AWS_SECRET_ACCESS_KEY"].encode()
    crawls.environment["AWS_MAX_ATTEMPTS"] = "1"
    s3.stop()
    failed = crawls.run(settings={"LOG_LEVEL": "DEBUG", "MINA_DELIVERY_BACKOFF": "0.1"})
    assert failed.code == 5
    written = [path for path in crawls.data.rglob("*") if path.is_file()]
    assert {"ledger.db", "crawl.log"} <= {path.name for path in written}
    assert [path for path in written if secret in path.read_bytes()] == []
