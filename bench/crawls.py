"""The crawls that are measured, each begun as its users begin it."""

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
LOGGED = ("-s", "LOG_LEVEL=INFO", "-s", "STATS_DUMP=True")
"""What Scrapy counts is read from its last words."""


class Crawl(NamedTuple):
    """What a crawl took, and what it got for it."""

    cost: Cost
    articles: int
    requests: int


def ours(
    site: str, source: str = "sitemap", *, ledger: str = "ledger.db", data: Path | None = None
) -> Crawl:
    """Crawl *site* with everything on; an empty *ledger* leaves ledger and outbox out.

    Without *data* it is the first crawl, into a folder that nobody keeps.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = (*SCRAPY, *arguments_for(site, source), "-s", f"MINA_LEDGER={ledger}")
        return crawled(run(command, PROJECT, {"MINA_DATA_DIR": str(data or folder)}))


def arguments_for(site: str, source: str) -> tuple[str, ...]:
    """Return what Scrapy is told so that it crawls *site*."""
    return ("crawl", "mina", "-a", f"site={site}", "-a", f"source={source}", *LOGGED)


def bare(site: str) -> Crawl:
    """Download the pages of *site* with nothing but Scrapy."""
    with tempfile.TemporaryDirectory() as folder:
        command = (*SCRAPY, "runspider", str(BARE), "-a", f"site={site}", *LOGGED)
        return crawled(run(command, Path(folder)), "pages")


def crawled(cost: Cost, counter: str = "item_scraped_count") -> Crawl:
    """Return a crawl with what Scrapy counted; *counter* is the stat that counts articles."""
    return Crawl(cost, stat(cost.log, counter), stat(cost.log, "downloader/request_count"))


def stat(log: str, name: str) -> int:
    """Return the number that Scrapy's last words give under *name*."""
    found = re.search(rf"'{re.escape(name)}': (\d+)", log)
    return int(found[1]) if found else 0
