"""Whole crawls of a site that changes, defends itself or falls silent, and who hears of it."""

from __future__ import annotations

import json
import socket
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.corpus import wait_until
from tests.crawls import Crawls, addresses
from tests.listener import listener
from tests.standin import serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.listener import Listener
    from tests.standin import StandIn

__all__ = ["listener", "serve"]

SECRET = "geheim"
FAST = {"RETRY_TIMES": 0, "MINA_BUSY_RETRIES": 0, "MINA_DELIVERY_BACKOFF": "0"}


@pytest.fixture
def site(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=30)


@pytest.fixture
def crawls(site: StandIn, listener: Listener, tmp_path: Path) -> Crawls:
    hook = f"{listener.url}/{SECRET}"
    environment = {"MINA_WEBHOOK_URL": hook}
    return Crawls(site.site, tmp_path / "data", source="category", environment=environment)


def check_told(heard: dict[str, Any], receipt: dict[str, Any], what: str) -> None:
    assert (heard["run"], heard["verdict"]) == (receipt["run"], receipt["verdict"])
    assert what in heard["text"]
    assert str(receipt["exit_code"]) in heard["text"].splitlines()[0]


@pytest.mark.long
def test_a_theme_that_changes_is_told_with_the_field_and_told_once(
    crawls: Crawls, site: StandIn, listener: Listener
) -> None:
    assert crawls.run().code == 0
    assert listener.heard == []
    site.control("theme", name="A")
    changed = crawls.run("full=1")
    assert changed.code == 4
    [heard] = listener.heard
    check_told(heard, changed.receipt, "which usually supplies published_at, answers no more")
    assert {problem["monitor"] for problem in heard["problems"]} >= {"field coverage"}
    site.control("edit", n=20)
    assert crawls.run("full=1").code == 4
    assert len(listener.heard) == 1, "nothing has changed"
    assert SECRET not in changed.log


def test_a_challenge_is_told_with_the_address_and_its_end_too(
    crawls: Crawls, site: StandIn, listener: Listener
) -> None:
    article = addresses(site.truth())[0]
    site.control("fault", path=f"^/{article.removeprefix(site.site)}$", kind="challenge")
    blocked = crawls.run(settings=FAST)
    assert blocked.code == 4
    [heard] = listener.heard
    check_told(heard, blocked.receipt, f"first {article}")
    site.control("fault", "DELETE")
    assert crawls.run().code == 0
    assert [told["status"] for told in listener.heard] == ["failed", "recovered"]


def test_a_site_that_falls_silent_is_told(crawls: Crawls, listener: Listener) -> None:
    assert crawls.run().code == 0
    [path] = (crawls.data / "runs").glob("*.json")
    first = json.loads(path.read_text())
    long_ago = datetime.fromisoformat(first["ended_at"]) - timedelta(days=10)
    path.write_text(json.dumps(first | {"ended_at": long_ago.isoformat(timespec="seconds")}))
    silent = crawls.run()
    assert silent.code == 4
    [heard] = listener.heard
    check_told(heard, silent.receipt, "nothing new for 10 days")
    assert [problem["monitor"] for problem in heard["problems"]] == ["freshness"]


def test_articles_that_cannot_be_delivered_are_told_with_the_feed(
    crawls: Crawls, listener: Listener
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and never listens
        crawls.environment |= {
            "MINA_BUCKET": "s3://koran/mina",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{closed.getsockname()[1]}",
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_MAX_ATTEMPTS": "1",
        }
        undelivered = crawls.run(settings=FAST)
    assert undelivered.code == 5, undelivered.log[-3000:]
    [heard] = listener.heard
    check_told(heard, undelivered.receipt, "30 lines wait for s3://koran/mina/edition=id/")
    assert SECRET not in undelivered.log + json.dumps([heard, undelivered.receipt])


def test_who_could_not_be_told_is_told_after_the_next_run(
    crawls: Crawls, site: StandIn, listener: Listener
) -> None:
    site.control("fault", path="^/category/palestina/$", status=500)
    listener.status = 500
    unheard = crawls.run(settings=FAST)
    assert unheard.code == 3, "the verdict is ours, whoever hears of it"
    assert "Nobody could be told (MINA_WEBHOOK_URL)" in unheard.log
    assert SECRET not in unheard.log
    listener.status = 200
    again = crawls.run(settings=FAST)
    [heard] = listener.heard
    check_told(heard, again.receipt, f"first {site.site}category/palestina/")


def test_a_run_that_was_killed_is_told_when_the_next_begins(
    crawls: Crawls, listener: Listener
) -> None:
    process = crawls.start(settings={"MINA_APPEND_SECONDS": 3600})
    wait_until(lambda: any((crawls.data / "runs").glob("*.draft")))
    process.kill()
    process.wait()
    assert crawls.run().code == 0
    [killed, over] = listener.heard
    assert (killed["verdict"], over["status"]) == ("killed", "recovered")


def test_a_bad_configuration_is_told_with_what_to_write_instead(
    crawls: Crawls, listener: Listener
) -> None:
    crawls.environment["MINA_BUCKET"] = "koran/mina"
    refused = crawls.run()
    assert refused.code == 2
    [heard] = listener.heard
    check_told(heard, refused.receipt, "MINA_BUCKET: give an s3://bucket/folder")


def test_a_channel_that_cannot_work_is_refused_before_the_crawl(crawls: Crawls) -> None:
    crawls.environment = {"MINA_SMTP_URL": "smtp://127.0.0.1"}
    refused = crawls.run()
    assert (refused.code, refused.receipt) == (2, {})
    assert refused.log == "MINA_SMTP_URL is set: set MINA_MAIL_TO too\n"
