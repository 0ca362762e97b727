"""What of an article is compared from visit to visit, and what counts as an edit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mina_crawler.parsing.fingerprints import content_hash

if TYPE_CHECKING:
    from mina_crawler.items import Article

REST = "rest"
"""The rule that supplies the text where the page was not read."""
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
"""In the order they are stored in, before the digest of how the article was read."""

FOLLOWERS = frozenset({"published_at", "modified_at"})
"""Named beside an edit, never one by themselves: themes print "8 hours ago", and touch the date of
modification when nothing was modified."""

TOLD_BY_ALL = frozenset({"title", "dateline", "desk_code", "categories", "tags", "images", "text"})
"""What the page and the REST API tell alike, where they tell it: only that shows an edit between a
reading of the one and a reading of the other."""

_ABSENT = bytes(SIZE)
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)  # to make one takes 2 µs


def digest_keys(article: Article) -> bytes:
    """Return the digests of the compared keys, one after the other."""
    digests = b"".join(_digest(getattr(article, key)) for key in COMPARED)
    return digests + _digest(article.provenance.get("text") == REST and REST)


def changed_keys(before: bytes, after: bytes) -> list[str]:
    """Return the names of the keys that differ, or nothing where none of them makes an edit.

    >>> one, two = (bytes([n]) * SIZE for n in (1, 2))
    >>> changed_keys(one * 13, two + one * 12)
    ['title']
    >>> changed_keys(one * 13, one + two + one * 11)
    []
    """
    (one, read_one), (other, read_other) = _partition(before), _partition(after)
    differing = [key for key in COMPARED if one[key] != other[key]]
    if read_one == read_other:
        edited = set(differing) - FOLLOWERS
    else:
        told = {key for key in differing if _ABSENT not in {one[key], other[key]}}
        edited = told & TOLD_BY_ALL
    return differing if edited else []


def _partition(digests: bytes) -> tuple[dict[str, bytes], bytes]:
    """Return the digest of each key, and that of how the article was read."""
    spots = {key: number * SIZE for number, key in enumerate(COMPARED)}
    keys = {key: digests[spot : spot + SIZE] for key, spot in spots.items()}
    return keys, digests[len(COMPARED) * SIZE :] or _ABSENT


def _digest(value: Any) -> bytes:  # noqa: ANN401 - any JSON value
    if not value:
        return _ABSENT
    return bytes.fromhex(content_hash("", _JSON.encode(value))[: 2 * SIZE])
