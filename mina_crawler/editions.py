"""The editions of MINA: where each one lives and when it began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """One language's newsroom."""

    root: str
    """The address of the front page, with its slash."""
    hosts: frozenset[str]
    """All hosts that speak for the edition, today's and those of the old domain."""
    first_day: date
    """The first day that can have an article, in the site's zone."""


EDITIONS = {
    "id": Edition(
        root="https://minanews.net/",
        hosts=frozenset({"minanews.net", "www.minanews.net", "mirajnews.com", "www.mirajnews.com"}),
        first_day=date(2012, 10, 26),
    ),
    "en": Edition(
        root="https://en.minanews.net/",
        hosts=frozenset({"en.minanews.net", "en.mirajnews.com"}),
        first_day=date(2012, 10, 26),
    ),
    "ar": Edition(
        root="https://ar.minanews.net/",
        hosts=frozenset({"ar.minanews.net", "ar.mirajnews.com"}),
        first_day=date(2012, 10, 26),
    ),
}


def is_loopback(address: str) -> bool:
    """Tell whether *address* is served by this very machine.

    >>> is_loopback("http://127.0.0.1:8088/"), is_loopback("https://minanews.net/")
    (True, False)
    """
    return urlsplit(address).hostname in LOOPBACK
