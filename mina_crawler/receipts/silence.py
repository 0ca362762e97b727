"""For how long nothing new was found."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mina_crawler.receipts.receipt import Receipt

LIMITS = ("until", "url", "categories", "max_items")
"""Arguments of a crawl that may rightly find nothing new."""
IN_HOURS = timedelta(days=2)


class Silence(NamedTuple):
    """From the last run that found something new to the end of this one; moments in UTC."""

    begin: datetime
    end: datetime

    def __str__(self) -> str:
        """Return the sentence that tells of it."""
        long = self.end - self.begin
        told = f"{long // timedelta(hours=1)} hours" if long < IN_HOURS else f"{long.days} days"
        return f"nothing new for {told}: the last was found on {self.begin.isoformat()}"


def silence_of(receipt: Receipt, history: Iterable[Receipt]) -> Silence | None:
    """Return the silence at the end of *receipt*; ``None`` where it found something."""
    if receipt["new"] or any(name in receipt["arguments"] for name in LIMITS):
        return None
    last = next((earlier["ended_at"] for earlier in history if earlier["new"]), None)
    if last is None:
        return None
    return Silence(datetime.fromisoformat(last), datetime.fromisoformat(receipt["ended_at"]))
