"""Empty ledgers for tests, in SQLite or in the PostgreSQL that ``MINA_TEST_POSTGRES`` names."""

from __future__ import annotations

import os
import uuid
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text

from mina_crawler.items import Article
from mina_crawler.ledger.ledger import Ledger
from mina_crawler.ledger.outbox import AlreadyAcceptedError, Offer
from mina_crawler.parsing.fingerprints import content_hash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from mina_crawler.items import Tombstone

SERVER = os.environ.get("MINA_TEST_POSTGRES")
"""The address of a database from which others can be made."""

FEED = "/srv/feed.jsonl"


class Clock:
    """A clock that tests turn."""

    def __init__(self) -> None:
        self.now = 1_600_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def ledger_address(tmp_path: Path) -> Iterator[str]:
    if SERVER is None:
        yield str(tmp_path / "ledger.db")
        return
    name = f"mina_{uuid.uuid4().hex}"
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    server.dispose()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ledger(ledger_address: str, clock: Clock) -> Iterator[Ledger]:
    opened = Ledger(ledger_address, clock)
    yield opened
    opened.close()


def accept(
    ledger: Ledger, item: Article | Tombstone, run: int, *feeds: int, **validators: str
) -> int | None:
    """Accept *item* by itself; return its number in the outbox. Raises AlreadyAcceptedError."""
    offer = Offer(item=item, run=run, feeds=feeds, validators=validators)
    [answer] = ledger.outbox.accept([offer])
    if isinstance(answer, AlreadyAcceptedError):
        raise answer
    return answer


def die(ledger: Ledger) -> None:
    """Do to *ledger* what the death of its process does: locks and connections end."""
    ledger.close()


def article(number: int, **keys: Any) -> Article:
    """Return an article, one for each *number*."""
    title, body = keys.pop("title", f"Judul {number}"), keys.pop("text", f"Isi ke-{number}.")
    given = {
        "url": f"https://minanews.net/judul-{number}/",
        "post_id": 1000 + number,
        "edition": "id",
        "published_at": "2020-09-26T03:53:00+07:00",
        "fetched_at": "2026-11-24T00:00:00+00:00",
        "run": "r1",
        "source": "category",
    }
    hashed = content_hash(title, body)
    return Article(title=title, text=body, content_hash=hashed, **{**given, **keys})
