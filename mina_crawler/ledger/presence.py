"""Which runs are alive: told by locks that the system takes back when a process dies."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from mina_crawler.ledger.database import Database

LOCK_CLASS = 0x6D696E61
"""Sets our advisory locks apart from those of other programs in the same PostgreSQL."""


class Presence(Protocol):
    """Holds a run's sign of life and reads those of others."""

    def hold(self, run: int) -> None:
        """Show that *run* is alive, until this process ends or :meth:`release` is called."""

    def is_alive(self, run: int) -> bool:
        """Tell whether the process of *run* still lives."""

    def release(self) -> None:
        """Take the sign away."""


class FilePresence:
    """For SQLite: a locked file beside the database for each run."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._held: IO[bytes] | None = None

    def hold(self, run: int) -> None:
        """Lock the file of *run*."""
        self._held = self._path(run).open("wb")
        fcntl.flock(self._held, fcntl.LOCK_EX)

    def is_alive(self, run: int) -> bool:
        """Tell whether somebody holds the lock; clear away the file of the dead."""
        try:
            with self._path(run).open("rb") as file:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except FileNotFoundError:
            return False
        except BlockingIOError:
            return True
        self._path(run).unlink(missing_ok=True)
        return False

    def release(self) -> None:
        """Remove the file, then the lock."""
        if self._held:
            Path(self._held.name).unlink(missing_ok=True)
            self._held.close()
            self._held = None

    def _path(self, run: int) -> Path:
        return self._database.with_name(f"{self._database.name}-run-{run}.lock")


class AdvisoryPresence:
    """For PostgreSQL: an advisory lock on a connection of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: Connection | None = None

    def hold(self, run: int) -> None:
        """Lock the number of *run* for as long as the connection lasts."""
        self._held = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        self._held.execute(text("SELECT pg_advisory_lock(:c, :r)"), {"c": LOCK_CLASS, "r": run})

    def is_alive(self, run: int) -> bool:
        """Tell whether a session of this database holds the lock."""
        query = text(
            "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database"
            " WHERE datname = current_database() AND locktype = 'advisory'"
            " AND classid = :c AND objid = :r AND granted"
        )
        with self._engine.connect() as connection:
            return bool(connection.scalar(query, {"c": LOCK_CLASS, "r": run}))

    def release(self) -> None:
        """End the session that holds the lock."""
        if self._held:
            self._held.detach()  # closed in earnest, not given back to the pool with its lock
            self._held.close()
            self._held = None


def presence_in(database: Database) -> Presence:
    """Return the kind of presence that *database* offers."""
    if database.kind == "sqlite":
        return FilePresence(Path(database.url.database or ""))
    return AdvisoryPresence(database.engine)
