"""One process that reads: the crawl's end of the line to it, and its own.

A pool of :mod:`concurrent.futures` needs three threads beside the crawl, which take the interpreter
from it whenever it writes to a socket: they cost 1 ms a page, one line in the crawl's loop 0.1.
A process of :mod:`multiprocessing` runs the program that began the crawl once more, a script of
somebody's too, and would crawl itself.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import socket
import subprocess
import sys
import traceback
from collections import deque
from contextlib import suppress
from struct import Struct
from typing import TYPE_CHECKING

from mina_crawler.readers.sheets import read_sheet

if TYPE_CHECKING:
    from typing import Any, Self

    from mina_crawler.readers.sheets import Order, Reading, Sheet

LENGTH = Struct("!I")
"""Stands before each message on the line, which is a pickle."""
BEGUN = LENGTH.pack(0)
"""The first that a reader says: from now on it can be asked. Until then it is read without it."""
ENDING = 5.0
"""Seconds that a process whose line is cut may take to notice it."""


class ReaderDiedError(Exception):
    """Who read a page did not survive it."""


class LeftUnreadError(Exception):
    """Who was to read a page died of another one."""


class ReadingProcess(asyncio.Protocol):
    """Has sheets read in the order in which they come."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.has_begun = False
        self._waiting: deque[asyncio.Future[Reading]] = deque()
        self._received = bytearray()
        self._begun_or_lost = asyncio.Event()
        self._lost = asyncio.Event()

    @property
    def is_alive(self) -> bool:
        """Tell whether it is still there."""
        return not self._lost.is_set()

    @property
    def is_ready(self) -> bool:
        """Tell whether it reads at once what it is sent."""
        return self.has_begun and self.is_alive

    @classmethod
    async def begin(cls) -> Self:
        """Return a process that knows nothing of the crawl: what it reads it is sent."""
        ours, theirs = socket.socketpair()
        with theirs:
            process = _begin(theirs)
        loop = asyncio.get_running_loop()
        _, reader = await loop.create_connection(lambda: cls(process), sock=ours)
        return reader

    def __len__(self) -> int:
        """Tell how many sheets are with it."""
        return len(self._waiting)

    async def read(self, sheet: Sheet, order: Order) -> Reading:
        """Return what *sheet* tells. Raises LayoutError, ReaderDiedError and LeftUnreadError."""
        answer: asyncio.Future[Reading] = asyncio.get_running_loop().create_future()
        if not self.is_alive:
            raise LeftUnreadError
        self._waiting.append(answer)
        self._transport.write(_packed((sheet, order)))
        return await answer

    async def ready(self) -> None:
        """Return once it reads, or never will."""
        await self._begun_or_lost.wait()

    async def end(self) -> None:
        """Cut its line, at which it ends; one that is still beginning would take its time."""
        self._transport.close()
        if not self.has_begun:
            self.process.kill()
        await self._lost.wait()
        try:
            self.process.wait(ENDING)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep where to write to."""
        self._transport: asyncio.WriteTransport = transport  # type: ignore[assignment]

    def data_received(self, data: bytes) -> None:
        """Hand out each answer that has arrived whole."""
        received = self._received
        received += data
        while len(received) >= LENGTH.size:
            end = LENGTH.size + LENGTH.unpack_from(received)[0]
            if len(received) < end:
                return
            message = bytes(received[LENGTH.size : end])
            del received[:end]
            self._hear(message)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 -- however it went
        """Tell all who wait that it is gone, the first that it was reading theirs."""
        self._lost.set()
        self._begun_or_lost.set()
        why: ReaderDiedError | LeftUnreadError = ReaderDiedError()
        while self._waiting:
            _settle(self._waiting.popleft(), why)
            why = LeftUnreadError()

    def _hear(self, message: bytes) -> None:
        if message:
            _settle(self._waiting.popleft(), pickle.loads(message))  # noqa: S301 -- of ours
        else:
            self.has_begun = True
            self._begun_or_lost.set()


def serve(line: socket.socket) -> None:
    """Read what comes on *line* until the crawl is gone, however it went."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # systemd sends it to all: it is the crawl's
    with line, line.makefile("rb") as incoming, suppress(ConnectionError):
        line.sendall(BEGUN)
        while length := incoming.read(LENGTH.size):
            given = pickle.loads(incoming.read(*LENGTH.unpack(length)))  # noqa: S301 -- the crawl's
            line.sendall(_packed(_told(*given)))


def _begin(line: socket.socket) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "mina_crawler.readers"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=line.fileno(),
        process_group=0,  # what a terminal says is the crawl's: it ends in its own time
    )


def _told(sheet: Sheet, order: Order) -> Reading | Exception:
    try:
        return read_sheet(sheet, order)
    except Exception as error:  # noqa: BLE001 -- told to who asked
        error.add_note(traceback.format_exc())
        return error


def _packed(message: Any) -> bytes:  # noqa: ANN401 -- what can be pickled
    pickled = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(pickled)) + pickled


def _settle(future: asyncio.Future[Reading], told: Reading | Exception) -> None:
    if future.cancelled():
        return
    if isinstance(told, Exception):
        future.set_exception(told)
    else:
        future.set_result(told)
