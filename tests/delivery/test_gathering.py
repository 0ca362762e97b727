"""Items that are committed together fare like items committed one by one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from mina_crawler.delivery.gathering import MOST, Gathering
from mina_crawler.ledger.outbox import AlreadyAcceptedError, Offer
from tests.ledgers import FEED, accept, article, clock, ledger, ledger_address

if TYPE_CHECKING:
    from mina_crawler.items import Article
    from mina_crawler.ledger.ledger import Ledger

__all__ = ["clock", "ledger", "ledger_address"]

Answers = list[int | BaseException | None]


def bring(ledger: Ledger, *items: Article) -> Answers:
    """Return what became of *items*, all brought at once."""
    run, feed = ledger.begin_run("r1"), ledger.deliveries.feed(FEED)
    gathering = Gathering(ledger.outbox)

    async def gathered() -> Answers:
        offers = [Offer(item=item, run=run, feeds=[feed]) for item in items]
        return await asyncio.gather(*map(gathering.accept, offers), return_exceptions=True)

    return asyncio.run(gathered())


def test_each_is_accepted_once_committed_be_they_few_or_many(ledger: Ledger) -> None:
    items = [article(number) for number in range(MOST + 3)]
    assert len(set(bring(ledger, *items))) == len(items)
    assert all(ledger.articles.is_known(item.url) for item in items)
    assert ledger.deliveries.count_owed() == {FEED: len(items)}


def test_they_go_on_in_the_order_that_the_outbox_hands_them_out_in(ledger: Ledger) -> None:
    run, gathering, passed = ledger.begin_run("r1"), Gathering(ledger.outbox), []
    feed = ledger.deliveries.feed(FEED)

    async def bring_one(number: int) -> None:
        offer = Offer(item=article(number), run=run, feeds=[feed])
        await gathering.accept(offer, is_last=number % 5 == 0)
        passed.append(offer.line)

    async def bring_all() -> None:
        await asyncio.gather(*map(bring_one, range(3 * MOST, 0, -1)))

    asyncio.run(bring_all())
    waiting = ledger.outbox.owed_to(feed, holder=run, batch=None)
    assert passed == [accepted.line for accepted, _ in waiting]


def test_one_accepted_before_keeps_none_of_the_others(ledger: Ledger) -> None:
    accept(ledger, article(2), 1)
    first, second, third = bring(ledger, article(1), article(2), article(3))
    assert isinstance(second, AlreadyAcceptedError)
    assert first
    assert third


def test_one_that_cannot_be_written_takes_none_of_the_others_with_it(ledger: Ledger) -> None:
    first, second, third = bring(ledger, article(1), article(2, post_id=1 << 70), article(3))
    assert isinstance(second, DBAPIError | OverflowError)
    assert first
    assert third
    assert not ledger.articles.is_known(article(2).url)


def test_the_last_one_on_its_way_waits_for_no_other(ledger: Ledger) -> None:
    offer = Offer(item=article(1), run=ledger.begin_run("r1"), feeds=())

    async def bring_last() -> bool:
        task = asyncio.create_task(Gathering(ledger.outbox).accept(offer, is_last=True))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        known = ledger.articles.is_known(offer.item.url)
        await task
        return known

    assert asyncio.run(bring_last())


def test_the_same_article_by_another_name_is_met_though_it_waits(ledger: Ledger) -> None:
    waits = article(1)
    twin = article(2, title=waits.title, text=waits.text)
    gathering = Gathering(ledger.outbox)

    async def meet() -> tuple[bool, bool]:
        offer = Offer(item=waits, run=ledger.begin_run("r1"), feeds=())
        task = asyncio.create_task(gathering.accept(offer))
        await asyncio.sleep(0)
        gathering.settle(article(3))
        before = ledger.articles.is_known(waits.url)
        gathering.settle(twin)
        known = ledger.articles.is_known(waits.url)
        await task
        return before, known

    assert asyncio.run(meet()) == (False, True)
