"""Earlier receipts that a run may be held against."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from mina_crawler.receipts.receipt import RECEIPT_SCHEMA, read_latest

if TYPE_CHECKING:
    from pathlib import Path

    from mina_crawler.receipts.receipt import Receipt

LOOKED_AT = 3000
"""Receipts read at most, the latest first: a month of a run each quarter of an hour."""
KEPT = ("run", "way", "new", "ended_at", "articles")
"""What a later run may be held against."""
COMPARED = 10
SAME_TIMES = timedelta(days=730)
"""Articles of other years come from other pages: they are held against none."""


def read_history(directory: Path, receipt: Receipt) -> list[Receipt]:
    """Return what earlier receipts tell of the site of *receipt*, the latest first."""
    return [
        {key: earlier[key] for key in KEPT}
        for earlier in islice(read_latest(directory), LOOKED_AT)
        if earlier["schema"] == RECEIPT_SCHEMA
        and earlier["site"] == receipt["site"]
        and earlier["run"] != receipt["run"]
    ]


def peers_of(receipt: Receipt, history: list[Receipt], articles: int) -> list[Receipt]:
    """Return the latest receipts of the same way and the same years, with enough *articles*."""
    alike = (
        earlier
        for earlier in history
        if earlier["way"] == receipt["way"]
        and earlier["articles"]["count"] >= articles
        and _are_of_the_same_years(earlier, receipt)
    )
    return list(islice(alike, COMPARED))


def _are_of_the_same_years(one: Receipt, other: Receipt) -> bool:
    days = [date.fromisoformat(receipt["articles"]["middle_day"]) for receipt in (one, other)]
    return abs(days[0] - days[1]) <= SAME_TIMES
