"""Resolves host names; MINA's own never to an address inside somebody's network."""

from __future__ import annotations

from functools import partial
from ipaddress import ip_address
from typing import TYPE_CHECKING

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from mina_crawler.editions import EDITIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twisted.internet.defer import Deferred

PUBLIC = frozenset().union(*(edition.hosts for edition in EDITIONS.values()))
"""A proxy and the given ``site`` may well be private: whoever runs the crawl has named them."""


class PublicResolver(CachingThreadedResolver):
    """Scrapy's own, which trusts whoever answers for a name."""

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802 - Twisted's name
        """Return the address of *name*; fails with DNSLookupError where it has none to be asked."""
        found: Deferred[str] = super().getHostByName(name, timeout)
        return found.addCallback(partial(_checked, name))


def _checked(name: str, address: str) -> str:
    if name.lower() in PUBLIC and not ip_address(address).is_global:
        raise DNSLookupError(f"{name} is said to be at {address}, which is no public address")
    return address
