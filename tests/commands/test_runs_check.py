"""``scrapy runs --check``: someone is told where no run comes to an end any more."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mina_crawler.monitors.overdue import check_runs
from tests.crawls import PROJECT, SCRAPY
from tests.listener import listener
from tests.made_receipts import receipt

if TYPE_CHECKING:
    from pathlib import Path

    from tests.listener import Listener

__all__ = ["listener"]

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SIX_HOURS = timedelta(hours=6)
SITE = "https://minanews.net/"


def leave(data: Path, name: str, moment: datetime, **changes: Any) -> None:
    """Leave a receipt, or a draft, of a run that ended at *moment*."""
    told = {"run": name.partition(".")[0], "site": SITE}
    made = receipt(ended_at=moment.isoformat(timespec="seconds"), **(told | changes))
    (data / "runs").mkdir(exist_ok=True)
    (data / "runs" / name).write_text(json.dumps(made))


def check(data: Path, listener: Listener, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"MINA_DATA_DIR": str(data), "MINA_WEBHOOK_URL": listener.url}
    return subprocess.run(
        [*SCRAPY, "runs", "--check", *arguments],
        cwd=PROJECT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "age", "changes", "is_well"),
    [
        ("a.json", timedelta(hours=5), {}, True),
        ("a.json", timedelta(hours=7), {}, False),
        ("a.json", timedelta(hours=5), {"verdict": "partial"}, False),
        ("a.json", timedelta(hours=5), {"verdict": "yielded"}, False),
        ("a.json", timedelta(hours=5), {"site": "https://en.minanews.net/"}, False),
        ("a.draft", timedelta(minutes=1), {}, True),  # at work, be it for days
        ("a.draft", timedelta(hours=7), {}, False),  # killed
    ],
)
def test_a_run_that_was_complete_or_is_at_work_is_a_sign_that_all_is_well(
    tmp_path: Path, name: str, age: timedelta, changes: dict[str, Any], *, is_well: bool
) -> None:
    leave(tmp_path, name, NOW - age, **changes)
    found = check_runs(tmp_path / "runs", SITE, NOW, SIX_HOURS)
    assert (found["exit_code"], bool(found["reasons"])) == ((0, False) if is_well else (6, True))


def test_the_latest_sign_counts(tmp_path: Path) -> None:
    leave(tmp_path, "old.json", NOW - timedelta(days=3))
    leave(tmp_path, "new.json", NOW - timedelta(hours=1))
    leave(tmp_path, "dead.draft", NOW - timedelta(days=2))
    assert check_runs(tmp_path / "runs", SITE, NOW, SIX_HOURS)["run"] == "new"


def test_runs_that_fail_to_come_are_told_once_and_their_return_too(
    tmp_path: Path, listener: Listener
) -> None:
    leave(tmp_path, "last.json", datetime.now(UTC) - timedelta(days=2))
    overdue = check(tmp_path, listener)
    assert overdue.returncode == 6, overdue.stderr
    assert "no run was complete or at work since" in overdue.stdout
    assert check(tmp_path, listener).returncode == 6
    [heard] = listener.heard
    assert heard["text"].splitlines()[0] == f"mina-crawler: {SITE}: overdue (exit code 6)"
    assert heard["text"].splitlines()[-1] == "scrapy runs tells the rest"
    leave(tmp_path, "again.json", datetime.now(UTC))
    assert check(tmp_path, listener).returncode == 0
    assert [told["status"] for told in listener.heard] == ["failed", "recovered"]


def test_where_nothing_was_ever_crawled_that_is_told(tmp_path: Path, listener: Listener) -> None:
    never = check(tmp_path / "elsewhere", listener, "https://en.minanews.net/")
    assert never.returncode == 6, never.stderr
    assert "is MINA_DATA_DIR the crawler's?" in never.stdout
    assert listener.heard[0]["site"] == "https://en.minanews.net/"


def test_a_listener_that_is_away_is_told_on_the_terminal(
    tmp_path: Path, listener: Listener
) -> None:
    listener.status = 500
    unheard = check(tmp_path, listener)
    assert unheard.returncode == 6
    assert "Nobody could be told (MINA_WEBHOOK_URL)" in unheard.stderr
