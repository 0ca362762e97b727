"""Every listing that was walked, and where the walk stopped."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import insert, select, update

from mina_crawler.ledger.schema import walks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mina_crawler.ledger.database import Database


class Completed(NamedTuple):
    """A walk that reached its end; moments in seconds since 1970."""

    started_at: int
    ended_at: int
    stopped: str

    @property
    def started_on(self) -> date:
        """The day it began, by UTC."""
        return datetime.fromtimestamp(self.started_at, UTC).date()


class Walks:
    """The list of walks; a walk is known by its source and its name."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def begin(self, run: int, source: str, name: str) -> int:
        """Note that a walk begins; return its number."""
        values = {"run": run, "source": source, "name": name, "started_at": int(self._clock())}
        with self._database.writing() as connection:
            new = insert(walks).values(values).returning(walks.c.id)
            walk: int = connection.execute(new).scalar_one()
            return walk

    def end(self, walk: int, *, listed: int, stopped: str, complete: bool) -> None:
        """Note what a walk listed, where and why it stopped, and whether that was its end."""
        values = {"ended_at": int(self._clock()), "listed": listed, "stopped": stopped}
        with self._database.writing() as connection:
            connection.execute(
                update(walks).where(walks.c.id == walk).values(complete=complete, **values)
            )

    def last_complete(self, source: str, name: str) -> Completed | None:
        """Return the last walk of this listing that reached its end."""
        query = (
            select(walks.c.started_at, walks.c.ended_at, walks.c.stopped)
            .where(walks.c.source == source, walks.c.name == name, walks.c.complete)
            .order_by(walks.c.id.desc())
            .limit(1)
        )
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return Completed(*row) if row else None
