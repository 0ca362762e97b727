"""Whatever kills a crawl, and whenever: run it again, and every feed holds every article once."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.crawls import Crawls, addresses, read_lines
from tests.services.s3.fixtures import s3, s3_server
from tests.services.s3.told import manifests, receipts
from tests.standin import serve

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from tests.services.s3.server import S3
    from tests.standin import StandIn

__all__ = ["s3", "s3_server", "serve"]

KILLS = int(os.environ.get("MINA_KILLS", "40"))
ARTICLES = int(os.environ.get("MINA_KILL_ARTICLES", "1000"))
SEED = int(os.environ.get("MINA_KILL_SEED", "1"))
IN_FLIGHT = 24
"""Pages asked for and not yet in the ledger when a crawl dies: on the wire, parsed, queued."""
PATIENCE = 60.0
BUCKET = "mina-kill"
GZIP = ["scrapy.extensions.postprocessing.GzipPlugin"]


class Killer:
    """Waits for a moment worth dying in."""

    def __init__(self, crawls: Crawls, s3_port: int, chance: random.Random) -> None:
        self.crawls = crawls
        self.s3_port = f":{s3_port:04X}"
        self.chance = chance
        self.moments: dict[str, Callable[[], object]] = {
            "any": time.monotonic_ns,
            "feed write": lambda: self._stamp("articles.jsonl"),
            "batch write": lambda: sorted(self.crawls.data.glob("batches/.*.part")),
            "commit": lambda: self._stamp("ledger.db-wal"),
            "upload": self._connections,
        }

    def kill(self, process: subprocess.Popen[bytes]) -> str:
        """Let *process* make some progress, then kill it at such a moment; return which."""
        name = self.chance.choice(sorted(self.moments))
        goal = self._known() + self.chance.randint(1, 2 * ARTICLES // KILLS)
        self._await(process, lambda: self._known() >= goal, pause=0.02)
        before = self.moments[name]()
        self._await(process, lambda: self.moments[name]() != before, pause=0.0005)
        time.sleep(self.chance.random() * 0.02)
        process.send_signal(signal.SIGKILL)
        return name

    def _await(
        self, process: subprocess.Popen[bytes], happened: Callable[[], bool], pause: float
    ) -> None:
        deadline = time.monotonic() + PATIENCE
        while process.poll() is None and not happened() and time.monotonic() < deadline:
            time.sleep(pause)

    def _known(self) -> int:
        database = self.crawls.data / "ledger.db"
        if not database.exists():
            return 0
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            try:
                return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
            except sqlite3.OperationalError:  # its first transaction is under way
                return 0

    def _stamp(self, name: str) -> tuple[int, int]:
        path = self.crawls.data / name
        return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else (0, 0)

    def _connections(self) -> list[str]:
        """Return what this machine sends to the S3 server."""
        lines = Path("/proc/net/tcp").read_text().splitlines()
        return [line for line in lines if self.s3_port in line.split()[2]]


@pytest.fixture
def crawls(serve: Callable[..., StandIn], tmp_path: Path, s3: S3) -> tuple[Crawls, StandIn]:
    s3.client().create_bucket(Bucket=BUCKET)
    site = serve(articles=ARTICLES)
    batch: dict[str, Any] = {"format": "jsonlines", "batch_item_count": 20}
    feeds: dict[str, dict[str, Any]] = {
        str(tmp_path / "articles.jsonl"): {"format": "jsonlines"},
        str(tmp_path / "batches/%(run)s-%(batch_id)d.jsonl.gz"): {**batch, "postprocessing": GZIP},
        f"s3://{BUCKET}/%(run)s/%(batch_id)04d.jsonl": batch,
    }
    return Crawls(site.site, tmp_path, feeds, s3.environment), site


def test_every_article_is_in_every_feed_once(crawls: tuple[Crawls, StandIn], s3: S3) -> None:
    crawl, site = crawls
    killer = Killer(crawl, s3.ports["s3.port"], random.Random(SEED))
    kills: list[str] = []
    for _ in range(KILLS):
        process = crawl.start()
        kills.append(killer.kill(process))
        process.wait()
    last = crawl.run()
    assert (last.code, last.receipt["owed"]) == (0, {}), last.log[-3000:]

    truth = addresses(site.truth())
    local = [crawl.data / "articles.jsonl"]
    batches = sorted(crawl.data.glob("batches/*.gz"))
    for files in (local, batches):
        assert addresses(read_lines(path.read_bytes() for path in files)) == truth, kills
    assert addresses(read_lines(s3.feeds(BUCKET).values())) == truth, kills

    assert sum(told["lines"] for told in manifests(s3, BUCKET).values()) == len(truth)
    assert {told["verdict"] for told in receipts(s3, BUCKET).values()} == {"killed", "complete"}
    assert not list(crawl.data.glob("runs/*.draft"))

    asked = site.requests()
    again = sum(asked[urlsplit(url).path] - 1 for url in truth)
    assert again <= IN_FLIGHT * KILLS, kills
