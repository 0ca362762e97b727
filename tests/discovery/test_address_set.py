"""A small set that tells many addresses apart."""

from __future__ import annotations

from mina_crawler.discovery.address_set import AddressSet

COUNT = 5000


def addresses(first: int) -> list[str]:
    return [f"https://minanews.net/judul-{number}/" for number in range(first, first + COUNT)]


def test_each_address_is_news_once() -> None:
    met = AddressSet(addresses(0))
    assert not any(met.add(url) for url in addresses(0))
    assert all(met.add(url) for url in addresses(COUNT))
    assert len(met) == 2 * COUNT


def test_what_was_not_put_in_is_not_there() -> None:
    met = AddressSet(addresses(0))
    assert all(url in met for url in addresses(0))
    assert not any(url in met for url in addresses(COUNT))


def test_what_two_sets_share_is_counted() -> None:
    assert AddressSet(addresses(0)).count_shared(AddressSet(addresses(COUNT - 10))) == 10
    assert AddressSet().count_shared(AddressSet(addresses(0))) == 0
