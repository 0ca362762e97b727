"""Reasons to suspect that a site answered, but not as it used to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.receipts.changes import changes
from mina_crawler.receipts.failures import first_address
from mina_crawler.receipts.silence import silence_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
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


class Limits(NamedTuple):
    """From when on a change is suspect."""

    articles: int = 20
    """Fewer articles prove nothing."""
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
    yield from false_answers(receipt)
    yield from _silence(receipt, history, limits.silence)
    yield from changes(receipt, history, limits.articles, limits.drop)


def false_answers(receipt: Receipt, kinds: Collection[str] = FALSE_ANSWERS) -> Iterator[str]:
    """Yield how often the site answered with what is none, the first address named."""
    for kind in kinds:
        if count := receipt["failed"].get(kind):
            yield f"{count} times {kind} ({FALSE_ANSWERS[kind]}){first_address(receipt, kind)}"


def _silence(receipt: Receipt, history: list[Receipt], limit: timedelta) -> Iterator[str]:
    """Tell where nothing is new for longer than a newsroom rests."""
    silence = silence_of(receipt, history)
    if silence and silence.end - silence.begin > limit:
        yield str(silence)
