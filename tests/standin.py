"""The stand-in site for tests: a real server on a free loopback port, in a process of its own.

The process is forked from one that has imported all of it: most tests want one, many several.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
from contextlib import ExitStack, contextmanager, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from mina_crawler.demo.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

STOPPING = 10.0
forks = multiprocessing.get_context("forkserver")
forks.set_forkserver_preload(["mina_crawler.demo.__main__"])


@dataclass(frozen=True, slots=True)
class StandIn:
    """A running stand-in; *site* is its address, with the last slash."""

    site: str
    pid: int

    def get(self, path: str) -> str:
        """Return the body served at *path* (``"2020/09/26/"``)."""
        return self._ask(path, "GET").decode()

    def status(self, path: str) -> int:
        """Return the status served at *path*, redirects followed."""
        try:
            with urlopen(self.site + path, timeout=60) as response:
                return int(response.status)
        except HTTPError as error:
            with error:
                return error.code

    def truth(self, *, copies: bool = False) -> list[dict[str, Any]]:
        """Return what a perfect crawl writes, a mapping an article, oldest first."""
        lines = self._ask(f"__demo/truth?copies={int(copies)}", "GET").decode().splitlines()
        return [json.loads(line) for line in lines]

    def control(self, action: str, method: str = "POST", /, **arguments: object) -> dict[str, Any]:
        """Act on the running site: ``publish``, ``edit``, ``delete``, ``fault`` and so on."""
        answer = self._ask(f"__demo/{action}?{urlencode(arguments)}", method)
        return dict(json.loads(answer))

    def state(self) -> dict[str, Any]:
        """Return what the site is and what has happened to it."""
        return self.control("state", "GET")

    def requests(self) -> dict[str, int]:
        """Return how often each path was asked for."""
        return dict(self.control("requests", "GET")["counts"])

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let it answer nobody for a while; connections stay."""
        os.kill(self.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.pid, signal.SIGCONT)

    def _ask(self, path: str, method: str) -> bytes:
        request = Request(self.site + path, method=method)
        with urlopen(request, timeout=60) as response:
            return bytes(response.read())


@contextmanager
def stand_in(**options: object) -> Iterator[StandIn]:
    """Serve a stand-in with the options of ``python -m mina_crawler.demo``: ``articles=40``."""
    arguments = [f"--{name}={value}" for name, value in options.items()]
    reader, writer = forks.Pipe(duplex=False)
    process = forks.Process(target=_serve, args=(arguments, writer))
    process.start()
    writer.close()
    try:
        with open(reader.fileno(), closefd=False) as told:
            yield StandIn(told.readline().strip(), process.ident or 0)
    finally:
        reader.close()
        process.terminate()
        process.join(STOPPING)
        process.close()


def _serve(arguments: Sequence[str], address: Connection) -> None:
    """Do what ``python -m mina_crawler.demo`` does, and tell the *address* where that prints it."""
    sys.argv[1:] = arguments
    with open(address.fileno(), "w", closefd=False) as told, redirect_stdout(told):
        main()


@pytest.fixture
def serve() -> Iterator[Callable[..., StandIn]]:
    """Return a function that serves stand-ins until the test ends."""
    with ExitStack() as running:
        yield lambda **options: running.enter_context(stand_in(**options))
