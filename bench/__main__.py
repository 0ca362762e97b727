"""``python -m bench``: measures everything in one run; prints a table, keeps it as JSON."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NamedTuple

from bench import (
    extraction,
    imports,
    ledger,
    machine,
    memory,
    results,
    scheduled,
    startup,
    table,
    throughput,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.table import Figures


class Effort(NamedTuple):
    """How much is measured, how often."""

    pages: int
    rounds: int
    articles: int
    sizes: tuple[int, ...]


FULL = Effort(pages=120, rounds=5, articles=2000, sizes=(1000, 10_000, 100_000))
QUICK = Effort(pages=60, rounds=1, articles=1000, sizes=(500, 1500))


def main() -> None:
    """Measure; with ``--base`` print the figures of an earlier revision beside."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two minutes instead of twenty")
    parser.add_argument("--base", help="a revision that was measured before")
    options = parser.parse_args()
    try:
        earlier = results.load(options.base) if options.base else None
    except FileNotFoundError:
        sys.exit(f"{options.base} has not been measured: check it out and run make bench")
    measured = results.here()
    sys.stdout.write(f"{measured} on {machine.told()}\n")
    figures: Figures = {}
    for group in _measure(QUICK if options.quick else FULL):
        table.write(group, earlier)
        figures |= group
    sys.stdout.write(f"kept in {results.keep(measured, figures)}\n")


def _measure(effort: Effort) -> Iterator[Figures]:
    yield extraction.measure(effort.pages, effort.rounds)
    yield startup.measure(effort.rounds)
    yield imports.measure()
    yield scheduled.measure(effort.rounds)
    yield throughput.measure(effort.articles, effort.rounds)
    yield ledger.measure(max(effort.sizes))
    yield memory.measure(effort.sizes)


if __name__ == "__main__":
    main()
