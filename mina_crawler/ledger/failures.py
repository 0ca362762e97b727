"""Listed addresses that could not be fetched: the next run tries them without a listing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from mina_crawler.ledger.schema import failures

if TYPE_CHECKING:
    from collections.abc import Callable

    from mina_crawler.ledger.database import Database


@dataclass(frozen=True, slots=True)
class Failure:
    """An address that is still to be fetched; moments in seconds since 1970."""

    url: str
    source: str
    reason: str
    tries: int
    first_at: int
    last_at: int
    run: int


class Failures:
    """The list of addresses that failed and have not succeeded since."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def note(self, url: str, *, source: str, reason: str, run: int) -> None:
        """Note that *url* failed once more."""
        now = int(self._clock())
        insert = self._database.insert(failures).values(
            url=url, source=source, reason=reason, tries=1, first_at=now, last_at=now, run=run
        )
        again = {"reason": reason, "tries": failures.c.tries + 1, "last_at": now, "run": run}
        with self._database.writing() as connection:
            connection.execute(insert.on_conflict_do_update(index_elements=["url"], set_=again))

    def settle(self, url: str) -> None:
        """Forget that *url* failed."""
        with self._database.writing() as connection:
            connection.execute(delete(failures).where(failures.c.url == url))

    def open(self, limit: int = 10_000) -> list[Failure]:
        """Return the addresses still to be fetched, those that waited longest first."""
        query = select(failures).order_by(failures.c.last_at, failures.c.url).limit(limit)
        with self._database.reading() as connection:
            return [Failure(*row) for row in connection.execute(query)]

    def of_run(self, run: int, limit: int = 1000) -> list[Failure]:
        """Return the addresses that failed in *run*, in the order of their addresses."""
        query = select(failures).where(failures.c.run == run).order_by(failures.c.url).limit(limit)
        with self._database.reading() as connection:
            return [Failure(*row) for row in connection.execute(query)]

    def count(self) -> int:
        """Return how many addresses are still to be fetched."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count(failures.c.url))) or 0
