"""What a monitor finds wrong with a receipt, a sentence each."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.parsing.dates import WIB
from mina_crawler.receipts.changes import changes
from mina_crawler.receipts.silence import silence_of
from mina_crawler.receipts.suspicion import false_answers
from mina_crawler.receipts.verdict import undelivered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from scrapy.settings import BaseSettings

    from mina_crawler.receipts.receipt import Receipt
    from mina_crawler.receipts.silence import Silence

BROKEN = ("layout", "invalid")
"""Reasons to fail of a page that was had, but is no article as it should be."""
SATURDAY = 5
DAY = timedelta(days=1)
DAYS = 8
"""So many are counted, the last one included."""
WORTH_COMPARING = 3
"""Days before it that are needed."""


class Demands(NamedTuple):
    """What a run must keep to; the names are those of settings, ``MINA_MONITOR_INVALID``."""

    verdicts: tuple[str, ...]
    owed: int
    invalid: int
    silence: timedelta
    drop: float
    """By how much the number of new articles a day may fall."""
    lot: int
    """So many articles show what they hold, and so many a day are worth counting."""
    field_drop: float

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Take the demands that a user made."""
        return cls(
            verdicts=tuple(settings.getlist("MINA_MONITOR_VERDICTS")),
            owed=settings.getint("MINA_MONITOR_OWED"),
            invalid=settings.getint("MINA_MONITOR_INVALID"),
            silence=timedelta(hours=settings.getfloat("MINA_MONITOR_SILENCE_HOURS")),
            drop=settings.getfloat("MINA_MONITOR_DROP"),
            lot=settings.getint("MINA_SUSPECT_ARTICLES"),
            field_drop=settings.getfloat("MINA_SUSPECT_DROP"),
        )


def delivery(receipt: Receipt, _history: list[Receipt], demands: Demands) -> Iterator[str]:
    """Yield what did not reach the feeds."""
    if sum(receipt["owed"].values()) > demands.owed or not receipt["owed"]:
        yield from undelivered(receipt)


def validation(receipt: Receipt, _history: list[Receipt], demands: Demands) -> Iterator[str]:
    """Yield how many pages made no valid article."""
    if sum(receipt["failed"].get(kind, 0) for kind in BROKEN) > demands.invalid:
        yield from false_answers(receipt, BROKEN)


def coverage(receipt: Receipt, history: list[Receipt], demands: Demands) -> Iterator[str]:
    """Yield which fields the latest articles have less often than those before them."""
    yield from changes(receipt, history, demands.lot, demands.field_drop)


def freshness(receipt: Receipt, history: list[Receipt], demands: Demands) -> Iterator[str]:
    """Yield for how long nothing was new, where most of it were hours of weekdays."""
    silence = silence_of(receipt, history)
    if silence and on_weekdays(silence) > demands.silence:
        yield str(silence)


def item_count(receipt: Receipt, history: list[Receipt], demands: Demands) -> Iterator[str]:
    """Yield how many articles were new within a day, where that is far from usual."""
    today, *before = _by_day([receipt, *history])
    if len(before) < WORTH_COMPARING:
        return
    usual = sorted(before)[len(before) // 2]
    if usual >= demands.lot and today < usual * (1 - demands.drop):
        yield f"only {today} new articles within 24 hours, usually {usual}"


def verdict(receipt: Receipt, _history: list[Receipt], demands: Demands) -> Iterator[str]:
    """Yield all reasons of a verdict that is to be told."""
    if receipt["verdict"] in demands.verdicts:
        yield from receipt["reasons"]


def on_weekdays(silence: Silence) -> timedelta:
    """Return how much of *silence* fell on Monday to Friday, in the site's zone."""
    total = timedelta()
    begin, end = (moment.astimezone(WIB) for moment in silence)
    while begin < end:
        midnight = datetime.combine(begin.date() + DAY, time(), WIB)
        if begin.weekday() < SATURDAY:
            total += min(midnight, end) - begin
        begin = midnight
    return total


def _by_day(receipts: list[Receipt]) -> list[int]:
    """Return how many articles were new in each 24 hours that were watched, the latest first."""
    moments = [datetime.fromisoformat(receipt["ended_at"]) for receipt in receipts]
    ages = [(moments[0] - moment) // DAY for moment in moments]
    counts = [0] * min(
        max(ages[-1], 1), DAYS
    )  # the first of all days was not watched from its start
    for age, receipt in zip(ages, receipts, strict=True):
        if age < len(counts):
            counts[age] += receipt["new"]
    return counts
