"""What crawling costs beside downloading only; run alone by ``python -m bench.throughput``."""

from __future__ import annotations

import argparse
import statistics
import sys
from typing import TYPE_CHECKING

from bench import crawls
from bench.site.serving import serve

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.crawls import Crawl

BARE = "bare Scrapy, downloading only"
OURS = "mina-crawler"
CRAWLS: dict[str, Callable[[str], Crawl]] = {BARE: crawls.bare, OURS: crawls.ours}


def measure(articles: int, rounds: int) -> dict[str, float]:
    """Return the medians of crawls by turns, what a crawl of one article takes left out."""
    wall: dict[str, list[float]] = {name: [] for name in CRAWLS}
    cpu: dict[str, list[float]] = {name: [] for name in CRAWLS}
    with serve(1) as tiny, serve(articles) as site:
        for _ in range(rounds):
            for name, crawl in CRAWLS.items():
                begun, done = crawl(tiny), crawl(site)
                more = done.articles - begun.articles
                wall[name].append(more / (done.cost.wall - begun.cost.wall))
                cpu[name].append((done.cost.cpu - begun.cost.cpu) * 1000 / more)
    speeds = {name: statistics.median(found) for name, found in wall.items()}
    costs = {name: statistics.median(found) for name, found in cpu.items()}
    return {
        **{f"articles/s: {name}": speed for name, speed in speeds.items()},
        **{f"CPU ms an article: {name}": cost for name, cost in costs.items()},
        f"speed: {OURS} / bare": speeds[OURS] / speeds[BARE],
        f"speed by CPU: {OURS} / bare": costs[BARE] / costs[OURS],
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    for name, value in measure(**vars(parser.parse_args())).items():
        sys.stdout.write(f"{name:<55}{value:10.2f}\n")


if __name__ == "__main__":
    main()
