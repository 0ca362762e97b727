"""Ends a run in all books: its receipt, the ledger, and what is told beside the feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.receipts.drafts import drop_draft
from mina_crawler.receipts.publication import post
from mina_crawler.receipts.receipt import write_receipt

if TYPE_CHECKING:
    from pathlib import Path

    from mina_crawler.ledger.ledger import Ledger
    from mina_crawler.receipts.receipt import Receipt


def account_for(receipt: Receipt, directory: Path, ledger: Ledger | None) -> None:
    """Write *receipt*, let it wait to be published, and end its run.

    The draft goes last: as long as it is there, the next run repeats what is missing here.
    """
    write_receipt(receipt, directory)
    number = ledger.runs.find(receipt["run"]) if ledger else None
    if ledger and number:
        post(receipt, directory, ledger.deliveries.brought_by(number))
        ledger.runs.end(number, receipt["verdict"])
    else:
        post(receipt, directory)
    drop_draft(receipt["run"], directory)
