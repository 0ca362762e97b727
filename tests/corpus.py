"""A stand-in, crawls of it, and what their ledger knows: for tests of whole crawls."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from mina_crawler.ledger.database import parse_address
from tests.crawls import Crawls

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.standin import StandIn

ARTICLES = 60


@pytest.fixture
def site(serve: Callable[..., StandIn]) -> StandIn:
    return serve(articles=ARTICLES)


@pytest.fixture
def crawls(site: StandIn, tmp_path: Path, ledger_address: str) -> Crawls:
    environment = {"MINA_LEDGER": ledger_address}
    return Crawls(site.site, tmp_path / "data", None, environment, source="category")


def ask_ledger(crawls: Crawls, statement: str) -> list[tuple[object, ...]]:
    address = parse_address(crawls.environment["MINA_LEDGER"])
    with create_engine(address, poolclass=NullPool).begin() as connection:
        result = connection.execute(text(statement))
        return [tuple(row) for row in result] if result.returns_rows else []


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def known(crawls: Crawls) -> int:
    try:
        return int(str(ask_ledger(crawls, "SELECT count(*) FROM articles")[0][0]))
    except DBAPIError:  # no table yet
        return 0
