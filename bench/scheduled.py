"""What a scheduled run costs: most find nothing new, or one article."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench import crawls
from tests.standin import stand_in

if TYPE_CHECKING:
    from bench.table import Figures

SOURCES = ("feed", "rest")
ARTICLES = 300
NOTHING = "nothing new"
NEWS = "one new article"


def measure(rounds: int) -> Figures:
    """Return the median seconds, and the requests, of runs after a whole crawl."""
    runs = {
        f"{source}, {kind}": found
        for source in SOURCES
        for kind, found in _runs(source, rounds).items()
    }
    return {
        "seconds of a scheduled run": {
            name: median(run.cost.wall for run in found) for name, found in runs.items()
        },
        "CPU seconds of it": {
            name: median(run.cost.cpu for run in found) for name, found in runs.items()
        },
        "its requests": {name: found[-1].requests for name, found in runs.items()},
    }


def _runs(source: str, rounds: int) -> dict[str, list[crawls.Crawl]]:
    runs: dict[str, list[crawls.Crawl]] = {NOTHING: [], NEWS: []}
    with stand_in(articles=ARTICLES) as site, tempfile.TemporaryDirectory() as data:
        crawls.ours(site.site, source, data=Path(data))
        for _ in range(rounds):
            runs[NOTHING].append(crawls.ours(site.site, source, data=Path(data)))
            site.control("publish")
            runs[NEWS].append(crawls.ours(site.site, source, data=Path(data)))
    return runs
