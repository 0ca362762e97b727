"""What is counted of the delivered articles."""

from __future__ import annotations

from typing import Any

from mina_crawler.items import Article, Tombstone
from mina_crawler.receipts.articles import ArticleCount


def article(day: int, **changes: Any) -> Article:
    given = {
        "url": f"https://minanews.net/{day}/",
        "edition": "id",
        "title": "Warga Menanam Mangrove",
        "published_at": f"2026-11-{day:02}T08:00:00+07:00",
        "text": "x" * day,
        "fetched_at": "2026-11-23T21:00:00+00:00",
        "run": "r",
        "source": "category",
    }
    return Article(**(given | changes))


def test_shares_medians_days_and_rules_are_told() -> None:
    count = ArticleCount()
    count.add(article(1, editors=["Sari"], provenance={"editors": "header"}))
    count.add(article(5, warnings=["published_at: a says 1, b says 2", "published_at: c says 3"]))
    count.add(article(9, source="archive"))
    count.add(Tombstone(url="u", edition="id", gone_at="g", status=404, run="r"))
    told = count.summary()
    assert (told["count"], count.tombstones) == (3, 1)
    assert told["coverage"]["editors"] == 0.333
    assert told["coverage"]["tags"] == 0.0
    assert told["text_length"] == 5
    assert [told[f"{d}_day"] for d in ("first", "middle", "last")] == [
        "2026-11-01", "2026-11-05", "2026-11-09",
    ]  # fmt: skip
    assert told["rules"] == {"editors": {"header": 1}}
    assert told["sources"] == {"category": 2, "archive": 1}
    assert told["warnings"] == {"published_at": 1}, "articles are counted, not warnings"


def test_a_run_without_articles_tells_nothing_of_them() -> None:
    told = ArticleCount().summary()
    assert (told["count"], told["coverage"], told["text_length"]) == (0, {}, None)
