"""Which known articles are looked at again."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mina_crawler.delivery.desk import Desk, desk_of, open_desk
from mina_crawler.discovery.memory import Memory
from tests.discovery.sites import Crawler
from tests.ledgers import accept, article, ledger_address

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ledger_address"]

HOUR = timedelta(hours=1)


@pytest.fixture
def crawler(ledger_address: str) -> Iterator[Any]:
    crawler: Any = Crawler()
    desk: Desk = open_desk(crawler, ledger_address, "r1")
    accept(desk.ledger, article(1), desk.run)
    yield crawler
    desk.ledger.close()


@pytest.mark.parametrize(
    ("after", "is_due"),
    [(-HOUR, False), (timedelta(), True), (HOUR, False), (None, False)],
    ids=str,
)
def test_a_change_is_looked_at_that_happened_since_and_none_that_is_to_come(
    crawler: Any, after: timedelta | None, *, is_due: bool
) -> None:
    memory = Memory(crawler, recheck=None, full=False)
    changed_at = None if after is None else datetime.now(UTC) + after
    assert (memory.headers_for(article(1).url, changed_at) is not None) == is_due


def test_an_article_is_not_asked_for_again_by_the_address_that_led_to_it(crawler: Any) -> None:
    memory = Memory(crawler, recheck=None, full=False)
    short = "https://minanews.net/?p=1001"
    assert memory.headers_for(short) == {}
    memory.keep_address(short, article(1).url)
    assert memory.headers_for(short) is None


def test_an_address_that_led_to_an_article_is_kept_once_that_is_accepted(crawler: Any) -> None:
    memory = Memory(crawler, recheck=None, full=False)
    short = "https://minanews.net/?p=1002"
    memory.keep_address(short, article(2).url)
    assert memory.headers_for(short) == {}
    desk = desk_of(crawler)
    assert desk
    asyncio.run(desk.accept(article(2), is_last=True))
    assert memory.headers_for(short) is None


def test_an_article_that_leads_to_another_keeps_its_own_address(crawler: Any) -> None:
    desk = desk_of(crawler)
    assert desk
    accept(desk.ledger, article(2), desk.run)
    Memory(crawler, recheck=None, full=False).keep_address(article(2).url, article(1).url)
    known = desk.ledger.articles.find(article(2).url)
    assert known
    assert known.url == article(2).url
