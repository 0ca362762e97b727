"""Names of MINA's that somebody has pointed into a private network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from scrapy.resolver import dnscache
from twisted.internet.error import DNSLookupError
from twisted.internet.testing import MemoryReactor

from mina_crawler.resolver import PublicResolver

if TYPE_CHECKING:
    from collections.abc import Iterator

PRIVATE = ("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1")


@pytest.fixture
def resolver() -> Iterator[PublicResolver]:
    """Return a resolver whose answers are those of Scrapy's cache."""
    known = dict(dnscache)
    reactor = MemoryReactor()  # type: ignore[no-untyped-call]
    yield PublicResolver(reactor, 100, 1.0)  # type: ignore[arg-type] # asked for nothing
    dnscache.clear()
    dnscache.update(known)


def resolve(resolver: PublicResolver, name: str, address: str) -> list[object]:
    dnscache[name] = address
    answers: list[object] = []
    resolver.getHostByName(name).addBoth(answers.append)
    return answers


@pytest.mark.parametrize("address", PRIVATE)
@pytest.mark.parametrize("name", ["minanews.net", "EN.minanews.net", "www.mirajnews.com"])
def test_a_public_name_with_a_private_address_is_not_asked(
    resolver: PublicResolver, name: str, address: str
) -> None:
    [failure] = resolve(resolver, name, address)
    assert isinstance(failure.value, DNSLookupError)  # type: ignore[attr-defined]
    assert f"{name} is said to be at {address}" in str(failure.value)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "address"),
    [("minanews.net", "1.1.1.1"), ("localhost", "127.0.0.1"), ("mirror.example", "10.0.0.1")],
)
def test_other_names_are_the_operators_own(
    resolver: PublicResolver, name: str, address: str
) -> None:
    assert resolve(resolver, name, address) == [address]
