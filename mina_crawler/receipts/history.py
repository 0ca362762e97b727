"""Earlier receipts that a run may be held against."""

from __future__ import annotations

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


def read_history(directory: Path, receipt: Receipt) -> list[Receipt]:
    """Return what earlier receipts tell of the site of *receipt*, the latest first."""
    return [
        {key: earlier[key] for key in KEPT}
        for earlier in islice(read_latest(directory), LOOKED_AT)
        if earlier["schema"] == RECEIPT_SCHEMA
        and earlier["site"] == receipt["site"]
        and earlier["run"] != receipt["run"]
    ]
