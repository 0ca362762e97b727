"""One run at a time: locks by name, which the system takes back when a process dies."""

from __future__ import annotations

import fcntl
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from mina_crawler.ledger.database import Database

LOCK_CLASS = 0x6D696E62
"""Sets these advisory locks apart from those that show a run alive."""


class Exclusive(Protocol):
    """Holds what nobody else may hold."""

    def claim(self, name: str) -> bool:
        """Take *name* until :meth:`release` or death; tell whether it was free."""

    def release(self) -> None:
        """Let go."""


class FileExclusive:
    """For SQLite: a locked file beside the database; it stays, the lock does not."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._held: IO[bytes] | None = None

    def claim(self, name: str) -> bool:
        """Lock the file of *name*."""
        path = self._database.with_name(f"{self._database.name}-{_number(name):08x}.lock")
        file = path.open("wb")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        self._held = file
        return True

    def release(self) -> None:
        """Unlock the file."""
        if self._held:
            self._held.close()
            self._held = None


class AdvisoryExclusive:
    """For PostgreSQL: an advisory lock on a connection of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._held: Connection | None = None

    def claim(self, name: str) -> bool:
        """Lock the number of *name* for as long as the connection lasts."""
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        query = text("SELECT pg_try_advisory_lock(:c, :n)")
        number = _number(name) & 0x7FFFFFFF
        if not connection.scalar(query, {"c": LOCK_CLASS, "n": number}):
            connection.close()
            return False
        self._held = connection
        return True

    def release(self) -> None:
        """End the session that holds the lock."""
        if self._held:
            self._held.detach()  # closed in earnest, not given back to the pool with its lock
            self._held.close()
            self._held = None


def exclusive_in(database: Database) -> Exclusive:
    """Return the kind of lock that *database* offers."""
    if database.kind == "sqlite":
        return FileExclusive(Path(database.url.database or ""))
    return AdvisoryExclusive(database.engine)


def _number(name: str) -> int:
    return zlib.crc32(name.encode())
