"""Holds a crawl against the ground truth."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Line = dict[str, Any]

VIEWS: dict[str, Callable[[Line], object]] = {
    "title": lambda line: line["title"],
    "published_at": lambda line: line["published_at"],
    "text": lambda line: line["text"],
    "reporters": lambda line: line["reporters"],
    "related": lambda line: [link["title"] for link in line["related"]],
    "dateline.place": lambda line: line["dateline"] and line["dateline"]["place"],
}
"""What must be equal, and where it stands in a line."""


@dataclass(slots=True)
class Comparison:
    """The outcome; addresses are listed in the order of the truth."""

    expected: int = 0
    found: int = 0
    missing: list[str] = field(default_factory=list)
    unexpected: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    different: dict[str, list[str]] = field(default_factory=dict)
    """What differs -> on which addresses."""

    @property
    def is_equal(self) -> bool:
        """Tell whether the crawl is the truth, the whole truth and nothing but the truth."""
        return not (self.missing or self.unexpected or self.repeated or self.different)

    def report(self) -> list[str]:
        """Return a line for each kind of difference, with an address to look at."""
        kinds = {
            "missing": self.missing,
            "unexpected": self.unexpected,
            "repeated": self.repeated,
            **{f"different {name}": urls for name, urls in self.different.items()},
        }
        return [f"{kind}: {len(urls)}, e.g. {urls[0]}" for kind, urls in kinds.items() if urls]


def compare(truth: Iterable[Line], crawled: Iterable[Line]) -> Comparison:
    """Compare the lines of a crawl with those that a perfect crawl would have written."""
    expected = {line["url"]: line for line in truth}
    lines = list(crawled)
    found = {line["url"]: line for line in lines}
    counts = Counter(line["url"] for line in lines)
    outcome = Comparison(
        expected=len(expected),
        found=len(lines),
        missing=[url for url in expected if url not in found],
        unexpected=[url for url in found if url not in expected],
        repeated=[url for url, count in counts.items() if count > 1],
    )
    both = [url for url in expected if url in found]
    for name, view in VIEWS.items():
        urls = [url for url in both if view(expected[url]) != view(found[url])]
        if urls:
            outcome.different[name] = urls
    return outcome
