"""Every crawl that was begun, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select, update

from mina_crawler.ledger.schema import runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from mina_crawler.ledger.database import Database


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl; moments in seconds since 1970."""

    id: int
    name: str
    started_at: int
    ended_at: int | None
    verdict: str | None


class Runs:
    """The list of crawls."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def begin(self, name: str) -> int:
        """Note that the run *name* begins; return its number."""
        new = insert(runs).values(name=name, started_at=int(self._clock())).returning(runs.c.id)
        with self._database.writing() as connection:
            run: int = connection.execute(new).scalar_one()
            return run

    def end(self, run: int, verdict: str) -> None:
        """Note how *run* ended."""
        ended = update(runs).where(runs.c.id == run)
        with self._database.writing() as connection:
            connection.execute(ended.values(ended_at=int(self._clock()), verdict=verdict))

    def find(self, name: str) -> int | None:
        """Return the number of the run *name*."""
        with self._database.reading() as connection:
            return connection.scalar(select(runs.c.id).where(runs.c.name == name))

    def latest(self, count: int) -> list[Run]:
        """Return the last *count* runs, the newest first."""
        query = select(runs).order_by(runs.c.id.desc()).limit(count)
        with self._database.reading() as connection:
            return [Run(*row) for row in connection.execute(query)]

    def count(self) -> int:
        """Return how many runs there were."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count(runs.c.id))) or 0
