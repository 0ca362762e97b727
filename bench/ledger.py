"""What the ledger costs: throughput, bytes and memory, with it and without."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert

from mina_crawler.ledger.ledger import Ledger
from mina_crawler.ledger.schema import articles
from tests.crawls import Crawls
from tests.standin import stand_in

PAGE = 5000


def measure(site: str, *, ledger: str) -> tuple[float, float]:
    """Return articles a second, from first request to last delivery, and the peak RSS in MB."""
    with tempfile.TemporaryDirectory() as folder:
        crawls = Crawls(site, Path(folder) / "data", environment={"MINA_LEDGER": ledger})
        done = crawls.run(settings={"LOG_LEVEL": "INFO"})
        seconds, memory = (
            float(re.search(rf"'{name}': ([\d.]+)", done.log)[1])  # type: ignore[index]
            for name in ("elapsed_time_seconds", "memusage/max")
        )
        return done.receipt["accepted"] / seconds, memory / 1e6


def fill(path: Path, count: int) -> float:
    """Make a ledger of *count* delivered articles; return its bytes for each of them."""
    ledger = Ledger(str(path))
    now = int(time.time())
    for start in range(0, count, PAGE):
        rows = [
            {
                "url": f"https://minanews.net/{'kata-panjang-' * 5}{number}/",
                "site": "minanews.net",
                "edition": "id",
                "post_id": number,
                "source": "category",
                "content_hash": number.to_bytes(32, "big"),
                "digests": bytes(78),
                "revision": 1,
                "published_at": now - number,
                "first_seen": now,
                "last_seen": now,
            }
            for number in range(start, min(start + PAGE, count))
        ]
        with ledger.database.writing() as connection:
            connection.execute(insert(articles), rows)
    ledger.close()
    return path.stat().st_size / count


def main() -> None:
    """Print the three figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--known", type=int, default=100_000)
    options = parser.parse_args()
    with stand_in(articles=options.articles) as site, tempfile.TemporaryDirectory() as name:
        speeds: dict[str, list[float]] = {"": [], "ledger.db": []}
        for _ in range(options.rounds):
            for ledger, found in speeds.items():
                found.append(measure(site.site, ledger=ledger and f"{name}/{time.time_ns()}.db")[0])
        off, on = (max(found) for found in speeds.values())  # the least disturbed round
        sys.stdout.write(
            f"articles a second: {on:.0f} with the ledger, {off:.0f} without: {on / off:.2f}\n"
        )
        known = Path(name) / "known.db"
        sys.stdout.write(
            f"ledger: {fill(known, options.known):.0f} bytes for each of {options.known} articles\n"
        )
        empty = measure(site.site, ledger=f"{name}/empty.db")[1]
        full = measure(site.site, ledger=str(known))[1]
        sys.stdout.write(
            f"memory: {empty:.0f} MB with an empty ledger, {full:.0f} MB with a full one\n"
        )


if __name__ == "__main__":
    main()
