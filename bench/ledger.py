"""What it takes to know articles: bytes on the disk."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert

from mina_crawler.ledger.ledger import Ledger
from mina_crawler.ledger.schema import articles

if TYPE_CHECKING:
    from typing import Any

    from bench.table import Figures

PAGE = 5000


def measure(known: int) -> Figures:
    """Return the bytes of the ledger for each of so many *known* articles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        _fill(path, known)
        size = path.stat().st_size
    return {"bytes of the ledger": {f"for each of {known} articles": size / known}}


def _fill(path: Path, count: int) -> None:
    ledger = Ledger(str(path))
    now = int(time.time())
    for start in range(0, count, PAGE):
        numbers = range(start, min(start + PAGE, count))
        with ledger.database.writing() as connection:
            connection.execute(insert(articles), [_row(number, now) for number in numbers])
    ledger.close()


def _row(number: int, now: int) -> dict[str, Any]:
    return {
        "url": f"https://minanews.net/{'kata-panjang-' * 5}{number}/",
        "site": "minanews.net",
        "edition": "id",
        "post_id": number,
        "source": "category",
        "content_hash": number.to_bytes(32, "big"),
        "digests": bytes(78),
        "revision": 1,
        "published_at": now - number,
        "first_seen": now,
        "last_seen": now,
    }
