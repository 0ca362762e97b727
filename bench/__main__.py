"""``python -m bench``: measures everything in one run; prints a table, keeps it as JSON."""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from pathlib import Path

import scrapy

from bench import extraction, startup, throughput

RESULTS = Path("build/bench")


def main() -> None:
    """Measure; with ``--base`` print the figures of an earlier revision beside."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--base", help="a revision that was measured before")
    options = parser.parse_args()
    figures = extraction.measure(options.pages, options.rounds) | startup.measure(options.rounds)
    figures |= throughput.measure(options.articles, options.rounds)
    revision = _revision("HEAD")
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{revision}.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    _print(figures, _earlier(options.base), revision)


def _revision(name: str) -> str:
    command = ["git", "rev-parse", "--short=12", name]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _earlier(base: str | None) -> dict[str, float]:
    if base is None:
        return {}
    path = RESULTS / f"{_revision(base)}.json"
    if not path.exists():
        sys.exit(f"{base} has not been measured: check it out and run make bench")
    found: dict[str, float] = json.loads(path.read_text("utf-8"))
    return found


def _print(figures: dict[str, float], earlier: dict[str, float], revision: str) -> None:
    machine = (
        f"{platform.machine()}, {platform.python_implementation()} {platform.python_version()}"
    )
    sys.stdout.write(f"{revision}, Scrapy {scrapy.__version__}, {machine}\n")
    for name, value in figures.items():
        before = f"{earlier[name]:10.2f} before" if name in earlier else ""
        sys.stdout.write(f"{name:<55}{value:10.2f}{before}\n")


if __name__ == "__main__":
    main()
