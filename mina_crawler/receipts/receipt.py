"""The receipt itself: one JSON file for each run."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

RECEIPT_SCHEMA = "mina-receipt/1"

Receipt = dict[str, Any]


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


def read_receipts(directory: Path) -> Iterator[Receipt]:
    """Yield the receipts in *directory*, the latest first."""
    receipts = [read_receipt(path) for path in directory.glob("*.json")]
    yield from sorted(receipts, key=lambda receipt: str(receipt["started_at"]), reverse=True)
