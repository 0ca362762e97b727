"""What a scheduled run costs that finds nothing new: most of them do."""

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


def measure(rounds: int) -> Figures:
    """Return the median seconds, and the requests, of a run after a whole crawl."""
    runs = {source: _runs(source, rounds) for source in SOURCES}
    return {
        "seconds of a run with nothing new": {
            source: median(run.cost.wall for run in found) for source, found in runs.items()
        },
        "CPU seconds of it": {
            source: median(run.cost.cpu for run in found) for source, found in runs.items()
        },
        "its requests": {source: found[-1].requests for source, found in runs.items()},
    }


def _runs(source: str, rounds: int) -> list[crawls.Crawl]:
    with stand_in(articles=ARTICLES) as site, tempfile.TemporaryDirectory() as data:
        crawls.ours(site.site, source, data=Path(data))
        return [crawls.ours(site.site, source, data=Path(data)) for _ in range(rounds)]
