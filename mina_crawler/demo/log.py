"""What was asked of the site, and the faults and publications that hang on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mina_crawler.demo.faults import Fault


@dataclass(slots=True)
class Log:
    """The requests for public pages so far; those for ``/__demo/`` are not counted."""

    counts: Counter[str] = field(default_factory=Counter)
    """Path with query -> how often."""
    entries: list[tuple[str, int]] = field(default_factory=list)
    """(path with query, status), in order."""
    faults: list[Fault] = field(default_factory=list)
    publish_every: int = 0
    """Publish an article after each so-many requests; 0 means never."""

    @property
    def total(self) -> int:
        """Return how many requests came in."""
        return self.counts.total()

    def clear(self) -> None:
        """Forget the requests, keep the faults."""
        self.counts.clear()
        self.entries.clear()
