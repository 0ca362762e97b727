"""Reads back what the feeds hold."""

from __future__ import annotations

import bz2
import gzip
import lzma
from pathlib import Path, PurePath
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

COMPRESSIONS: tuple[tuple[bytes, Callable[[IO[bytes]], Iterable[bytes]]], ...] = (
    (b"\x1f\x8b", lambda file: gzip.GzipFile(fileobj=file)),
    (b"BZh", bz2.BZ2File),
    (b"\xfd7zXZ", lzma.LZMAFile),
)
"""How a compressed file begins, and what opens it."""

NO_LINES = frozenset({".csv", ".json", ".marshal", ".pickle", ".xml"})
"""Endings of files in the formats of Scrapy that are no JSON lines."""


class UnreadableError(Exception):
    """A place that lines can be brought to but not read from, or a format that holds none."""


def read_lines(uri: str) -> Iterator[bytes]:
    """Yield the lines of a file or an S3 object, unpacked; the last may lack its end.

    S3 is reached as the environment tells, with ``AWS_ENDPOINT_URL`` and so on. Raises
    UnreadableError.
    """
    if not NO_LINES.isdisjoint(PurePath(urlsplit(uri).path).suffixes):
        raise UnreadableError("only JSON lines can be compared")
    with _open(uri) as raw:
        start = raw.read(6)
        raw.seek(0)
        unpack = next((opener for magic, opener in COMPRESSIONS if start.startswith(magic)), None)
        yield from unpack(raw) if unpack else raw


def _open(uri: str) -> IO[bytes]:
    scheme = urlsplit(uri).scheme
    if scheme == "s3":
        return _fetch(uri)
    if scheme:
        raise UnreadableError("only files and S3 objects can be read back")
    return Path(uri).open("rb")


def _fetch(uri: str) -> IO[bytes]:
    import boto3  # noqa: PLC0415 - comes with the extra "s3"

    parts = urlsplit(uri)
    file = TemporaryFile()  # noqa: SIM115 - closed by who reads it
    boto3.client("s3").download_fileobj(parts.hostname, parts.path[1:], file)
    file.seek(0)
    return file
