"""Counts what the delivered articles hold, and which rules supplied it."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median, median_low
from typing import Any

from mina_crawler.discovery.address_set import AddressSet
from mina_crawler.items import Article, Tombstone

OPTIONAL = (
    "post_id", "modified_at", "published_raw", "dateline", "reporters", "editors", "desk_code",
    "categories", "tags", "summary", "image", "images", "related",
)  # fmt: skip
"""Keys of the line that an article may lack."""


class ArticleCount:
    """The count of one run."""

    def __init__(self) -> None:
        self.urls = AddressSet()
        self.tombstones = 0
        self._count = 0
        self._fields: Counter[str] = Counter()
        self._rules: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._sources: Counter[str] = Counter()
        self._warnings: Counter[str] = Counter()
        self._lengths: Counter[int] = Counter()
        self._days: Counter[str] = Counter()

    def add(self, item: Any) -> None:  # noqa: ANN401 - what pipelines let pass
        """Count *item*."""
        if isinstance(item, Article):
            self._add(item)
        self.tombstones += isinstance(item, Tombstone)

    def summary(self) -> dict[str, Any]:
        """Return the part of the receipt that is about articles."""
        return {
            "count": self._count,
            "sources": dict(self._sources),
            "text_length": median(self._lengths.elements()) if self._lengths else None,
            "first_day": min(self._days, default=None),
            "middle_day": median_low(self._days.elements()) if self._days else None,
            "last_day": max(self._days, default=None),
            "coverage": self._coverage(),
            "rules": {name: dict(rules.most_common()) for name, rules in self._rules.items()},
            "warnings": dict(self._warnings.most_common()),
        }

    def _add(self, article: Article) -> None:
        self.urls.add(article.url)
        self._count += 1
        self._sources[article.source] += 1
        self._fields.update(name for name in OPTIONAL if getattr(article, name))
        for name, rule in article.provenance.items():
            self._rules[name][rule] += 1
        self._warnings.update({kind_of(warning) for warning in article.warnings})
        self._lengths[len(article.text)] += 1
        self._days[article.published_at[:10]] += 1

    def _coverage(self) -> dict[str, float]:
        """Return the share of the articles that have each field."""
        if not self._count:
            return {}
        return {name: round(self._fields[name] / self._count, 3) for name in OPTIONAL}


def kind_of(warning: str) -> str:
    """Return what *warning* is about, without the values it names.

    >>> kind_of("published_at: json-ld says 03:53, header says 10:53")
    'published_at'
    """
    return warning.partition(":")[0]
