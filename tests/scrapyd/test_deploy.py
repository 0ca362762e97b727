"""The project on a real scrapyd: deployed by scrapyd-deploy, run from its egg."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.crawls import addresses, read_lines
from tests.scrapyd.server import BIN, PASSWORD, PROJECT, Scrapyd, run_scrapyd
from tests.standin import stand_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.standin import StandIn

ARTICLES = 15


@pytest.fixture(scope="module")
def site() -> Iterator[StandIn]:
    with stand_in(articles=ARTICLES) as site:
        yield site


@pytest.fixture(scope="module")
def scrapyd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scrapyd]:
    folder = tmp_path_factory.mktemp("scrapyd")
    with run_scrapyd(folder) as server:
        server.deploy(folder / "checkout")
        yield server


@pytest.fixture(scope="module")
def log(scrapyd: Scrapyd, site: StandIn) -> str:
    """Return the log of a crawl that has ended."""
    return scrapyd.wait_for(scrapyd.schedule(f"site={site.site}"))


def receipts(data: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text()) for path in sorted(data.glob("runs/*.json"))]


def test_the_egg_crawls_the_whole_site(scrapyd: Scrapyd, site: StandIn, log: str) -> None:
    assert "COMPLETE (exit code 0)" in log
    lines = read_lines([(scrapyd.data / "articles.jsonl").read_bytes()])
    assert addresses(lines) == addresses(site.truth())


def test_the_state_lies_outside_scrapyds_folders(scrapyd: Scrapyd, log: str) -> None:
    assert log
    assert (scrapyd.data / "ledger.db").exists()
    assert not list(scrapyd.home.rglob("*.jsonl"))
    assert [receipt["verdict"] for receipt in receipts(scrapyd.data)] == ["complete"]


def test_scrapyd_lets_in_only_who_knows_the_password(scrapyd: Scrapyd) -> None:
    with pytest.raises(HTTPError, match="401"):
        urlopen(f"http://127.0.0.1:{scrapyd.port}/", timeout=10)


def test_the_password_is_told_to_nobody(scrapyd: Scrapyd, log: str) -> None:
    assert PASSWORD not in log + scrapyd.log()
    assert PASSWORD not in scrapyd.page("jobs")
    assert (scrapyd.home / "scrapyd.conf").stat().st_mode & 0o077 == 0


def test_scrapyd_comes_back_with_its_jobs_after_a_power_cut(
    scrapyd: Scrapyd, site: StandIn, log: str
) -> None:
    assert log
    before = scrapyd.page("listjobs.json")
    scrapyd.stop()
    scrapyd.start()
    assert json.loads(scrapyd.page("listjobs.json"))["finished"] == json.loads(before)["finished"]
    again = scrapyd.wait_for(scrapyd.schedule(f"site={site.site}", "since={yesterday}"))
    assert "COMPLETE (exit code 0)" in again


def test_a_wrong_argument_is_told_in_scrapyds_log(scrapyd: Scrapyd) -> None:
    scrapyd.wait_for(scrapyd.schedule("sinse=2020-01-01"))
    assert "did you mean since?" in scrapyd.log()


@pytest.mark.parametrize(
    ("environment", "argument", "told"),
    [
        ({"SCRAPYD_PASSWORD": "wrong"}, "recheck=7", "Unauthorized"),
        ({"SCRAPYD_URL": "http://127.0.0.1:1"}, "recheck=7", "Connection refused"),
        ({}, "recheck", "'recheck': write name=value"),
    ],
)
def test_why_a_crawl_was_not_taken_is_told_in_one_line(
    scrapyd: Scrapyd, environment: dict[str, str], argument: str, told: str
) -> None:
    done = subprocess.run(
        [BIN / "python", PROJECT / "deploy/schedule.py", argument],
        env=scrapyd.environment | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert PASSWORD not in done.stderr
