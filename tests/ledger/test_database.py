"""The ledger's database: its versions, its address, its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect, text

from mina_crawler.ledger.database import Database
from mina_crawler.ledger.deliveries import Parcel
from mina_crawler.ledger.ledger import Ledger
from mina_crawler.ledger.migrations import STEPS
from mina_crawler.ledger.schema import metadata
from tests.ledgers import accept, article, clock, ledger, ledger_address

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

__all__ = ["clock", "ledger", "ledger_address"]

UNDONE = (
    "DELETE FROM schema_version WHERE version > 1",
    "ALTER TABLE batches DROP COLUMN first_published",
    "ALTER TABLE batches DROP COLUMN last_published",
    "DROP TABLE validators",
)
"""What takes a ledger of today back to the first version."""


def names(connection: Connection, table: str) -> set[str]:
    return {str(column["name"]) for column in inspect(connection).get_columns(table)}


def test_a_ledger_is_opened_again_as_it_was(ledger: Ledger, ledger_address: str) -> None:
    accept(ledger, article(1), ledger.begin_run("r1"))
    again = Database(ledger_address)
    with again.reading() as connection:
        assert connection.scalar(text("SELECT count(*) FROM articles")) == 1
    again.close()


def test_a_ledger_of_a_newer_program_is_refused(ledger: Ledger, ledger_address: str) -> None:
    with ledger.database.writing() as connection:
        connection.execute(text("INSERT INTO schema_version VALUES (99)"))
    with pytest.raises(RuntimeError, match="schema version 99"):
        Database(ledger_address)


def test_a_ledger_of_an_older_program_is_brought_up_to_date(
    ledger: Ledger, ledger_address: str
) -> None:
    with ledger.database.writing() as connection:
        for name in ("first_published", "last_published"):
            connection.execute(text(f"ALTER TABLE batches DROP COLUMN {name}"))
        connection.execute(text("DELETE FROM schema_version WHERE version > 1"))
    opened = Ledger(ledger_address)
    run, feed = opened.begin_run("r1"), opened.deliveries.feed("feed")
    span = ("2020-09-26T03:53:00+07:00", "2020-09-27T03:53:00+07:00")
    parcel = Parcel(uri="feed", start=0, size=1, sha256=b"", span=span)
    opened.deliveries.confirm(opened.deliveries.announce(feed, run, parcel, []))
    assert [batch.parcel for batch in opened.deliveries.brought_by(run)] == [parcel]
    opened.close()


def test_a_ledger_of_the_first_version_becomes_what_a_new_one_is(
    ledger: Ledger, ledger_address: str
) -> None:
    accept(ledger, article(1), ledger.begin_run("r1"))
    with ledger.database.writing() as connection:
        for statement in UNDONE:
            connection.execute(text(statement))
    again = Ledger(ledger_address)
    with again.database.reading() as connection:
        found = {table: names(connection, table) for table in metadata.tables}
        assert connection.scalar(text("SELECT max(version) FROM schema_version")) == len(STEPS)
    assert found == {name: set(table.columns.keys()) for name, table in metadata.tables.items()}
    assert again.articles.is_known(article(1).url)
    again.close()


def test_other_databases_are_refused() -> None:
    with pytest.raises(ValueError, match="sqlite or postgresql"):
        Database("mysql://localhost/mina")


def test_a_delivered_article_costs_less_than_a_kilobyte(tmp_path: Path) -> None:
    opened = Ledger(str(tmp_path / "ledger.db"))
    run, feed, count = opened.begin_run("r1"), opened.deliveries.feed("feed"), 2000
    numbers = [
        accept(
            opened,
            article(n, text=f"{n} " * 1000, url=f"https://minanews.net/{'kata-' * 12}{n}/"),
            run, feed,
        )
        for n in range(count)
    ]  # fmt: skip
    parcel = Parcel(uri="feed", start=0, size=1, sha256=b"")
    batch = opened.deliveries.announce(feed, run, parcel, [n for n in numbers if n])
    opened.deliveries.confirm(batch)
    opened.close()
    assert (tmp_path / "ledger.db").stat().st_size < 1024 * count
