"""What each monitor finds in receipts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from scrapy.settings import Settings

from mina_crawler.monitors import checks
from mina_crawler.monitors.checks import Demands, on_weekdays
from mina_crawler.monitors.suite import findings
from mina_crawler.receipts.silence import Silence
from tests.made_receipts import receipt

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOBODY: list[dict[str, Any]] = []


def demands(**settings: Any) -> Demands:
    chosen = Settings()
    chosen.setmodule("mina_crawler.settings")
    chosen.setdict({f"MINA_MONITOR_{name.upper()}": value for name, value in settings.items()})
    return Demands.from_settings(chosen)


def at(moment: datetime, **changes: Any) -> dict[str, Any]:
    return receipt(ended_at=moment.isoformat(timespec="seconds"), **changes)


def test_a_run_that_went_well_is_nothing_to_tell() -> None:
    assert findings([], receipt=receipt(), history=NOBODY, demands=demands()) == []


def test_each_sentence_is_told_once_under_the_monitor_that_it_belongs_to() -> None:
    reasons = ["7 lines wait for articles.jsonl: the next run delivers them first", "another"]
    ended = receipt(owed={"articles.jsonl": 7}, verdict="not delivered", reasons=reasons)
    found = findings([], receipt=ended, history=NOBODY, demands=demands())
    assert found == [("delivery", reasons[0]), ("verdict", "another")]


def test_verdicts_that_nobody_wants_to_hear_of_are_kept_quiet() -> None:
    ended = receipt(verdict="partial", exit_code=3, reasons=["1 address"])
    assert list(checks.verdict(ended, NOBODY, demands())) == ["1 address"]
    assert not list(checks.verdict(ended, NOBODY, demands(verdicts="suspect,not delivered")))


def test_lines_may_wait_as_long_as_they_are_few() -> None:
    ended = receipt(owed={"articles.jsonl": 7})
    assert len(list(checks.delivery(ended, NOBODY, demands(owed=6)))) == 1
    assert not list(checks.delivery(ended, NOBODY, demands(owed=7)))
    assert list(checks.delivery(receipt(errors={"ledger": 1}), NOBODY, demands(owed=7)))


@pytest.mark.parametrize("kind", checks.BROKEN)
def test_pages_that_make_no_article_are_told_with_the_first_address(kind: str) -> None:
    failure = {"url": "https://minanews.net/a/", "reason": kind, "source": "rest", "tries": 1}
    ended = receipt(failed={kind: 2}, failures=[failure])
    [told] = checks.validation(ended, NOBODY, demands())
    assert told.endswith("first https://minanews.net/a/")
    assert not list(checks.validation(ended, NOBODY, demands(invalid=2)))


def test_a_field_that_articles_have_no_more_is_named() -> None:
    ended = receipt(articles={"coverage": {"editors": 0.1}})
    [told] = checks.coverage(ended, [receipt(run="before")], demands())
    assert told == "only 10% of the articles have editors, usually 90%"


@pytest.mark.parametrize(
    ("begin", "hours"),
    [
        (MONDAY - timedelta(hours=10), 10),
        (MONDAY - timedelta(days=1), 19),  # Monday begins at 17:00 on Sunday, UTC
        (MONDAY - timedelta(days=3), 24),
        (MONDAY - timedelta(days=7), 120),
    ],
)
def test_a_weekend_may_be_silent(begin: datetime, hours: int) -> None:
    assert on_weekdays(Silence(begin, MONDAY)) == timedelta(hours=hours)


def test_silence_is_told_after_the_hours_that_were_set() -> None:
    last = at(MONDAY - timedelta(hours=9), run="last")
    ended = at(MONDAY, new=0, articles={"count": 0})
    assert not list(checks.freshness(ended, [last], demands()))
    [told] = checks.freshness(ended, [last], demands(silence_hours=8))
    assert told == "nothing new for 9 hours: the last was found on 2026-11-23T03:00:00+00:00"


def quarters(counts: list[int]) -> list[dict[str, Any]]:
    """Return a receipt for each half day, the latest first, each with so many new articles."""
    half = timedelta(hours=12)
    return [at(MONDAY - half * n, run=f"r{n}", new=count) for n, count in enumerate(counts)]


def test_a_day_with_few_articles_is_told() -> None:
    ended, *history = quarters([3, 2] + [20, 20] * 7 + [9000])
    [told] = checks.item_count(ended, history, demands())
    assert told == "only 5 new articles within 24 hours, usually 40"
    assert not list(checks.item_count(ended, history, demands(drop=0.9)))


def test_a_few_days_or_few_articles_a_day_prove_nothing() -> None:
    for counts in ([3, 2] + [20, 20] * 2 + [9000], [0, 0] + [9, 9] * 7):
        ended, *history = quarters(counts)
        assert not list(checks.item_count(ended, history, demands()))


def test_monitors_of_a_users_own_join_ours_and_one_that_breaks_is_told() -> None:
    from spidermon import Monitor  # noqa: PLC0415 - would be run as a test of this file

    class Bytes(Monitor):
        def test_bytes(self) -> None:
            self.fail(f"{self.data.receipt['bytes']} bytes")

        def test_typo(self) -> None:
            self.data.receipt["byte"]

    found = findings([Bytes], receipt=receipt(), history=NOBODY, demands=demands())
    assert found == [
        ("test_bytes", "1000000 bytes"),
        ("test_typo", "the monitor test_typo broke: KeyError: 'byte'"),
    ]
