"""Drafts: a run keeps one of its receipt, and where it is killed the next run completes it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mina_crawler.delivery.documents import write_document
from mina_crawler.receipts.receipt import read_receipt
from mina_crawler.receipts.verdict import KILLED, judged

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mina_crawler.ledger.ledger import Ledger
    from mina_crawler.receipts.receipt import Receipt


def write_draft(receipt: Receipt, directory: Path) -> None:
    """Write how far the run has come; *receipt* has no verdict yet."""
    write_document(receipt, directory / f"{receipt['run']}.draft")


def drop_draft(run: str, directory: Path) -> None:
    """Remove the draft of a run that is accounted for."""
    (directory / f"{run}.draft").unlink(missing_ok=True)


def read_drafts(directory: Path) -> Iterator[Receipt]:
    """Yield how far the runs have come that are at work, or died."""
    for draft in directory.glob("*.draft"):
        with suppress(FileNotFoundError):  # it has just ended
            yield read_receipt(draft)


def read_killed(directory: Path, ledger: Ledger) -> Iterator[Receipt]:
    """Yield the receipts of the runs that left a draft and are no longer alive."""
    for draft in sorted(directory.glob("*.draft")):
        if ledger.is_dead(draft.stem):
            yield _last_words(draft)


def _last_words(draft: Path) -> Receipt:
    """Return the receipt of a run that was killed, be it just after it had written one."""
    written = draft.with_suffix(".json")
    if written.exists():
        return read_receipt(written)
    return judged({**read_receipt(draft), "reason": KILLED})
