"""The log of whole crawls: what an operator asks, and no more."""

from __future__ import annotations

import json
import re
import socket
from typing import TYPE_CHECKING

import pytest

from tests.crawls import Crawls, addresses
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.standin import StandIn

__all__ = ["serve"]

LINE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \[[\w.]+\] [A-Z]+: .")
FAST = {"RETRY_TIMES": 0}


@pytest.fixture
def site(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=40)


@pytest.fixture
def crawls(site: StandIn, tmp_path: Path) -> Crawls:
    return Crawls(site.site, tmp_path / "data", source="rest")


def test_a_crawl_in_which_all_is_well_says_little(crawls: Crawls) -> None:
    lines = crawls.run().log.splitlines()
    assert all(LINE.match(line) for line in lines)
    assert len(lines) < 30, "\n".join(lines)
    assert not any(" WARNING: " in line or " ERROR: " in line for line in lines)


def test_a_failure_has_one_line_and_what_is_skipped_none(crawls: Crawls, site: StandIn) -> None:
    crawls.source = "category"
    articles = addresses(site.truth())
    site.control("republish", n=3)
    site.control("fault", path=f"^/{articles[0].removeprefix(site.site)}$", status=500)
    log = crawls.run(settings=FAST).log
    before, _, _ = log.partition("PARTIAL")
    assert [line.count(articles[0]) for line in before.splitlines() if articles[0] in line] == [1]
    assert not any(address in before for address in articles[1:])


def test_what_is_secret_is_not_told_even_to_those_who_debug(crawls: Crawls) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and never listens
        crawls.environment = {
            "MINA_BUCKET": "s3://koran/mina",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{closed.getsockname()[1]}",
            "AWS_ACCESS_KEY_ID": "kunci",
            "AWS_SECRET_ACCESS_KEY": "geheim",
            "AWS_SESSION_TOKEN": "rahasia",
            "AWS_MAX_ATTEMPTS": "1",
        }
        chosen = {"LOG_LEVEL": "DEBUG", "MINA_DELIVERY_BACKOFF": "0"}
        crawled = crawls.run("source=category", settings=chosen)
    assert crawled.code == 5, crawled.log[-3000:]
    assert "accepted: " in crawled.log
    assert not any(secret in crawled.log for secret in ("kunci", "geheim", "rahasia"))


def test_each_line_is_json_where_that_is_asked_for(crawls: Crawls) -> None:
    crawls.environment["MINA_LOG_JSON"] = "1"
    crawled = crawls.run()
    lines = [json.loads(line) for line in crawled.log.splitlines()]
    assert {line["run"] for line in lines} == {None, crawled.receipt["run"]}
    assert any(line["message"].startswith("COMPLETE") for line in lines)


def test_a_file_does_not_grow_beyond_its_limit_and_keeps_the_end(crawls: Crawls) -> None:
    path = crawls.data / "job.log"
    chosen = {"LOG_FILE": path, "LOG_LEVEL": "DEBUG", "MINA_LOG_MAX_MB": 0.02}
    crawled = crawls.run("source=category", settings=chosen)
    assert crawled.log == "", "what is in the file is not on the terminal"
    kept = sorted(crawls.data.glob("job.log*"))
    assert kept == [path, path.with_suffix(".log.1")]
    assert 10_000 < sum(file.stat().st_size for file in kept) <= 20_000
    assert "COMPLETE" in path.read_text()
