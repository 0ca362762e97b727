"""Compares the feeds, line by line, with what the ledger knows."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mina_crawler.delivery.stored import UnreadableError, read_lines
from mina_crawler.items import ARTICLE_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mina_crawler.ledger.ledger import Ledger

NAMED = 20
"""So many of each kind are named."""


@dataclass(slots=True)
class Audit:
    """What was found in one feed; the lists hold the first few addresses or places."""

    address: str
    unread: str = ""
    """Why it cannot be compared, empty where it can."""
    lines: int = 0
    broken: list[str] = field(default_factory=list)
    """Lines that are no JSON, files that cannot be read."""
    repeated: list[str] = field(default_factory=list)
    """Revisions that the feed holds more than once."""
    unknown: list[str] = field(default_factory=list)
    """Revisions that the ledger does not know."""

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.broken or self.repeated or self.unknown)


class Auditor:
    """Reads feeds; what it has seen is kept on disk, not in memory."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._seen = sqlite3.connect("")  # a temporary file
        self._seen.execute(
            "CREATE TABLE lines (url, revision, feed, PRIMARY KEY (url, revision, feed))"
        )

    def close(self) -> None:
        """Forget what was seen."""
        self._seen.close()

    def read(self, address: str) -> Audit:
        """Read the whole feed at *address*."""
        found = Audit(address)
        feed = self._ledger.deliveries.feed(address)
        for uri in self._ledger.deliveries.files(feed):
            self._read_file(uri, feed, found)
        query = "SELECT url, max(revision) FROM lines WHERE feed = ? GROUP BY url"
        for url, revision in self._seen.execute(query, (feed,)):
            known = self._ledger.articles.find(url)
            if known is None or known.revision < revision:
                _name(found.unknown, f"{url}, revision {revision}")
        return found

    def missing(self) -> Iterator[str]:
        """Yield the articles whose last revision no feed holds and none waits for."""
        query = "SELECT 1 FROM lines WHERE url = ? AND revision = ?"
        for known in self._ledger.articles.published_since(0):
            held = self._seen.execute(query, (known.url, known.revision)).fetchone()
            if not held and not self._ledger.outbox.is_owed(known):
                yield f"{known.url}, revision {known.revision}"

    def _read_file(self, uri: str, feed: int, found: Audit) -> None:
        try:
            for number, line in enumerate(read_lines(uri), start=1):
                found.lines += 1
                if not line.endswith(b"\n") or not self._note(line, feed, found):
                    _name(found.broken, f"{uri}, line {number}")
        except UnreadableError as error:
            found.unread = str(error)
        except OSError as error:
            _name(found.broken, f"{uri}: {error}")

    def _note(self, line: bytes, feed: int, found: Audit) -> bool:
        """Note one line; tell whether it is one."""
        try:
            item = json.loads(line)
            url, is_article = item["url"], item["schema"] == ARTICLE_SCHEMA
            revision = item["revision"] if is_article else 0
        except (ValueError, KeyError, TypeError):
            return False
        insert = "INSERT OR IGNORE INTO lines VALUES (?, ?, ?)"
        if not self._seen.execute(insert, (url, revision, feed)).rowcount:
            _name(found.repeated, f"{url}, revision {revision}")
        return True


def _name(names: list[str], name: str) -> None:
    if len(names) < NAMED:
        names.append(name)
