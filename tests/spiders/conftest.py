"""Crawls by the command that a user types, in a process of their own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.standin import StandIn, serve

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Crawl", "StandIn", "serve"]

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Crawl:
    """A finished crawl."""

    exit_code: int
    log: str
    articles: list[dict[str, Any]]

    @property
    def urls(self) -> list[str]:
        """The addresses delivered, in order."""
        return [article["url"] for article in self.articles]

    @property
    def failures(self) -> list[tuple[str, str]]:
        """Reason and address of each named failure."""
        return re.findall(r"WARNING: failed \((.+?)\): (\S+)", self.log)


@pytest.fixture
def crawl(tmp_path: Path) -> Callable[..., Crawl]:
    """Return a function that runs ``scrapy crawl mina`` with the given arguments to its end."""

    def run(*options: str, **arguments: object) -> Crawl:
        named = [f"-a{name}={value}" for name, value in arguments.items()]
        done = subprocess.run(
            [sys.executable, "-m", "scrapy", "crawl", "mina", *named, *options],
            cwd=PROJECT,
            env=os.environ | {"MINA_DATA_DIR": str(tmp_path), "PYTHONWARNINGS": "ignore"},
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )
        lines = tmp_path / "articles.jsonl"
        articles = lines.read_text("utf-8").splitlines() if lines.exists() else []
        return Crawl(done.returncode, done.stderr, [json.loads(line) for line in articles])

    return run
