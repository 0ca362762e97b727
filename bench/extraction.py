"""What reading a page costs: ours, bare parsing, and other extractors, by turns in one run."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.pages import write_pages
from quality.peers import environments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.pages import Page
    from bench.table import Figures

HERE = Path(__file__).parent
READERS = HERE / "readers"
OURS = "mina-crawler"
PAGES = Path("build/bench/pages")


def _readers() -> dict[str, tuple[Path, Path, str]]:
    """Return name -> interpreter, folder of the module, module."""
    python = Path(sys.executable)
    mine = {
        "parse": "with_tree",
        "parse, ten selectors": "with_parsel",
        OURS: "with_mina",
    }
    peers = {
        peer.name: (environments.python(peer).absolute(), environments.FOLDER, peer.module)
        for peer in environments.PEERS
    }
    return {name: (python, READERS, module) for name, module in mine.items()} | peers


def measure(pages: int, rounds: int) -> Figures:
    """Return the median for each reader, and how often ours goes into it."""
    written = write_pages(PAGES, pages)
    readers = _readers()
    times: dict[str, list[float]] = {name: [] for name in readers}
    for _ in range(rounds):
        for name, reader in readers.items():
            times[name].append(_run(*reader, written))
    costs = {name: statistics.median(found) for name, found in times.items()}
    others = {name: cost for name, cost in costs.items() if name != OURS}
    return {
        "CPU ms a page, reading": costs,
        "time to read": {f"{OURS} / {name}": costs[OURS] / cost for name, cost in others.items()},
    }


def _run(python: Path, folder: Path, module: str, pages: Sequence[Page]) -> float:
    command = [str(python), str(HERE / "read.py"), str(folder.resolve()), module]
    lines = "\n".join(json.dumps(page._asdict()) for page in pages)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return float(done.stderr.rpartition("\n")[2])
