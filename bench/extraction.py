"""What reading a page costs: ours, bare parsing, and other extractors, by turns in one run."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from bench.pages import write_pages
from quality.peers import environments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.pages import Page
    from bench.table import Figures

HERE = Path(__file__).parent
READERS = HERE / "readers"
OURS = "mina-crawler"
PAGES = Path("build/bench/pages")
LOG = Path("build/bench/readers.log")
"""What the readers print."""
TURN = 20
"""Pages that one reads before it is another's turn: the machine is the same for all of them."""


class Reader:
    """One that waits, in an environment of its own, for its turn to read."""

    def __init__(self, requests: IO[str], answers: IO[str]) -> None:
        self._requests = requests
        self._answers = answers

    def take(self, pages: Sequence[Page]) -> None:
        """Have it know *pages*."""
        self._requests.writelines(f"{json.dumps(page._asdict())}\n" for page in pages)
        self._requests.write("\n")

    def read(self, first: int, count: int) -> float:
        """Return the CPU milliseconds that *count* of its pages take, from the *first* on."""
        self._requests.write(f"{first} {count}\n")
        self._requests.flush()
        if answer := self._answers.readline():
            return float(answer)
        raise RuntimeError(f"a reader has ended: {LOG} tells why")


def measure(pages: int, rounds: int) -> Figures:
    """Return what a page costs each reader, and how often ours goes into it.

    Both are the median of *rounds*, in each of which all read the same *pages* by turns.
    """
    written = write_pages(PAGES, pages)
    with LOG.open("w") as log, ExitStack() as running:
        readers = {
            name: running.enter_context(_running(*reader, log))
            for name, reader in _readers().items()
        }
        for reader in readers.values():
            reader.take(written)
        found = [_round(readers, pages) for _ in range(rounds)]
    shares = {
        f"{OURS} / {name}": statistics.median(costs[OURS] / costs[name] for costs in found)
        for name in readers
        if name != OURS
    }
    costs = {name: statistics.median(costs[name] for costs in found) for name in readers}
    return {"CPU ms a page, reading": costs, "time to read": shares}


def _round(readers: Mapping[str, Reader], pages: int) -> dict[str, float]:
    """Return the CPU milliseconds a page of each, having read all pages once."""
    costs = dict.fromkeys(readers, 0.0)
    for first in range(0, pages, TURN):
        for name, reader in readers.items():
            costs[name] += reader.read(first, TURN) / pages
    return costs


def _readers() -> dict[str, tuple[Path, Path, str]]:
    """Return name -> interpreter, folder of the module, module."""
    python = Path(sys.executable)
    mine = {"parse": "with_tree", "parse, ten selectors": "with_parsel", OURS: "with_mina"}
    peers = {
        peer.name: (environments.python(peer).absolute(), environments.FOLDER, peer.module)
        for peer in environments.PEERS
    }
    return {name: (python, READERS, module) for name, module in mine.items()} | peers


@contextmanager
def _running(python: Path, folder: Path, module: str, log: IO[str]) -> Iterator[Reader]:
    command = [str(python), str(HERE / "read.py"), str(folder.resolve()), module]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=log, text=True) as process:
        yield Reader(cast("IO[str]", process.stdin), cast("IO[str]", process.stdout))
