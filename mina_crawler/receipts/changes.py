"""What the latest articles hold no more that earlier ones held."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from mina_crawler.receipts.lots import lots_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mina_crawler.receipts.lots import Lot
    from mina_crawler.receipts.receipt import Receipt

MAIN = 0.5
"""The share of a field's values that its main rule supplies."""
ALL_BUT_NONE = 0.05


def changes(receipt: Receipt, history: list[Receipt], size: int, drop: float) -> Iterator[str]:
    """Yield what fell by more than *drop* in the last *size* articles, or stopped."""
    lots = lots_of(receipt, history, max(size, 1))
    if len(lots) > 1:
        latest, *earlier = lots
        yield from _fallen_coverage(latest, earlier, drop)
        yield from _shorter_text(latest, earlier, drop)
        yield from _silent_rules(latest, earlier)


def _fallen_coverage(latest: Lot, earlier: list[Lot], drop: float) -> Iterator[str]:
    for name, share in latest.coverage.items():
        usual = median(lot.coverage.get(name, 0.0) for lot in earlier)
        if usual - share > drop:
            yield f"only {share:.0%} of the articles have {name}, usually {usual:.0%}"


def _shorter_text(latest: Lot, earlier: list[Lot], drop: float) -> Iterator[str]:
    usual = median(lot.text_length for lot in earlier)
    if latest.text_length < usual * (1 - drop):
        yield (
            f"half of the texts have less than {latest.text_length:.0f} characters,"
            f" usually {usual:.0f}"
        )


def _silent_rules(latest: Lot, earlier: list[Lot]) -> Iterator[str]:
    """Tell which main rules stopped answering, though another may stand in for them."""
    for name, rule, usual in _main_rules(earlier):
        if latest.rules.get((name, rule), 0) / latest.count < usual * ALL_BUT_NONE:
            yield f"the rule {rule}, which usually supplies {name}, answers no more"


def _main_rules(lots: list[Lot]) -> Iterator[tuple[str, str, float]]:
    """Yield field, rule and the share of all articles in which it usually answers."""
    articles = sum(lot.count for lot in lots)
    answers: Counter[tuple[str, str]] = Counter()
    for lot in lots:
        answers.update(lot.rules)
    for (name, rule), count in sorted(answers.items()):
        if count >= articles * MAIN:
            yield name, rule, count / articles
