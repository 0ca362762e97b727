"""What crawling costs: everything on, with the ledger and without, on the stand-in site."""

from __future__ import annotations

import statistics
import tempfile
import time

from bench.ledger import measure as crawl
from tests.standin import stand_in


def measure(articles: int, rounds: int) -> dict[str, float]:
    """Return median articles a second and the peak memory in MB."""
    found: dict[str, list[float]] = {}
    with stand_in(articles=articles) as site, tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for name, file in (("with", f"{folder}/{time.time_ns()}.db"), ("without", "")):
                speed, memory = crawl(site.site, ledger=file)
                found.setdefault(f"articles/s: {name} the ledger", []).append(speed)
                found.setdefault(f"MB at {articles} articles: {name} the ledger", []).append(memory)
    return {name: statistics.median(values) for name, values in found.items()}
