"""Finds out whether a run went well of late: where none is begun, no receipt tells of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from mina_crawler.receipts.drafts import read_drafts
from mina_crawler.receipts.receipt import read_latest
from mina_crawler.receipts.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta
    from pathlib import Path

    from mina_crawler.receipts.receipt import Receipt

OVERDUE = "overdue"
"""The verdict on a site whose runs fail to come."""
EXIT_CODES = {Verdict.COMPLETE: 0, OVERDUE: 6}


def check_runs(directory: Path, site: str, now: datetime, patience: timedelta) -> Receipt:
    """Return what stands in for the receipt of the run that should have been.

    Its only reason, where there is one, says since when no run of *site* was complete or at
    work, where that is longer than *patience*.
    """
    last = max(_signs(directory, site), key=_moment, default=None)
    reasons = list(_reasons(last, directory, now - patience))
    verdict = OVERDUE if reasons else Verdict.COMPLETE
    return {
        "run": last["run"] if last and not reasons else "",
        "verdict": verdict,
        "exit_code": EXIT_CODES[verdict],
        "reasons": reasons,
        "site": site,
        "arguments": {"check": "1"},
        "ended_at": now.isoformat(timespec="seconds"),
        "articles": {"count": 0},
    }


def _signs(directory: Path, site: str) -> Iterator[Receipt]:
    """Yield the last complete run, and how far those at work have come; a dead one grows old."""
    yield from (draft for draft in read_drafts(directory) if draft["site"] == site)
    receipts = (receipt for receipt in read_latest(directory) if receipt["site"] == site)
    complete = (receipt for receipt in receipts if receipt["verdict"] == Verdict.COMPLETE)
    if last := next(complete, None):
        yield last


def _moment(receipt: Receipt) -> datetime:
    return datetime.fromisoformat(receipt["ended_at"])


def _reasons(last: Receipt | None, directory: Path, earliest: datetime) -> Iterator[str]:
    if last is None:
        yield f"no run was ever complete, says {directory}: is MINA_DATA_DIR the crawler's?"
    elif _moment(last) < earliest:
        yield f"no run was complete or at work since {last['ended_at']}: do the timers run?"
