"""The latest articles in lots: a run that found one proves nothing, twenty such runs do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mina_crawler.receipts.receipt import Receipt

COMPARED = 10
SAME_TIMES = timedelta(days=730)
"""Articles of other years come from other pages: they are held against none."""


@dataclass(frozen=True, slots=True)
class Lot:
    """What the articles of some runs hold."""

    count: int
    coverage: dict[str, float]
    rules: dict[tuple[str, str], int]
    """Field and rule -> how many values of that field the rule supplied."""
    text_length: float


def lots_of(receipt: Receipt, history: Iterable[Receipt], size: int) -> list[Lot]:
    """Return lots of at least *size* articles: that of *receipt*, and up to ten before it.

    They were found the same way and are of the same years. A run without articles has none.
    """
    if not receipt["articles"]["count"]:
        return []
    alike = (earlier for earlier in history if _is_like(earlier, receipt))
    return list(islice(_lots([receipt, *alike], size), COMPARED + 1))


def _is_like(earlier: Receipt, receipt: Receipt) -> bool:
    if earlier["way"] != receipt["way"] or not earlier["articles"]["count"]:
        return False
    days = [date.fromisoformat(one["articles"]["middle_day"]) for one in (earlier, receipt)]
    return abs(days[0] - days[1]) <= SAME_TIMES


def _lots(receipts: Iterable[Receipt], size: int) -> Iterator[Lot]:
    gathered: list[dict[str, Any]] = []
    for receipt in receipts:
        gathered.append(receipt["articles"])
        if sum(articles["count"] for articles in gathered) >= size:
            yield _pool(gathered)
            gathered = []


def _pool(runs: list[dict[str, Any]]) -> Lot:
    count = sum(run["count"] for run in runs)
    fields = {name for run in runs for name in run["coverage"]}
    return Lot(
        count,
        {
            name: sum(run["coverage"].get(name, 0.0) * run["count"] for run in runs) / count
            for name in sorted(fields)
        },
        _answers(runs),
        _median([(run["text_length"], run["count"]) for run in runs]),
    )


def _answers(runs: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    answers: Counter[tuple[str, str]] = Counter()
    for run in runs:
        for name, rules in run["rules"].items():
            answers.update({(name, rule): count for rule, count in rules.items()})
    return answers


def _median(medians: list[tuple[float, int]]) -> float:
    """Return the median of runs' medians, each counted as often as its run has articles."""
    half = sum(count for _, count in medians) / 2
    for length, count in sorted(medians):
        half -= count
        if half <= 0:
            return length
    raise ValueError("no articles")
