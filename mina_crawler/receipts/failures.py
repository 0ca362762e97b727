"""The addresses that a run could not have."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mina_crawler.delivery.desk import Desk
    from mina_crawler.receipts.receipt import Receipt

SHOWN = 1000
"""So many are named; the ledger has the articles among the rest."""


def failures_of(desk: Desk | None, named: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return an entry for each address: those in the ledger, then what *named* tells besides."""
    return list(islice(_entries(desk, named), SHOWN))


def first_address(receipt: Receipt, reason: str) -> str:
    """Return the end of a sentence that names the first address not had for *reason*.

    >>> first_address({"failures": [{"url": "https://minanews.net/a/", "reason": "500"}]}, "500")
    ', first https://minanews.net/a/'
    """
    urls = (failure["url"] for failure in receipt["failures"] if failure["reason"] == reason)
    return next((f", first {url}" for url in urls), "")


def _entries(desk: Desk | None, named: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    known = set()
    for failure in desk.ledger.failures.of_run(desk.run, SHOWN) if desk else ():
        known.add(failure.url)
        yield {
            "url": failure.url,
            "reason": failure.reason,
            "source": failure.source,
            "tries": failure.tries,
        }
    for url, reason in named.items():
        if url not in known:
            yield {"url": url, "reason": reason, "source": None, "tries": 1}
