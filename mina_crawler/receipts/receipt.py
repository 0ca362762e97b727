"""The receipt itself: one JSON file for each run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mina_crawler.delivery.documents import write_document

if TYPE_CHECKING:
    from collections.abc import Iterator

RECEIPT_SCHEMA = "mina-receipt/2"

Receipt = dict[str, Any]

receipt_final = object()
"""Scrapy signal: the run is over and judged; sent with *receipt* and the *history* before it."""


def directory_of(data: str) -> Path:
    """Return where the receipts of a data directory lie."""
    return Path(data, "runs")


def write_receipt(receipt: Receipt, directory: Path) -> Path:
    """Write *receipt*, whole or not at all; return where it lies."""
    return write_document(receipt, directory / f"{receipt['run']}.json")


def read_receipt(path: Path) -> Receipt:
    """Return the receipt in *path*."""
    receipt: Receipt = json.loads(path.read_text("utf-8"))
    return receipt


def read_latest(directory: Path) -> Iterator[Receipt]:
    """Yield the receipts in *directory*, the latest first, none before it is needed."""
    paths = sorted(directory.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    yield from map(read_receipt, paths)
