"""Delivers lines to the end of a local file, which other processes may append to as well."""

from __future__ import annotations

import fcntl
import json
import logging
import os
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING, cast

from mina_crawler.delivery.backoff import insist
from mina_crawler.delivery.parcels import hash_range, measure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from io import FileIO
    from pathlib import Path

    from scrapy import Spider

    from mina_crawler.delivery.desk import Account
    from mina_crawler.items import Article, Tombstone
    from mina_crawler.ledger.deliveries import Parcel

logger = logging.getLogger(__name__)

IN_MEMORY = 1 << 20
TORN_LINE_SEARCH = 1 << 24
"""How far back from the end a line break is looked for."""


class AppendDelivery:
    """A feed storage that appends what it has got whenever it is told to."""

    def __init__(
        self, path: Path, account: Account, *, is_lines: bool, delays: Sequence[float]
    ) -> None:
        self.is_lines = is_lines
        """Whether the file may be appended to between any two items."""
        self._path = path
        self._account = account
        self._delays = delays
        self._lines: list[int] = []
        self._spool: IO[bytes] | None = None
        self._is_open = False
        """A delivery was begun that the ledger may not know the end of."""

    def open(self, spider: Spider) -> IO[bytes]:  # noqa: ARG002 - Scrapy's protocol
        """Return the file that the exporter writes to."""
        self._spool = cast("IO[bytes]", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 - see store
        return self._spool

    def take(self, line: int, _item: Article | Tombstone) -> None:
        """Note that a line of the outbox was written to the file."""
        self._lines.append(line)

    async def store(self, file: IO[bytes]) -> None:
        """Append the rest."""
        with file:
            await insist(self._append_once, str(self._path), self._delays)
            self._spool = None

    def append(self) -> None:
        """Append what was written since the last time."""
        if self._spool is None or not (self._is_open or self._spool.seek(0, os.SEEK_END)):
            return
        with self._locked() as target:  # which finds out what became of the last delivery
            self._is_open = bool(self._spool.seek(0, os.SEEK_END))
            if self._is_open:
                self._deliver(target, self._spool)
                self._is_open = False

    def settle(self) -> None:
        """Find out what of the announced batches is in the file; cut off what is torn."""
        if self._path.exists():
            with self._locked():
                pass

    async def _append_once(self) -> None:
        self.append()

    def _deliver(self, target: FileIO, spool: IO[bytes]) -> None:
        parcel = measure(spool, str(self._path), target.seek(0, os.SEEK_END))
        batch = self._account.announce(parcel, self._lines)
        write_to(target, spool, parcel)
        self._lines.clear()
        spool.seek(0)
        spool.truncate()
        self._account.confirm(batch)
        self._account.ledger.deliveries.merge(batch)

    @contextmanager
    def _locked(self) -> Iterator[FileIO]:
        """Open the file, with no other writer in it and its end in order."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab+", buffering=0) as target:
            fcntl.flock(target, fcntl.LOCK_EX)
            self._settle(target)
            if self.is_lines:
                mend_last_line(target)
            yield target

    def _settle(self, target: FileIO) -> None:
        deliveries = self._account.ledger.deliveries
        for batch in deliveries.unsettled_in(self._account.feed, str(self._path)):
            if is_in(target, batch.parcel):
                deliveries.confirm(batch.id)
            else:
                cut(target, batch.parcel)
                deliveries.withdraw(batch.id)


def write_to(target: FileIO, source: IO[bytes], parcel: Parcel) -> None:
    """Append all of *source* to *target*, or nothing where that fails."""
    source.seek(0)
    try:
        while piece := source.read(IN_MEMORY):
            while piece:
                piece = piece[target.write(piece) :]
        os.fsync(target.fileno())
    except OSError:
        cut(target, parcel)
        raise


def is_in(target: FileIO, parcel: Parcel) -> bool:
    """Tell whether *target* holds all of *parcel* where it was to begin."""
    return hash_range(target, parcel.start, parcel.size) == parcel.sha256


def cut(target: FileIO, parcel: Parcel) -> None:
    """Cut off what *parcel* left of itself at the end of *target*, and nothing else."""
    if parcel.start < target.seek(0, os.SEEK_END) <= parcel.start + parcel.size:
        target.truncate(parcel.start)
        os.fsync(target.fileno())


def mend_last_line(target: FileIO) -> None:
    """End the last line of *target*; cut it off where somebody's death has torn it."""
    size = target.seek(0, os.SEEK_END)
    begin = max(0, size - TORN_LINE_SEARCH)
    target.seek(max(0, size - 1))
    if not size or target.read(1) == b"\n":
        return
    target.seek(begin)
    line = target.read().rpartition(b"\n")[2]
    if _is_json(line):
        target.write(b"\n")
    else:
        logger.warning("Cut a torn line off %s: %r…", target.name, line[:80])
        target.truncate(size - len(line))


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
