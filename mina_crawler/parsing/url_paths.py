"""The path of an address, each of its parts in the one spelling."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote_to_bytes

_SEGMENT_SAFE = "!$&'()*+,;=:@~"
_PLAIN_PATH = re.compile(r"[\w.~!$&'()*+,;=:@/-]*", re.ASCII)
_BYTE = r"%[89a-fA-F][\da-fA-F]"
_ENCODED_PATH = re.compile(rf"(?:[\w.~!$&'()*+,;=:@/-]|{_BYTE})*+", re.ASCII)
"""A path with nothing but plain signs and the bytes of other letters, which stay encoded."""

_ENCODED = re.compile(rf"(?:{_BYTE})+", re.ASCII)


def segments_of(path: str) -> list[str]:
    """Return the parts of *path*, dots resolved, each percent-encoded in the one canonical way.

    >>> segments_of("/2018/../%d9%82/a b/")
    ['%D9%82', 'a%20b']
    """
    segments: list[str] = []
    for segment in _encoded(path):
        if segment == "..":
            del segments[-1:]
        elif segment not in {"", "."}:
            segments.append(segment)
    return segments


def _encoded(path: str) -> list[str]:
    """Return the parts of *path*, each percent-encoded in the one canonical way."""
    if _PLAIN_PATH.fullmatch(path):  # nearly all are: to quote takes 9 times as long
        return path.split("/")
    if _ENCODED_PATH.fullmatch(path):  # Arabic ones: to decode and quote takes 3 times as long
        return _ENCODED.sub(lambda letters: letters[0].upper(), path).split("/")
    return [quote(unquote_to_bytes(raw), safe=_SEGMENT_SAFE) for raw in path.split("/")]
