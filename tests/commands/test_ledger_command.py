"""``scrapy ledger`` and ``scrapy runs``, as their users type them."""

from __future__ import annotations

import os
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mina_crawler.ledger.ledger import Ledger
from tests.crawls import PROJECT, SCRAPY, Crawls, addresses, read_lines
from tests.ledgers import accept, article
from tests.standin import stand_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Scrapy = Callable[..., subprocess.CompletedProcess[str]]

ARTICLES = 20


@pytest.fixture
def crawls(tmp_path: Path) -> Crawls:
    with stand_in(articles=ARTICLES) as site:
        done = Crawls(site.site, tmp_path, source="category")
        assert done.run().code == 0
    return done


@pytest.fixture
def scrapy(crawls: Crawls) -> Scrapy:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "MINA_DATA_DIR": str(crawls.data)}
        command = [*SCRAPY, *arguments]
        return subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
        )

    return run


def test_the_ledger_tells_what_it_knows(scrapy: Scrapy, crawls: Crawls) -> None:
    told = scrapy("ledger").stdout
    assert f"{ARTICLES} articles" in told
    assert f"0 lines owed to {crawls.data}/articles.jsonl" in told
    assert "complete" in told


def test_a_sound_feed_is_found_sound(scrapy: Scrapy) -> None:
    verified = scrapy("ledger", "--verify")
    assert verified.returncode == 0, verified.stdout
    assert f"{ARTICLES} lines, sound" in verified.stdout


@pytest.mark.parametrize("fault", ["torn", "repeated", "in no feed"])
def test_a_feed_that_was_tampered_with_is_found_out(
    scrapy: Scrapy, crawls: Crawls, fault: str
) -> None:
    feed = crawls.data / "articles.jsonl"
    lines = feed.read_bytes().splitlines(keepends=True)
    spoilt = {
        "torn": [*lines[:-1], lines[-1][:40]],
        "repeated": [*lines, lines[0]],
        "in no feed": lines[1:],
    }
    feed.write_bytes(b"".join(spoilt[fault]))
    verified = scrapy("ledger", "--verify")
    assert verified.returncode == 1
    assert (fault if fault != "torn" else f"broken: {feed}, line {ARTICLES}") in verified.stdout


def test_a_new_feed_is_filled_from_an_old_one(scrapy: Scrapy, crawls: Crawls) -> None:
    before = addresses(crawls.lines())
    assert scrapy("ledger", "--redeliver", str(crawls.data / "copy.jsonl")).returncode == 0
    assert addresses(crawls.lines()) == sorted(before + before)


def test_a_period_is_redelivered_alone(scrapy: Scrapy, crawls: Crawls) -> None:
    days = sorted(line["published_at"][:10] for line in crawls.lines())
    since, copy = days[ARTICLES // 2], crawls.data / "copy.jsonl"
    done = scrapy("ledger", "--redeliver", str(copy), "--since", since)
    assert done.returncode == 0, done.stderr
    copied = sorted(line["published_at"][:10] for line in read_lines([copy.read_bytes()]))
    assert copied == [day for day in days if day >= since]


@pytest.mark.parametrize(
    "options",
    [
        ("--since", "2026-01-01"),
        ("--from", "articles.jsonl"),
        ("--verify", "--forget", "articles.jsonl"),
        ("--redeliver", "copy.jsonl", "--since", "kemarin"),
    ],
)
def test_nonsense_is_refused_and_leaves_no_trace(scrapy: Scrapy, options: tuple[str, ...]) -> None:
    before = scrapy("ledger").stdout
    assert scrapy("ledger", *options).returncode == 2
    assert scrapy("ledger").stdout == before


def test_runs_are_listed_and_told(scrapy: Scrapy, crawls: Crawls) -> None:
    run = crawls.receipt()["run"]
    assert f"{run}  complete (exit code 0), {ARTICLES} articles" in scrapy("runs").stdout
    assert scrapy("runs", run).stdout.startswith("COMPLETE (exit code 0)")
    assert scrapy("runs", "none").returncode == 2


def test_what_waits_for_a_feed_that_is_no_more_is_given_up(scrapy: Scrapy, crawls: Crawls) -> None:
    address = str(crawls.data / "ledger.db")
    with closing(Ledger(address)) as ledger:
        run, old = ledger.begin_run("killed"), ledger.deliveries.feed("s3://old/articles.jsonl")
        for number in range(3):
            accept(ledger, article(number), run, old)
    assert "3 lines owed to s3://old/articles.jsonl" in scrapy("ledger").stdout
    forgotten = scrapy("ledger", "--forget", "s3://old/articles.jsonl").stdout
    assert "3 lines are owed to s3://old/articles.jsonl no more" in forgotten
    assert "0 lines owed to s3://old/articles.jsonl" in scrapy("ledger").stdout
    assert scrapy("ledger", "--forget", "s3://never/heard.jsonl").returncode == 2


def test_what_a_living_run_is_to_deliver_is_not_given_up(scrapy: Scrapy, crawls: Crawls) -> None:
    with closing(Ledger(str(crawls.data / "ledger.db"))) as ledger:
        run, feed = ledger.begin_run("alive"), ledger.deliveries.feed("s3://old/articles.jsonl")
        accept(ledger, article(1), run, feed)
        assert "0 lines" in scrapy("ledger", "--forget", "s3://old/articles.jsonl").stdout
        assert ledger.deliveries.count_owed() == {"s3://old/articles.jsonl": 1}
