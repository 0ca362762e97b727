"""What was told of each kind of crawl, in one file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from mina_crawler.delivery.documents import write_document

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from mina_crawler.receipts.receipt import Receipt


@dataclass(frozen=True, slots=True)
class Told:
    """A problem that someone knows of."""

    monitor: str
    since: str
    """The first run that met it."""
    at: str
    """The end of the run after which it was told last."""


class Memory:
    """Maps the gist of a problem to what was told of it.

    A crawl is of the same kind as another with the same arguments on the same site: a nightly one
    that goes well does not solve what the weekly one met.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kinds: dict[str, dict[str, Told]] = {}
        if path.exists():
            for kind, told in json.loads(path.read_text("utf-8")).items():
                self._kinds[kind] = {gist: Told(**entry) for gist, entry in told.items()}

    def of_kind(self, receipt: Receipt) -> dict[str, Told]:
        """Return what was told of crawls like that of *receipt*."""
        return self._kinds.get(_kind(receipt), {})

    def of_site(self, receipt: Receipt) -> dict[str, Told]:
        """Return what was told of any crawl of the site of *receipt*, of those like it first."""
        site = f"{receipt['site']} "
        others = [told for kind, told in self._kinds.items() if kind.startswith(site)]
        return {
            gist: entry for told in (*others, self.of_kind(receipt)) for gist, entry in told.items()
        }

    def keep(self, receipt: Receipt, told: Mapping[str, Told]) -> None:
        """Remember that this and nothing else was told of crawls like that of *receipt*."""
        self._kinds[_kind(receipt)] = dict(told)
        lines = {
            kind: {gist: asdict(entry) for gist, entry in entries.items()}
            for kind, entries in self._kinds.items()
            if entries
        }
        write_document(lines, self._path)


def _kind(receipt: Receipt) -> str:
    return f"{receipt['site']} {json.dumps(receipt['arguments'], sort_keys=True)}"
