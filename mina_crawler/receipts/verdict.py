"""What a run is worth: its verdict, the reasons, and the exit code."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.delivery.exporter import ANOTHER_RUN, BAD_CONFIGURATION
from mina_crawler.discovery.fetching import SITE_UNREACHABLE
from mina_crawler.receipts.failures import first_address
from mina_crawler.receipts.suspicion import FALSE_ANSWERS
from mina_crawler.receipts.walks import cut_short

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mina_crawler.receipts.receipt import Receipt

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
    KILLED = "killed"


EXIT_CODES = {
    Verdict.COMPLETE: 0,
    Verdict.YIELDED: 0,
    Verdict.BAD_CONFIGURATION: 2,
    Verdict.PARTIAL: 3,
    Verdict.SUSPECT: 4,
    Verdict.NOT_DELIVERED: 5,
    Verdict.KILLED: 137,  # what a shell says of a process that got signal 9
}


class Judgement(NamedTuple):
    """A verdict and what it rests on."""

    verdict: Verdict
    reasons: list[str]

    @property
    def exit_code(self) -> int:
        """What ``scrapy crawl`` ends with."""
        return EXIT_CODES[self.verdict]


NOT_BEGUN = {
    BAD_CONFIGURATION: Judgement(Verdict.BAD_CONFIGURATION, []),
    ANOTHER_RUN: Judgement(Verdict.YIELDED, ["another run is at work on the same edition"]),
}
"""Reasons to end before the first request; what is bad stands in the feeds' exporter."""
KILLED = "killed"
"""The reason of a run that was given no time to end: by ``kill -9``, or by a power cut."""
DECIDED = {
    **NOT_BEGUN,
    KILLED: Judgement(Verdict.KILLED, ["killed: the next run went on where this one was"]),
}
"""Reasons that speak for themselves."""


def judged(receipt: Receipt, suspicions: Iterable[str] = ()) -> Receipt:
    """Return *receipt* with its verdict, near the beginning."""
    judgement = judge(receipt, suspicions)
    return {
        "schema": receipt["schema"],
        "run": receipt["run"],
        "verdict": judgement.verdict,
        "exit_code": judgement.exit_code,
        "reasons": judgement.reasons,
        **receipt,
    }


def judge(receipt: Receipt, suspicions: Iterable[str] = ()) -> Judgement:
    """Return the gravest verdict that something speaks for, with all reasons.

    *suspicions* are reasons to doubt what the site answered, or why it was not asked.
    """
    if receipt["reason"] in DECIDED:
        verdict, reasons = DECIDED[receipt["reason"]]
        return Judgement(verdict, reasons or list(suspicions))
    found = {
        Verdict.NOT_DELIVERED: list(undelivered(receipt)),
        Verdict.SUSPECT: list(suspicions),
        Verdict.PARTIAL: list(_missing(receipt)),
    }
    verdict = next((verdict for verdict, reasons in found.items() if reasons), Verdict.COMPLETE)
    return Judgement(verdict, [reason for reasons in found.values() for reason in reasons])


def undelivered(receipt: Receipt) -> Iterator[str]:
    """Yield what was accepted and has reached no feed."""
    for feed, lines in receipt["owed"].items():
        yield f"{lines} lines wait for {feed}: the next run delivers them first"
    if failures := receipt["errors"].get("ledger"):
        yield f"{failures} times the ledger could not be written to"
    if receipt["unstored"] and not receipt["owed"] and not receipt["ledger"]:
        yield f"{receipt['unstored']} files could not be stored, and without a ledger they are lost"


def _missing(receipt: Receipt) -> Iterator[str]:
    if receipt["reason"] == SITE_UNREACHABLE:  # all that was asked for failed for the same reason
        yield f"{receipt['site']} cannot be reached: check the address, and this machine's network"
        return
    for reason, count in receipt["failed"].items():
        if reason not in FALSE_ANSWERS:
            yield f"{count} addresses could not be had ({reason}){first_address(receipt, reason)}"
    yield from cut_short(receipt["walks"])
    errors = receipt["errors"]
    broken = errors.get("articles", 0) + errors.get("pages", 0)
    if (count := broken - errors.get("ledger", 0)) > 0:  # those of the database are among them
        yield f"{count} errors of the program: see the log"
    if receipt["reason"] not in WHOLE:
        yield f"stopped before the end: {receipt['reason']}"
