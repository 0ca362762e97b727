"""What is accepted is owed until it is confirmed, whoever dies in between."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from mina_crawler.items import Tombstone, to_line
from mina_crawler.ledger.deliveries import Parcel
from mina_crawler.ledger.ledger import Ledger
from mina_crawler.ledger.outbox import AlreadyAcceptedError
from tests.ledgers import FEED, accept, article, clock, die, ledger, ledger_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ledgers import Clock

__all__ = ["clock", "ledger", "ledger_address"]

PARCEL = Parcel(uri=FEED, start=0, size=3, sha256=sha256(b"abc").digest())


@pytest.fixture
def other(ledger_address: str, clock: Clock) -> Iterator[Ledger]:
    """Another process's view of the same ledger."""
    opened = Ledger(ledger_address, clock)
    yield opened
    opened.close()


def owed(ledger: Ledger, feed: int, run: int, batch: int | None = None) -> list[str]:
    return [i.url for _, i in ledger.outbox.owed_to(feed, holder=run, batch=batch)]


def test_an_accepted_line_waits_for_each_feed(ledger: Ledger) -> None:
    run = ledger.begin_run("r1")
    feeds = [ledger.deliveries.feed(name) for name in ("a", "b")]
    first, second = (accept(ledger, article(n), run, *feeds) for n in (1, 2))
    assert first
    assert second
    batch = ledger.deliveries.announce(feeds[0], run, PARCEL, [first, second])
    ledger.deliveries.confirm(batch)
    assert owed(ledger, feeds[0], run) == []
    assert owed(ledger, feeds[1], run) == [article(1).url, article(2).url]
    assert ledger.deliveries.count_owed() == {"b": 2}
    assert list(ledger.deliveries.owed_urls(run)) == [article(1).url, article(2).url]
    assert list(ledger.deliveries.owed_urls(run + 1)) == []


def test_a_line_comes_back_as_it_went_in(ledger: Ledger) -> None:
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(FEED)
    item = article(1, tags=["Gaza"], dateline={"place": "Gaza", "raw": "Gaza, MINA –"})
    accept(ledger, item, run, feed)
    [(_, back)] = ledger.outbox.owed_to(feed, holder=run, batch=None)
    assert to_line(back) == to_line(item)


def test_an_article_is_accepted_once_by_whoever_comes_first(ledger: Ledger, other: Ledger) -> None:
    feed = ledger.deliveries.feed(FEED)
    accept(ledger, article(1), ledger.begin_run("r1"), feed)
    with pytest.raises(AlreadyAcceptedError):
        accept(other, article(1), other.begin_run("r2"), feed)
    assert ledger.deliveries.count_owed() == {FEED: 1}


def test_a_revision_is_accepted_only_on_top_of_the_one_before(ledger: Ledger) -> None:
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(FEED)
    accept(ledger, article(1), run, feed)
    accept(ledger, article(1, text="Isi baru.", revision=2), run, feed)
    with pytest.raises(AlreadyAcceptedError):
        accept(ledger, article(1, text="Isi lain.", revision=2), run, feed)


def test_an_article_is_buried_once(ledger: Ledger) -> None:
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(FEED)
    accept(ledger, article(1), run, feed)
    stone = Tombstone(url=article(1).url, edition="id", gone_at="", status=404, run="r1")
    accept(ledger, stone, run, feed)
    with pytest.raises(AlreadyAcceptedError):
        accept(ledger, stone, run, feed)
    assert ledger.articles.count()["tombstones"] == 1


def test_nobody_takes_what_the_living_hold(ledger: Ledger, other: Ledger) -> None:
    feed = ledger.deliveries.feed(FEED)
    accept(ledger, article(1), ledger.begin_run("r1"), feed)
    heir = other.begin_run("r2")
    other.deliveries.adopt([feed], heir)
    assert owed(other, feed, heir) == []
    die(ledger)
    other.deliveries.adopt([feed], heir)
    assert owed(other, feed, heir) == [article(1).url]


def test_an_announced_batch_is_left_to_the_heir_as_it_was(ledger: Ledger, other: Ledger) -> None:
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(FEED)
    first = accept(ledger, article(1), run, feed)
    accept(ledger, article(2), run, feed)
    assert first
    batch = ledger.deliveries.announce(feed, run, PARCEL, [first])
    die(ledger)
    heir = other.begin_run("r2")
    other.deliveries.adopt([feed], heir)
    [left] = other.deliveries.unsettled(feed, heir)
    assert (left.id, left.parcel) == (batch, PARCEL)
    assert owed(other, feed, heir, batch) == [article(1).url]
    assert owed(other, feed, heir) == [article(2).url]


def test_a_withdrawn_batch_is_owed_again(ledger: Ledger) -> None:
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(FEED)
    first = accept(ledger, article(1), run, feed)
    assert first
    ledger.deliveries.withdraw(ledger.deliveries.announce(feed, run, PARCEL, [first]))
    assert owed(ledger, feed, run) == [article(1).url]
    assert ledger.deliveries.unsettled(feed, run) == []


def test_a_failed_address_is_forgotten_once_its_article_is_accepted(ledger: Ledger) -> None:
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(FEED)
    for _ in range(2):
        ledger.failures.note(article(1).url, source="category", reason="500", run=run)
    [failure] = ledger.failures.open()
    assert (failure.url, failure.tries, failure.reason) == (article(1).url, 2, "500")
    accept(ledger, article(1), run, feed)
    assert ledger.failures.open() == []
