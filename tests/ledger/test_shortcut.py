"""What goes straight to the driver fails as what goes through SQLAlchemy does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.ledgers import SERVER, accept, article, clock, ledger, ledger_address

if TYPE_CHECKING:
    from mina_crawler.ledger.ledger import Ledger

__all__ = ["clock", "ledger", "ledger_address"]


def test_an_error_of_the_driver_is_one_of_the_database_and_keeps_the_line_to_itself(
    ledger: Ledger,
) -> None:
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed("feed")
    with ledger.database.writing() as connection:
        connection.execute(text("ALTER TABLE outbox RENAME TO elsewhere"))
    with pytest.raises(DBAPIError, match="outbox") as caught:
        accept(ledger, article(1), run, feed)
    assert article(1).text not in str(caught.value)
    assert not ledger.articles.is_known(article(1).url)


@pytest.mark.skipif(SERVER is None, reason="a file does not hang up")
def test_a_lost_connection_fails_once_and_is_made_anew(ledger: Ledger) -> None:
    assert not ledger.articles.is_known(article(1).url)
    with ledger.database.writing() as connection:
        others = "datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(
            text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
        )
    with pytest.raises(DBAPIError):
        ledger.articles.is_known(article(1).url)
    assert not ledger.articles.is_known(article(1).url)
