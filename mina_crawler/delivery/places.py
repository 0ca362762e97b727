"""Places that a whole file is brought to; each can be asked whether it has arrived."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from scrapy.extensions.feedexport import (
    FeedStorageProtocol,
    FileFeedStorage,
    S3FeedStorage,
    StdoutFeedStorage,
)
from scrapy.utils.asyncio import run_in_thread
from scrapy.utils.defer import ensure_awaitable

from mina_crawler.delivery.handles import second_handle
from mina_crawler.delivery.parcels import hash_range
from mina_crawler.delivery.s3 import S3Object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mina_crawler.ledger.deliveries import Parcel


class Place(Protocol):
    """Where a parcel goes."""

    async def put(self, file: IO[bytes], parcel: Parcel) -> None:
        """Bring *file* there; what stood there before is replaced."""

    async def holds(self, parcel: Parcel) -> bool:
        """Tell whether exactly this parcel is there."""


class LocalFile:
    """A file on this machine: it appears whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def put(self, file: IO[bytes], _parcel: Parcel) -> None:
        """Write beside the goal, then rename."""
        await run_in_thread(self._write, file)

    async def holds(self, parcel: Parcel) -> bool:
        """Compare size and content."""
        if not self._path.is_file() or self._path.stat().st_size != parcel.size:
            return False
        with self._path.open("rb") as file:
            return hash_range(file, 0, parcel.size) == parcel.sha256

    def _write(self, file: IO[bytes]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(f".{self._path.name}.part")
        file.seek(0)
        with part.open("wb") as target:
            shutil.copyfileobj(file, target, 1 << 20)
            target.flush()
            os.fsync(target.fileno())
        part.replace(self._path)
        directory = os.open(self._path.parent, os.O_RDONLY)
        os.fsync(directory)
        os.close(directory)


class StandardOutput:
    """The program's own output, for feeds called ``-``."""

    async def put(self, file: IO[bytes], _parcel: Parcel) -> None:
        """Print the file."""
        file.seek(0)
        shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()

    async def holds(self, _parcel: Parcel) -> bool:
        """Say no: what was printed cannot be looked at."""
        return False


class OtherStorage:
    """Any other storage of Scrapy's or a user's: it is believed when it does not complain."""

    def __init__(self, storage: FeedStorageProtocol) -> None:
        self._storage = storage

    async def put(self, file: IO[bytes], _parcel: Parcel) -> None:
        """Hand the storage a handle of its own: it may close it."""
        await ensure_awaitable(self._storage.store(second_handle(file)))

    async def holds(self, _parcel: Parcel) -> bool:
        """Say no: these storages cannot be asked, and the same name is written again."""
        return False


def place_for(storage: FeedStorageProtocol, options: Mapping[str, str]) -> Place:
    """Return the place that *storage* of Scrapy's leads to."""
    if isinstance(storage, FileFeedStorage):
        return LocalFile(Path(storage.path).absolute())
    if isinstance(storage, S3FeedStorage):
        return S3Object(storage, options)
    if isinstance(storage, StdoutFeedStorage):
        return StandardOutput()
    return OtherStorage(storage)
