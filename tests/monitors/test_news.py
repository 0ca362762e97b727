"""When there is something to tell, and when it was told before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mina_crawler.monitors.memory import Memory
from mina_crawler.monitors.news import news_of
from tests.made_receipts import receipt

if TYPE_CHECKING:
    from pathlib import Path

    from mina_crawler.monitors.message import Message

PATIENCE = timedelta(hours=24)
EDITORS = ("field coverage", "only 20% of the articles have editors, usually 90%")
SILENT = ("freshness", "nothing new for 25 hours: the last was found on 2026-11-20T21:10:00+00:00")


class Watch:
    """Runs of one site, an hour after each other."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = datetime(2026, 11, 23, tzinfo=UTC)

    def run(self, *found: tuple[str, str], hours: float = 1, **changes: Any) -> Message | None:
        """Return the message about a run in which monitors *found* this."""
        self.now += timedelta(hours=hours)
        ended = receipt(run=f"{self.now:%dT%H}", ended_at=self.now.isoformat(), **changes)
        memory = Memory(self.path)
        news = news_of(ended, found, memory, PATIENCE)
        memory.keep(ended, news.known)
        return news.message


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path / "told.json")


def test_what_lasts_is_told_once_though_its_numbers_change(watch: Watch) -> None:
    first = watch.run(EDITORS)
    assert first
    assert EDITORS[1] in first.text
    assert "since" not in first.text
    assert (
        watch.run(("field coverage", "only 5% of the articles have editors, usually 90%")) is None
    )


def test_what_is_new_is_told_beside_what_lasts_with_the_run_that_met_it_first(watch: Watch) -> None:
    watch.run(EDITORS)
    watch.run(EDITORS)
    message = watch.run(EDITORS, SILENT)
    assert message
    assert [problem.since for problem in message.problems] == ["23T01", "23T03"]
    assert f"{EDITORS[1]} (since 23T01)\n- {SILENT[1]}\n" in message.text


def test_what_lasts_is_told_again_after_a_day(watch: Watch) -> None:
    watch.run(EDITORS)
    assert watch.run(EDITORS, hours=23.5) is None
    again = watch.run(EDITORS)
    assert again
    assert "(since 23T01)" in again.text
    assert watch.run(EDITORS) is None


def test_the_end_is_told_once(watch: Watch) -> None:
    assert watch.run() is None
    watch.run(EDITORS)
    over = watch.run()
    assert over
    assert (over.payload["status"], over.problems) == ("recovered", ())
    assert watch.run() is None


def test_a_run_without_articles_proves_nothing_about_them(watch: Watch) -> None:
    watch.run(EDITORS)
    assert watch.run(articles={"count": 0}, new=0) is None
    assert watch.run(EDITORS) is None
    assert watch.run()


def test_one_kind_of_crawl_does_not_solve_what_another_met(watch: Watch) -> None:
    weekly: dict[str, Any] = {"arguments": {"full": "1"}}
    assert watch.run(EDITORS, **weekly)
    assert watch.run(EDITORS) is None, "known already"
    assert watch.run(), "solved for this kind"
    assert watch.run(EDITORS, **weekly) is None
    assert watch.run(**weekly)


def test_sites_are_told_apart(watch: Watch) -> None:
    watch.run(EDITORS)
    assert watch.run(EDITORS, site="https://en.minanews.net/")
