"""A receipt as people read it: a screenful, and one line."""

from __future__ import annotations

from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from mina_crawler.parsing.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mina_crawler.receipts.receipt import Receipt

SHOWN_FAILURES = 10
WIDTH = 100
FATES = ("listed", "fetched", "delivered", "failed")
"""What became of the articles of a walk; one that several walks listed is in each of them."""
GROUPS = ("skipped", "failed", "owed", "manners", "opt_outs")
COUNTS = (
    ("new or changed", "accepted"),
    ("of these, revisions", "revisions"),
    ("delivered first, from earlier runs", "recovered"),
    ("requests", "requests"),
    ("answers", "responses"),
    ("bytes", "bytes"),
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
    return "\n".join(map(printable, _lines(receipt)))


def _lines(receipt: Receipt) -> Iterator[str]:
    yield f"{receipt['verdict'].upper()} (exit code {receipt['exit_code']}): run {receipt['run']}"
    yield from (f"  because {reason}" for reason in receipt["reasons"])
    yield f"  {receipt['started_at']} to {receipt['ended_at']}: {receipt['reason']}"
    yield from (f"  {receipt[key]:>9} {name}" for name, key in COUNTS)
    for title in GROUPS:
        yield from (f"  {count:>9} {title}: {name}" for name, count in receipt[title].items())
    yield from _walk_lines(receipt["walks"])
    yield from _article_lines(receipt["articles"])
    yield from _failure_lines(receipt["failures"])


def _walk_lines(walks: list[dict[str, Any]]) -> Iterator[str]:
    for source in dict.fromkeys(walk["source"] for walk in walks):
        chosen = [walk for walk in walks if walk["source"] == source]
        whole = sum(walk["complete"] for walk in chosen)
        pages = sum(walk["pages"] for walk in chosen)
        yield f"  {source}: {whole} of {len(chosen)} walks to their end, {pages} pages read"
        sums = (f"{sum(walk.get(key, 0) for walk in chosen)} {key}" for key in FATES)
        yield f"    {', '.join(sums)}{_left_out(chosen)}"
        for walk in chosen:
            if walk["claimed_articles"] is not None:
                yield f"    {walk['claimed_articles']} articles claimed, {walk['listed']} listed"


def _left_out(walks: list[dict[str, Any]]) -> str:
    """Return how many of the articles that *walks* listed were skipped, and why."""
    reasons: Counter[str] = Counter()
    for walk in walks:
        reasons.update(walk.get("skipped", {}))
    return "".join(f", {count} skipped ({why})" for why, count in reasons.most_common())


def _article_lines(articles: dict[str, Any]) -> Iterator[str]:
    if not articles["count"]:
        return
    shares = (f"{name} {share:.0%}" for name, share in articles["coverage"].items())
    yield f"  published {articles['first_day']} to {articles['last_day']}"
    yield f"  half of the texts are longer than {articles['text_length']:.0f} characters"
    yield from wrap(
        f"have: {', '.join(shares)}", WIDTH, initial_indent="  ", subsequent_indent="    "
    )
    warnings = (f"{count} {name}" for name, count in articles["warnings"].items())
    yield from wrap(
        f"warned of: {', '.join(warnings)}" if articles["warnings"] else "",
        WIDTH,
        initial_indent="  ",
    )


def _failure_lines(failures: list[dict[str, Any]]) -> Iterator[str]:
    for failure in failures[:SHOWN_FAILURES]:
        yield f"  missing: {failure['url']} ({failure['reason']}, {failure['tries']} tries)"
    if len(failures) > SHOWN_FAILURES:
        yield f"  … and {len(failures) - SHOWN_FAILURES} more in the receipt"
