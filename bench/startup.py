"""What it costs to begin: ``scrapy crawl mina`` up to its arguments, against Scrapy alone."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time

SCRAPY = (sys.executable, "-m", "scrapy")
EMPTY = "import scrapy\nclass Empty(scrapy.Spider):\n    name = 'empty'\n    start_urls = []\n"


def measure(rounds: int) -> dict[str, float]:
    """Return the median seconds of a crawl that asks for nothing, and of the project's commands."""
    with tempfile.NamedTemporaryFile("w", suffix=".py") as spider:
        spider.write(EMPTY)
        spider.flush()
        commands = {
            "start-up s: an empty spider, Scrapy's own settings": ("runspider", spider.name),
            "start-up s: the project and its spider": ("list",),
        }
        found: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                folder = None if command == ("list",) else tempfile.gettempdir()
                start = time.perf_counter()
                subprocess.run([*SCRAPY, *command], cwd=folder, capture_output=True, check=True)
                found[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in found.items()}
