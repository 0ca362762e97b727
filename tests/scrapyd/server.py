"""A real scrapyd for tests: in its own environment, on a free loopback port."""

from __future__ import annotations

import base64
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import Request, urlopen

from tests.built import built

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROJECT = Path(__file__).parents[2]
BIN = PROJECT / "build/scrapyd/bin"
PACKED = ("mina_crawler", "setup.py", "pyproject.toml", "README.md", "LICENSE", "scrapy.cfg")
"""What scrapyd-deploy needs of a checkout."""
USER, PASSWORD = "operator", "100%-secret-of-scrapyd"
STARTING = 20.0
CRAWLING = 60.0


@dataclass(slots=True)
class Scrapyd:
    """A running scrapyd; its own state lies in *home*, that of the crawler in *data*."""

    home: Path
    port: int
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        return Path(self.environment["MINA_DATA_DIR"])

    def start(self) -> None:
        with (self.home / "scrapyd.log").open("ab") as log:
            self.process = subprocess.Popen(
                [PROJECT / "deploy/start-scrapyd"],
                cwd=self.home, env=self.environment, stdout=log, stderr=log,
            )  # fmt: skip
        deadline = time.monotonic() + STARTING
        while not self._answers():
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.1)

    def stop(self) -> None:
        """Kill scrapyd, as a power cut does; crawls that it began go on."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def deploy(self, checkout: Path) -> None:
        """Deploy a copy of what would be checked out, with scrapyd-deploy."""
        checkout.mkdir()
        for name in PACKED:
            source = PROJECT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, checkout / name)
        config = checkout / "scrapy.cfg"
        config.write_text(config.read_text().replace("6800", str(self.port)))
        self._run(BIN / "scrapyd-deploy", cwd=checkout)

    def schedule(self, *arguments: str) -> str:
        """Ask for a crawl; return the run's name."""
        return self._run(BIN / "python", PROJECT / "deploy/schedule.py", *arguments).strip()

    def page(self, path: str) -> str:
        """Return what scrapyd shows at *path*."""
        login = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        request = Request(f"http://127.0.0.1:{self.port}/{path}")
        request.add_header("Authorization", f"Basic {login}")
        with urlopen(request, timeout=10) as response:
            return str(response.read().decode())

    def wait_for(self, run: str) -> str:
        """Wait until *run* has ended; return its log, empty where it did not come to write one."""
        deadline = time.monotonic() + CRAWLING
        while f'"{run}"' not in self.page("listjobs.json").partition('"finished"')[2]:
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.2)
        log = self.home / f"logs/mina_crawler/mina/{run}.log"
        return log.read_text() if log.exists() else ""

    def log(self) -> str:
        return (self.home / "scrapyd.log").read_text()

    def _run(self, *command: object, cwd: Path = PROJECT) -> str:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def _answers(self) -> bool:
        try:
            self.page("daemonstatus.json")
        except (URLError, ConnectionError):
            return False
        return True


@contextmanager
def run_scrapyd(folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[Scrapyd]:
    """Run a scrapyd until the block ends."""
    built("scrapyd")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "home").mkdir()
    server = Scrapyd(folder / "home", port, {
        **os.environ,
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "MINA_DATA_DIR": str(folder / "data"),
        "SCRAPYD_PORT": str(port),
        "SCRAPYD_URL": f"http://127.0.0.1:{port}",
        "SCRAPYD_USERNAME": USER,
        "SCRAPYD_PASSWORD": PASSWORD,
        **(environment or {}),
    })  # fmt: skip
    try:
        server.start()
        yield server
    finally:
        server.stop()
