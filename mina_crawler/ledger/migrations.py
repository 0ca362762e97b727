"""The schema's versions: each step is run once, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, Integer, MetaData, Table, insert, inspect, select, text

from mina_crawler.ledger.schema import metadata, validators

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

versions = Table("schema_version", MetaData(), Column("version", Integer, primary_key=True))


def _add_spans_of_batches(connection: Connection) -> None:
    known = {column["name"] for column in inspect(connection).get_columns("batches")}
    for name in {"first_published", "last_published"} - known:
        connection.execute(text(f"ALTER TABLE batches ADD COLUMN {name} TEXT"))


def _add_validators(connection: Connection) -> None:
    validators.create(connection, checkfirst=True)


STEPS: tuple[Callable[[Connection], None], ...] = (
    metadata.create_all,
    _add_spans_of_batches,
    _add_validators,
)
"""Step n takes a ledger of version n to version n + 1; a published step is never edited.

The first makes all tables as they are now: what later ones add may be there already."""


def migrate(connection: Connection) -> None:
    """Bring the ledger to the version of this program; refuse one that is newer."""
    versions.create(connection, checkfirst=True)
    version = max(connection.scalars(select(versions.c.version)), default=0)
    if version > len(STEPS):
        raise RuntimeError(
            f"the ledger has schema version {version}, this program knows {len(STEPS)}: update it"
        )
    for number, step in enumerate(STEPS[version:], start=version + 1):
        step(connection)
        connection.execute(insert(versions).values(version=number))
