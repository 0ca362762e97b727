"""Whole crawls as their users run them: ``scrapy crawl mina`` in a process of its own."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PROJECT = Path(__file__).parent.parent
SCRAPY = (sys.executable, "-m", "scrapy")
LONG = 300.0


@dataclass(slots=True)
class Crawls:
    """Crawls of one site into one data directory."""

    site: str
    data: Path
    feeds: dict[str, dict[str, Any]] | None = None
    """What ``FEEDS`` is set to; ``None`` leaves the project's own."""
    environment: dict[str, str] = field(default_factory=dict)
    source: str = "pages"

    def start(
        self, *arguments: str, settings: Mapping[str, object] | None = None, **popen: Any
    ) -> subprocess.Popen[bytes]:
        """Begin a crawl with spider arguments such as ``recheck=7``."""
        chosen = {"LOG_LEVEL": "INFO", **(settings or {})}
        if self.feeds is not None:
            chosen["FEEDS"] = json.dumps(self.feeds)
        command = [*SCRAPY, "crawl", "mina"]
        for argument in (f"site={self.site}", f"source={self.source}", *arguments):
            command += ["-a", argument]
        for name, value in chosen.items():
            command += ["-s", f"{name}={value}"]
        environment = {**os.environ, "MINA_DATA_DIR": str(self.data), **self.environment}
        self.data.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            streams: dict[str, Any] = {"stdout": log, "stderr": log}
            return subprocess.Popen(
                command, cwd=PROJECT, env=environment, text=False, **(streams | popen)
            )

    def run(
        self, *arguments: str, settings: Mapping[str, object] | None = None, **popen: Any
    ) -> Crawled:
        """Crawl to the end."""
        process = self.start(*arguments, settings=settings, **popen)
        process.wait(LONG)
        return Crawled(process.returncode, self.log.read_text(), self.receipt())

    @property
    def log(self) -> Path:
        """Where the last crawl begun tells what it does."""
        return self.data / "crawl.log"

    def receipt(self) -> dict[str, Any]:
        """Return the last receipt, empty where there is none."""
        receipts = sorted(self.data.glob("runs/*.json"), key=lambda path: path.stat().st_mtime_ns)
        return json.loads(receipts[-1].read_text()) if receipts else {}

    def lines(self) -> list[dict[str, Any]]:
        """Return what all files below the data directory hold, each line whole."""
        found = sorted(self.data.rglob("*.jsonl*"))
        return read_lines(path.read_bytes() for path in found)


@dataclass(frozen=True, slots=True)
class Crawled:
    """How a crawl ended."""

    code: int
    log: str
    receipt: dict[str, Any]


def read_lines(files: Iterable[bytes]) -> list[dict[str, Any]]:
    """Return the lines of *files*, compressed or not; a torn line is an error."""
    lines: list[dict[str, Any]] = []
    for content in files:
        plain = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        lines += [json.loads(line) for line in plain.splitlines()]
        assert not plain or plain.endswith(b"\n")
    return lines


def addresses(lines: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the addresses in *lines*, sorted, with all their repetitions."""
    return sorted(line["url"] for line in lines)
