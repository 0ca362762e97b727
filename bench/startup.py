"""What it costs to begin: ``scrapy crawl`` up to its first request, ours and Scrapy's own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from bench import crawls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bench.table import Figures

PATIENCE = 60.0
OWN = "a bare spider in a project of Scrapy's template"
OURS = "mina-crawler"


class Begun(NamedTuple):
    """A crawl until its first request arrived: seconds, and what it printed."""

    wall: float
    cpu: float
    log: str


def measure(rounds: int) -> Figures:
    """Start both by turns; return the medians."""
    found: dict[str, list[Begun]] = {OWN: [], OURS: []}
    for _ in range(rounds):
        for name, begun in begin_both().items():
            found[name].append(begun)
    wall = {name: median(begun.wall for begun in times) for name, times in found.items()}
    cpu = {name: median(begun.cpu for begun in times) for name, times in found.items()}
    return {
        "seconds to the first request": wall | {"difference": wall[OURS] - wall[OWN]},
        "CPU seconds to it": cpu | {"difference": cpu[OURS] - cpu[OWN]},
    }


def begin_both(python: Sequence[str] = (sys.executable,)) -> dict[str, Begun]:
    """Start Scrapy's own and ours, each into an empty folder."""
    with tempfile.TemporaryDirectory() as folder, _listening() as (server, site):
        scrapy = (*python, "-m", "scrapy")
        bare = (*scrapy, "crawl", "bare", "-a", f"site={site}")
        own = _begin(bare, _own_project(Path(folder)), server)
        mina = (*scrapy, *crawls.arguments_for(site, "sitemap"))
        return {OWN: own, OURS: _begin(mina, crawls.PROJECT, server)}


@contextmanager
def _listening() -> Iterator[tuple[socket.socket, str]]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        yield server, f"http://127.0.0.1:{server.getsockname()[1]}/"


def _own_project(folder: Path) -> Path:
    """Make a project as Scrapy's template has it, with the bare spider."""
    command = (*crawls.SCRAPY, "startproject", "own", str(folder))
    subprocess.run(command, capture_output=True, check=True)
    shutil.copy(crawls.BARE, folder / "own/spiders/bare.py")
    return folder


def _begin(command: Sequence[str], where: Path, server: socket.socket) -> Begun:
    """Wait for the first request of *command*, then kill it."""
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryFile("w+") as log:
        environment = os.environ | {"MINA_DATA_DIR": data}
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=where, env=environment, stdout=log, stderr=log)
        connection, _ = server.accept()
        with connection:
            connection.recv(1)
            wall = time.perf_counter() - start
            process.kill()
            _, _, used = os.wait4(process.pid, 0)
            process.returncode = 0
        log.seek(0)
        return Begun(wall, used.ru_utime + used.ru_stime, log.read())
