"""A receipt as people read it: a screenful, and one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mina_crawler.receipts.receipt import Receipt

SHOWN_FAILURES = 10
COUNTS = (
    ("new or changed", "accepted"),
    ("of these, revisions", "revisions"),
    ("delivered first, from earlier runs", "recovered"),
    ("requests", "requests"),
    ("answers", "responses"),
)


def summary(receipt: Receipt) -> str:
    """Return the one line that a list of receipts shows.

    >>> summary({"run": "r1", "verdict": "complete", "exit_code": 0, "accepted": 12})
    'r1  complete (exit code 0), 12 articles'
    """
    return (
        f"{receipt['run']}  {receipt['verdict']} (exit code {receipt['exit_code']}),"
        f" {receipt['accepted']} articles"
    )


def screenful(receipt: Receipt) -> str:
    """Return the receipt as text, its verdict first."""
    return "\n".join(_lines(receipt))


def _lines(receipt: Receipt) -> Iterator[str]:
    yield f"{receipt['verdict'].upper()} (exit code {receipt['exit_code']}): run {receipt['run']}"
    yield from (f"  because {reason}" for reason in receipt["reasons"])
    yield f"  {receipt['started_at']} to {receipt['ended_at']}: {receipt['reason']}"
    yield from (f"  {receipt[key]:>9} {name}" for name, key in COUNTS)
    for title in ("skipped", "failed", "owed"):
        yield from (f"  {count:>9} {title}: {name}" for name, count in receipt[title].items())
    failures = receipt["failures"]
    for failure in failures[:SHOWN_FAILURES]:
        yield f"  missing: {failure['url']} ({failure['reason']}, {failure['tries']} tries)"
    if len(failures) > SHOWN_FAILURES:
        yield f"  … and {len(failures) - SHOWN_FAILURES} more in the receipt"
