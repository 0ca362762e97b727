"""What of an article is compared from visit to visit, and what counts as an edit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mina_crawler.parsing.fingerprints import content_hash

if TYPE_CHECKING:
    from mina_crawler.items import Article

SIZE = 6
"""Bytes kept of each key's digest."""

COMPARED = (
    "title",
    "published_at",
    "modified_at",
    "dateline",
    "reporters",
    "editors",
    "desk_code",
    "categories",
    "tags",
    "summary",
    "image",
    "images",
    "text",
)
"""In the order they are stored in: new keys go to the end."""

FOLLOWERS = frozenset({"published_at", "modified_at"})
"""Named beside an edit, never one by themselves: themes print "8 hours ago", and touch the date of
modification when nothing was modified."""

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)  # to make one takes 2 µs


def digest_keys(article: Article) -> bytes:
    """Return the digests of the compared keys, one after the other."""
    return b"".join(_digest(getattr(article, key)) for key in COMPARED)


def changed_keys(before: bytes, after: bytes) -> list[str]:
    """Return the names of the keys that differ, or nothing where none of them makes an edit.

    >>> one, two = (bytes([n]) * SIZE for n in (1, 2))
    >>> changed_keys(one * 13, two + one * 12)
    ['title']
    >>> changed_keys(one * 13, one + two + one * 11)
    []
    """
    spots = range(0, min(len(before), len(after)), SIZE)
    differing = [
        key
        for key, spot in zip(COMPARED, spots, strict=False)
        if before[spot : spot + SIZE] != after[spot : spot + SIZE]
    ]
    return differing if set(differing) - FOLLOWERS else []


def _digest(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    if not value:
        return bytes(SIZE)
    return bytes.fromhex(content_hash("", _JSON.encode(value))[: 2 * SIZE])
