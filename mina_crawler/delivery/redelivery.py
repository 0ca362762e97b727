"""Owes to a new feed what an older one has got."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mina_crawler.delivery.stored import read_lines
from mina_crawler.items import Article
from mina_crawler.ledger.outbox import read_line

if TYPE_CHECKING:
    from mina_crawler.arguments import Period
    from mina_crawler.ledger.ledger import Ledger


def owe_again(ledger: Ledger, *, source: str, goal: str, period: Period, run: int) -> int:
    """Put the lines of the feed *source* into the outbox for the feed *goal*; return how many.

    Tombstones have no day of publication: they come along where the period is open.
    """
    feed, count = ledger.deliveries.feed(goal), 0
    for uri in ledger.deliveries.files(ledger.deliveries.feed(source)):
        for line in read_lines(uri):
            item = read_line(line.decode())
            if isinstance(item, Article):
                wanted = date.fromisoformat(item.published_at[:10]) in period
            else:
                wanted = not period
            if wanted:
                ledger.outbox.owe_again(item, run=run, feed=feed)
                count += 1
    return count
