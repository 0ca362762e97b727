"""Measures what is about to be delivered."""

from __future__ import annotations

import hashlib
import os
from typing import IO

from mina_crawler.ledger.deliveries import Parcel


def measure(file: IO[bytes], uri: str, start: int = 0) -> Parcel:
    """Return the parcel that holds all of *file*."""
    size = file.seek(0, os.SEEK_END)
    return Parcel(uri=uri, start=start, size=size, sha256=hash_range(file, 0, size))


def hash_range(file: IO[bytes], start: int, size: int) -> bytes:
    """Return the SHA-256 of *size* bytes of *file* from *start*, or of fewer at its end."""
    file.seek(start)
    digest = hashlib.sha256()
    while size > 0 and (piece := file.read(min(size, 1 << 20))):
        digest.update(piece)
        size -= len(piece)
    return digest.digest()
