"""The receipt itself: one JSON file for each run."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / f"{receipt['run']}.json"
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        json.dump(receipt, file, ensure_ascii=False, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    return path


def read_receipt(path: Path) -> Receipt:
    """Return the receipt in *path*."""
    receipt: Receipt = json.loads(path.read_text("utf-8"))
    return receipt


def read_latest(directory: Path) -> Iterator[Receipt]:
    """Yield the receipts in *directory*, the latest first, none before it is needed."""
    paths = sorted(directory.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    yield from map(read_receipt, paths)
