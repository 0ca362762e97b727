"""A machine at work, all of it real: scrapyd with the egg, a bucket, and a site that changes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.corpus import wait_until
from tests.scrapyd.server import Scrapyd, run_scrapyd
from tests.services.s3.server import S3, run_s3
from tests.standin import StandIn, stand_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUCKET = "mina-at-work"
SETTINGS = {
    "MINA_LOOPBACK": '{"DOWNLOAD_DELAY": 0.05, "AUTOTHROTTLE_ENABLED": false}',
    "MINA_BATCH_SECONDS": "0.5",
    "MINA_DELIVERY_BACKOFF": "0.1",
    "LOG_LEVEL": "DEBUG",
}
PAGES = ("", "jobs", "logs/", "listjobs.json", "listprojects.json", "daemonstatus.json")


@dataclass(frozen=True, slots=True)
class Machine:
    """What runs on it; its state outlives a power cut."""

    scrapyd: Scrapyd
    s3: S3
    site: StandIn

    def begin(self, *arguments: str) -> str:
        """Schedule a crawl; return the run's name."""
        settings = [f"setting={name}={value}" for name, value in SETTINGS.items()]
        return self.scrapyd.schedule(f"site={self.site.site}", *settings, *arguments)

    def crawl(self, *arguments: str) -> str:
        """Schedule a crawl, wait for its end; return the run's name."""
        run = self.begin(*arguments)
        self.scrapyd.wait_for(run)
        return run

    def kill(self, run: str) -> None:
        """Kill a run as ``kill -9`` does."""
        os.kill(self._running()[run], signal.SIGKILL)
        self.scrapyd.wait_for(run)

    def kill_while_uploading(self, run: str) -> None:
        """Kill a run while the bucket keeps it waiting for an answer."""
        wait_until(lambda: self._batches("confirmed") > 0)
        with self.s3.paused():
            wait_until(lambda: self._batches("NOT confirmed") > 0 and self.s3.is_spoken_to())
            self.kill(run)

    def cut_power(self) -> None:
        """Kill everything at once, scrapyd first: it would tell of its jobs."""
        running = self._running()
        self.scrapyd.stop()
        for process in running.values():
            os.kill(process, signal.SIGKILL)
        self.s3.stop()

    def start(self) -> None:
        """Start what starts by itself when the power is back."""
        self.s3.start()
        self.scrapyd.start()

    def known(self) -> set[str]:
        """Return the addresses of the articles in the ledger."""
        return {row[0] for row in self._ask("SELECT url FROM articles")}

    def receipts(self) -> dict[str, dict[str, Any]]:
        """Return the receipts on the machine, by run."""
        found = [json.loads(path.read_text()) for path in self.scrapyd.data.glob("runs/*.json")]
        return {receipt["run"]: receipt for receipt in found}

    def written(self) -> dict[str, bytes]:
        """Return all that is written anywhere: files, scrapyd's pages, the bucket."""
        folders = (self.scrapyd.home, self.scrapyd.data)
        files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        return {
            **{str(path): path.read_bytes() for path in files},
            **{f"scrapyd/{page}": self.scrapyd.page(page).encode() for page in PAGES},
            **self.s3.objects(BUCKET),
        }

    def _running(self) -> dict[str, int]:
        jobs = json.loads(self.scrapyd.page("listjobs.json"))["running"]
        return {job["id"]: job["pid"] for job in jobs}

    def _batches(self, condition: str) -> int:
        rows = self._ask(f"SELECT count(*) FROM batches WHERE {condition}")
        return int(rows[0][0]) if rows else 0

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        address = f"file:{self.scrapyd.data}/ledger.db?mode=ro"
        try:
            with closing(sqlite3.connect(address, uri=True)) as connection:
                return connection.execute(query).fetchall()
        except sqlite3.OperationalError:  # there is none yet
            return []


@contextmanager
def machine(folder: Path, articles: int) -> Iterator[Machine]:
    """Run a machine with the project deployed, beside a site with so many *articles*."""
    (folder / "s3").mkdir()
    with run_s3(folder / "s3") as s3, stand_in(articles=articles) as site:
        s3.client().create_bucket(Bucket=BUCKET)
        environment = {
            **s3.environment,
            "MINA_BUCKET": f"s3://{BUCKET}/mina",
            "AWS_MAX_ATTEMPTS": "1",
        }
        with run_scrapyd(folder, environment) as scrapyd:
            scrapyd.deploy(folder / "checkout")
            yield Machine(scrapyd, s3, site)
