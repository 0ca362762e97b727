"""Where the ledger is stored: SQLite in a file, or PostgreSQL."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event, make_url, text

from mina_crawler.ledger.migrations import migrate
from mina_crawler.ledger.shortcut import Shortcut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection, Table

BUSY_SECONDS = 60
"""How long a writer waits for another process's transaction."""

# NORMAL: a commit survives the death of the process, and the file that of the machine.
# Incremental: what a long outage piled up in the outbox is given back to the disk afterwards.
SQLITE_PRAGMAS = (
    "PRAGMA auto_vacuum = INCREMENTAL",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA journal_size_limit = 16777216",
    "PRAGMA secure_delete = OFF",
    "PRAGMA cache_size = -1000",  # KiB: a long crawl fills the two megabytes of the default
    "PRAGMA wal_autocheckpoint = 4000",
)
BEGIN = text("BEGIN IMMEDIATE")
SCHEMA_LOCK = 0x6D696E61

READING: dict[str, dict[str, Any]] = {
    "sqlite": {"reading": True},
    "postgresql": {"isolation_level": "AUTOCOMMIT"},
}
"""How to ask without a transaction around each question."""


def parse_address(address: str) -> URL:
    """Return the database's address; a bare path means SQLite."""
    return make_url(address if "://" in address else f"sqlite:///{address}")


class Database:
    """One ledger's database, of the newest schema."""

    def __init__(self, address: str) -> None:
        self.url = parse_address(address)
        self.kind = self.url.get_backend_name()
        if self.kind not in READING:
            raise ValueError(f"{self.url!r}: a ledger lives in sqlite or postgresql")
        self.engine = _open(self.url)
        self.execute = Shortcut(self.engine.dialect).execute
        if self.kind == "sqlite":
            event.listen(self.engine, "begin", self._begin)
        self._reading = self.engine.execution_options(**READING[self.kind])
        self._reader: Connection | None = None
        self._writer: Connection | None = None
        try:
            self._migrate()
        except BaseException:
            self.close()
            raise

    @property
    def address(self) -> str:
        """The address with its password masked."""
        return self.url.render_as_string(hide_password=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Lend a connection for one transaction, which is committed at its end."""
        if self._writer is None:
            self._writer = self.engine.connect()
        with self._writer.begin():
            yield self._writer

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Lend the connection that questions are asked on, each of them by itself."""
        if self._reader is None:
            self._reader = self._reading.connect()
        try:
            yield self._reader
        except BaseException:
            self._reader.rollback()  # so that it may connect anew
            raise

    def insert(self, table: Table) -> Any:  # noqa: ANN401 - the two dialects share no type
        """Return an ``INSERT`` that knows ``ON CONFLICT``."""
        dialect = import_module(f"sqlalchemy.dialects.{self.kind}")  # the other one loads slowly
        return dialect.insert(table)

    def _begin(self, connection: Connection) -> None:
        """Take the write lock at once: a reader that turns writer would fail instead of waiting."""
        if not connection.get_execution_options().get("reading"):
            self.execute(connection, BEGIN, {})

    def _migrate(self) -> None:
        with self.writing() as connection:
            if self.kind == "postgresql":  # two first starts at once: one makes the tables
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SCHEMA_LOCK})")
            migrate(connection)

    def close(self) -> None:
        """Give freed pages back and let go of the connections."""
        for connection in (self._reader, self._writer):
            if connection:
                connection.close()
        self._reader = self._writer = None
        if self.kind == "sqlite":
            with self.engine.connect() as connection:
                # A script is run to its end; a statement would free one page.
                connection.connection.cursor().executescript("PRAGMA incremental_vacuum")
        self.engine.dispose()


def _open(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        return create_engine(url)
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, paramstyle="named")  # as the shortcut gives them
    event.listen(engine, "connect", _configure_sqlite)
    return engine


def _configure_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - DBAPI
    connection.isolation_level = None  # transactions begin where we say so
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma)
