"""Gathers accepted items for a moment, to commit them in one transaction.

A transaction costs as much as three articles in it: 160 µs by the clock, each article 60.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mina_crawler.items import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mina_crawler.items import Tombstone
    from mina_crawler.ledger.outbox import Offer, Outbox

MOST = 8
"""Items that wait: as many as are on their way from a site on this machine."""
PATIENCE = 0.05
"""Seconds that they wait for more of their kind."""


class Gathering:
    """Takes items in one by one; each is accepted only once it is committed."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox
        self._waiting: list[tuple[Offer, asyncio.Future[int | None]]] = []
        self._marks: set[object] = set()
        """What those who wait may be met again by."""
        self._timer: asyncio.TimerHandle | None = None

    async def accept(self, offer: Offer, *, is_last: bool = False) -> int | None:
        """Return the number of *offer* in the outbox, if any. Raises AlreadyAcceptedError.

        Those who wait go on in the order of their numbers: a file that has to be sent again is
        written from the outbox, and must come out the same. Where it *is_last*, no other is on
        its way that it might wait for.
        """
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[int | None] = loop.create_future()
        self._waiting.append((offer, answer))
        self._marks |= _marks(offer.item)
        if is_last or len(self._waiting) == MOST:
            loop.call_soon(self.commit)  # once this one awaits its turn, as all others do
        elif self._timer is None:
            self._timer = loop.call_later(PATIENCE, self.commit)
        return await answer

    def settle(self, item: Article) -> None:
        """Commit at once where one that waits may be the same article as *item*."""
        if not self._marks.isdisjoint(_marks(item)):
            self.commit()

    def commit(self) -> None:
        """Commit what waits."""
        if not self._waiting:
            return
        if self._timer:
            self._timer.cancel()
        # By address, as another crawl does: neither waits for what waits for it.
        waiting = sorted(self._waiting, key=lambda pair: pair[0].item.url)
        self._waiting, self._marks, self._timer = [], set(), None
        answers = self._commit([offer for offer, _ in waiting])
        for (_, future), answer in zip(waiting, answers, strict=True):
            if future.cancelled():
                continue
            if isinstance(answer, Exception):
                future.set_exception(answer)
            else:
                future.set_result(answer)

    def _commit(self, offers: Sequence[Offer]) -> Sequence[int | Exception | None]:
        """Return what became of *offers*; one that fails takes none of the others with it."""
        try:
            return self._outbox.accept(offers)
        except Exception as error:  # noqa: BLE001 - told to who waits
            if len(offers) == 1:
                return [error]
            return [answer for offer in offers for answer in self._commit([offer])]


def _marks(item: Article | Tombstone) -> set[object]:
    marks: set[object] = {item.url}
    if isinstance(item, Article):
        marks |= {item.content_hash, item.post_id} - {None}
    return marks
