"""The crawls that are held against each other, each begun as its users begin it."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from bench.processes import Cost, run

PROJECT = Path(__file__).parent.parent
BARE = PROJECT / "bench/bare.py"
SCRAPY = (sys.executable, "-m", "scrapy")
QUIET = ("-s", "LOG_LEVEL=INFO")


class Crawl(NamedTuple):
    """What a crawl took, and what it got for it."""

    cost: Cost
    articles: int
    requests: int


def ours(site: str, source: str = "sitemap", *, ledger: str = "ledger.db") -> Crawl:
    """Crawl *site* with everything on into a folder of its own; an empty *ledger* leaves it out."""
    with tempfile.TemporaryDirectory() as data:
        command = (*SCRAPY, "crawl", "mina", "-a", f"site={site}", "-a", f"source={source}")
        settings = ("-s", f"MINA_LEDGER={ledger}")
        cost = run((*command, *QUIET, *settings), PROJECT, {"MINA_DATA_DIR": data})
        return _crawl(cost, sum(1 for _ in (Path(data) / "articles.jsonl").open("rb")))


def bare(site: str) -> Crawl:
    """Download the pages of *site* with nothing but Scrapy."""
    with tempfile.TemporaryDirectory() as folder:
        command = (*SCRAPY, "runspider", str(BARE), "-a", f"site={site}", *QUIET)
        cost = run(command, Path(folder))
        return _crawl(cost, _stat(cost.log, "pages"))


def _crawl(cost: Cost, articles: int) -> Crawl:
    return Crawl(cost, articles, _stat(cost.log, "downloader/request_count"))


def _stat(log: str, name: str) -> int:
    """Return the number that Scrapy's last words give under *name*."""
    found = re.search(rf"'{re.escape(name)}': (\d+)", log)
    return int(found[1]) if found else 0
