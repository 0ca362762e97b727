"""Which earlier receipts are read back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from mina_crawler.receipts.history import read_history
from mina_crawler.receipts.receipt import write_receipt
from tests.made_receipts import receipt

if TYPE_CHECKING:
    from pathlib import Path


def keep(directory: Path, age: int, **changes: Any) -> None:
    path = write_receipt(receipt(**changes), directory)
    os.utime(path, (1_800_000_000 - age, 1_800_000_000 - age))


def test_the_latest_comes_first_whatever_runs_are_called(tmp_path: Path) -> None:
    for age, run in enumerate(["b", "c", "a"]):
        keep(tmp_path, age, run=run)
    assert [r["run"] for r in read_history(tmp_path, receipt(run="now"))] == ["b", "c", "a"]


def test_neither_the_run_itself_nor_other_sites_are_among_them(tmp_path: Path) -> None:
    keep(tmp_path, 1, run="now")
    keep(tmp_path, 2, run="english", site="https://en.minanews.net/")
    assert read_history(tmp_path, receipt(run="now")) == []
