"""Averages of scores, by theme and rates."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MEASURES = ("f1", "exact", "read_also_left", "boilerplate_left", "prose_lost")
WORST_IS_HIGHEST = frozenset(("read_also_left", "boilerplate_left", "prose_lost"))


class Tally:
    """Sums of scores under the names of groups."""

    def __init__(self) -> None:
        self.sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))

    def add(self, group: str, figures: Mapping[str, float]) -> None:
        """Count one article's *figures* in *group*."""
        for name, figure in figures.items():
            self.sums[group][name] += figure
            self.counts[group][name] += 1

    def means(self) -> dict[str, dict[str, float]]:
        """Return group -> measure -> mean."""
        return {
            group: {name: total / self.counts[group][name] for name, total in sums.items()}
            for group, sums in self.sums.items()
        }
