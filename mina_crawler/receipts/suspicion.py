"""Reasons to suspect that a site answered, but not as it used to."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.receipts.history import peers_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from scrapy.settings import BaseSettings

    from mina_crawler.receipts.receipt import Receipt

FALSE_ANSWERS = {
    "challenge": "a page stood between the crawl and the site",
    "not found": "the page says that it is not found, but answers 200",
    "layout": "an article without headline or date: has the page layout changed?",
    "invalid": "an article that breaks the contract: has the page layout changed?",
}
"""Reasons to fail that no broken server explains."""
LIMITS = ("until", "url", "categories", "max_items")
"""Arguments of a crawl that may rightly find nothing new."""
MAIN = 0.5
"""The share of a field's values that its main rule supplies."""
ALL_BUT_NONE = 0.05


class Limits(NamedTuple):
    """From when on a change is suspect."""

    articles: int = 20
    """Fewer articles in a run prove nothing."""
    drop: float = 0.3
    silence: timedelta = timedelta(days=3)

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Take the limits that a user chose."""
        return cls(
            articles=settings.getint("MINA_SUSPECT_ARTICLES"),
            drop=settings.getfloat("MINA_SUSPECT_DROP"),
            silence=timedelta(days=settings.getfloat("MINA_SILENCE_DAYS")),
        )


def suspicions(receipt: Receipt, history: list[Receipt], limits: Limits) -> Iterator[str]:
    """Yield what makes a run suspect, by itself or beside earlier ones."""
    yield from _false_answers(receipt)
    yield from _silence(receipt, history, limits.silence)
    if receipt["articles"]["count"] >= max(limits.articles, 1):
        peers = peers_of(receipt, history, max(limits.articles, 1))
        if peers:
            yield from _fallen_coverage(receipt, peers, limits.drop)
            yield from _shorter_text(receipt, peers, limits.drop)
            yield from _silent_rules(receipt, peers)


def _false_answers(receipt: Receipt) -> Iterator[str]:
    for name, meaning in FALSE_ANSWERS.items():
        if count := receipt["failed"].get(name):
            first = next((f["url"] for f in receipt["failures"] if f["reason"] == name), "")
            yield f"{count} times {name} ({meaning})" + (f", first {first}" if first else "")


def _silence(receipt: Receipt, history: list[Receipt], limit: timedelta) -> Iterator[str]:
    """Tell where nothing is new for longer than a newsroom rests."""
    if receipt["new"] or any(name in receipt["arguments"] for name in LIMITS):
        return
    last = next((earlier["ended_at"] for earlier in history if earlier["new"]), None)
    if last is None:
        return
    silent = datetime.fromisoformat(receipt["ended_at"]) - datetime.fromisoformat(last)
    if silent > limit:
        yield f"nothing new for {silent.days} days: the last was found on {last}"


def _fallen_coverage(receipt: Receipt, peers: list[Receipt], drop: float) -> Iterator[str]:
    for name, share in receipt["articles"]["coverage"].items():
        usual = median(peer["articles"]["coverage"].get(name, 0.0) for peer in peers)
        if usual - share > drop:
            yield f"only {share:.0%} of the articles have {name}, usually {usual:.0%}"


def _shorter_text(receipt: Receipt, peers: list[Receipt], drop: float) -> Iterator[str]:
    length = receipt["articles"]["text_length"]
    usual = median(peer["articles"]["text_length"] for peer in peers)
    if length < usual * (1 - drop):
        yield f"half of the texts have less than {length:.0f} characters, usually {usual:.0f}"


def _silent_rules(receipt: Receipt, peers: list[Receipt]) -> Iterator[str]:
    """Tell which main rules stopped answering, though another may stand in for them."""
    count = receipt["articles"]["count"]
    for name, rule, usual in _main_rules(peers):
        share = receipt["articles"]["rules"].get(name, {}).get(rule, 0) / count
        if share < usual * ALL_BUT_NONE:
            yield f"the rule {rule}, which usually supplies {name}, answers no more"


def _main_rules(peers: list[Receipt]) -> Iterator[tuple[str, str, float]]:
    """Yield field, rule and the share of all articles in which it usually answers."""
    articles = sum(peer["articles"]["count"] for peer in peers)
    answers: Counter[tuple[str, str]] = Counter()
    for peer in peers:
        for name, rules in peer["articles"]["rules"].items():
            answers.update({(name, rule): count for rule, count in rules.items()})
    for (name, rule), count in sorted(answers.items()):
        if count >= articles * MAIN:
            yield name, rule, count / articles
