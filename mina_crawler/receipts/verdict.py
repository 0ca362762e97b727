"""What a run is worth: its verdict, the reasons, and the exit code."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from mina_crawler.delivery.exporter import ANOTHER_RUN, BAD_CONFIGURATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WHOLE = frozenset({"finished", "closespider_itemcount", "max_items"})
"""Reasons to end with nothing left to do of what was asked for."""


class Verdict(StrEnum):
    """How a run ended."""

    COMPLETE = "complete"
    YIELDED = "yielded"
    BAD_CONFIGURATION = "bad configuration"
    PARTIAL = "partial"
    SUSPECT = "suspect"
    NOT_DELIVERED = "not delivered"


EXIT_CODES = {
    Verdict.COMPLETE: 0,
    Verdict.YIELDED: 0,
    Verdict.BAD_CONFIGURATION: 2,
    Verdict.PARTIAL: 3,
    Verdict.SUSPECT: 4,
    Verdict.NOT_DELIVERED: 5,
}


class Judgement(NamedTuple):
    """A verdict and what it rests on."""

    verdict: Verdict
    reasons: list[str]

    @property
    def exit_code(self) -> int:
        """What ``scrapy crawl`` ends with."""
        return EXIT_CODES[self.verdict]


def judge(stats: Mapping[str, Any], owed: Mapping[str, int], reason: str) -> Judgement:
    """Return the gravest verdict that something speaks for.

    >>> judge({"failed/500": 2}, {}, "finished").reasons
    ['2 addresses could not be had: 500']
    >>> judge({}, {"s3://mina/%(run)s.jsonl": 7}, "finished").exit_code
    5
    """
    if reason == BAD_CONFIGURATION:
        return Judgement(Verdict.BAD_CONFIGURATION, ["see the error in the log"])
    if reason == ANOTHER_RUN:
        return Judgement(Verdict.YIELDED, ["another run is at work on the same edition"])
    undelivered = list(_undelivered(stats, owed))
    missing = list(_missing(stats, reason))
    if undelivered:
        return Judgement(Verdict.NOT_DELIVERED, undelivered + missing)
    if missing:
        return Judgement(Verdict.PARTIAL, missing)
    return Judgement(Verdict.COMPLETE, [])


def _undelivered(stats: Mapping[str, Any], owed: Mapping[str, int]) -> Iterator[str]:
    for feed, lines in owed.items():
        yield f"{lines} lines wait for {feed}: the next run delivers them first"
    if failures := stats.get("delivery/ledger_failures"):
        yield f"the ledger could not be written to ({failures} times)"
    if not owed:
        lost = sum(v for k, v in stats.items() if k.startswith("feedexport/failed_count/"))
        if lost and not stats.get("delivery/accepted"):
            yield f"{lost} files could not be stored, and without a ledger they are lost"


def _missing(stats: Mapping[str, Any], reason: str) -> Iterator[str]:
    for name, count in sorted(stats.items()):
        if name.startswith("failed/"):
            yield f"{count} addresses could not be had: {name.removeprefix('failed/')}"
    if errors := stats.get("errors/item", 0) + stats.get("spider_exceptions/count", 0):
        yield f"{errors} errors of the program: see the log"
    if reason not in WHOLE:
        yield f"stopped before the end: {reason}"
