"""The crawler of news-please, in its own environment and with its own settings.

Its launcher is left out, which only looks every ten seconds whether the crawl has ended.
"""

from __future__ import annotations

import json
import tempfile
from configparser import RawConfigParser
from pathlib import Path

from bench.crawls import Crawl, crawled
from bench.processes import run
from quality.peers import environments

PEER = next(peer for peer in environments.PEERS if peer.module == "with_news_please")
DEPARTURES = {
    # As many requests at once as ours and bare Scrapy have.
    "CONCURRENT_REQUESTS_PER_DOMAIN": "8",
    # It knows the site by host and port, which would keep every request from it.
    "DOWNLOADER_MIDDLEWARES": "{'scrapy.downloadermiddlewares.offsite.OffsiteMiddleware': None}",
}


def crawl(site: str) -> Crawl:
    """Crawl *site* by its sitemap; pages and articles are stored as it stores them by default."""
    python = environments.python(PEER).absolute()
    package = next(python.parent.parent.glob("lib/python*/site-packages/newsplease"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        config = _configure(package / "config/config.cfg", folder)
        sites = folder / "sitelist.hjson"
        sites.write_text(json.dumps({"base_urls": [{"url": site}]}), "utf-8")
        program = (str(python), str(package / "single_crawler.py"))
        return crawled(run((*program, str(config), str(sites), "0", "False", "False"), folder))


def _configure(default: Path, folder: Path) -> Path:
    """Write its *default* settings with our departures into *folder*."""
    config = RawConfigParser()
    config.optionxform = str  # type: ignore[assignment, method-assign] # upper case stays
    config.read(default, "utf-8")
    config["Files"]["working_path"] = str(folder)
    config["Scrapy"].update(DEPARTURES)
    path = folder / "config.cfg"
    with path.open("w", encoding="utf-8") as file:
        config.write(file)
    return path
