"""The addresses that a run could not have."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mina_crawler.delivery.desk import Desk

SHOWN = 1000
"""So many are named; the ledger has the articles among the rest."""


def failures_of(desk: Desk | None, named: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return an entry for each address: those in the ledger, then what *named* tells besides."""
    return list(islice(_entries(desk, named), SHOWN))


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
