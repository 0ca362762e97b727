"""What is told of feeds that the ledger can be held against, and of those that it cannot."""

from __future__ import annotations

from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from mina_crawler.delivery.audit import Auditor
from mina_crawler.ledger.deliveries import Parcel
from tests.ledgers import accept, article, clock, ledger, ledger_address

if TYPE_CHECKING:
    from pathlib import Path

    from mina_crawler.ledger.ledger import Ledger

__all__ = ["clock", "ledger", "ledger_address"]


@pytest.mark.parametrize("name", ["articles.csv", "articles.csv.gz", "stdout:"])
def test_what_cannot_be_compared_is_not_called_broken(
    ledger: Ledger, tmp_path: Path, name: str
) -> None:
    address = name if name == "stdout:" else str(tmp_path / name)
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(address)
    line = accept(ledger, article(1), run, feed)
    assert line
    parcel = Parcel(uri=address, start=0, size=3, sha256=sha256(b"abc").digest())
    ledger.deliveries.confirm(ledger.deliveries.announce(feed, run, parcel, [line]))
    with closing(Auditor(ledger)) as auditor:
        found = auditor.read(address)
    assert found.is_sound
    assert found.unread
