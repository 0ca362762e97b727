"""Composes a receipt from what a crawl counted, walked and left in the ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mina_crawler.delivery.desk import desk_of
from mina_crawler.receipts.conditions import arguments_of, settings_of, versions
from mina_crawler.receipts.failures import failures_of
from mina_crawler.receipts.receipt import RECEIPT_SCHEMA
from mina_crawler.receipts.walks import account_of
from mina_crawler.spiders.mina import MinaSpider

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from mina_crawler.receipts.articles import ArticleCount
    from mina_crawler.receipts.receipt import Receipt

GROUPS = {
    "failed": ("failed/",),
    "skipped": ("skipped/", "duplicates/"),
    "manners": ("manners/",),
    "opt_outs": ("opt_outs/",),
}
"""Key of the receipt -> beginnings of the names of the stats that it holds."""
COUNTS = {
    "requests": "downloader/request_count",
    "responses": "downloader/response_count",
    "bytes": "downloader/response_bytes",
    "accepted": "item_scraped_count",
    "revisions": "revisions/found",
    "recovered": "delivery/recovered",
    "refused_by_robots": "robotstxt/forbidden",
}
ERRORS = {
    "articles": "errors/item",
    "pages": "spider_exceptions/count",
    "ledger": "delivery/ledger_failures",
}


def compose(crawler: Crawler, articles: ArticleCount, reason: str, started: datetime) -> Receipt:
    """Return the receipt of a crawl that ended for *reason*, without a verdict yet."""
    stats = crawler.stats.get_stats()
    return {
        "schema": RECEIPT_SCHEMA,
        **_asked(crawler),
        **_times(started, reason),
        **_counted(stats, articles),
        **_missed(crawler, articles),
        "articles": articles.summary(),
    }


def _asked(crawler: Crawler) -> dict[str, Any]:
    spider = _mina(crawler)
    return {
        "run": getattr(crawler.spider, "run", ""),
        "site": spider.site.root if spider else "",
        "way": _way(crawler, spider.arguments.source if spider else ""),
        "arguments": arguments_of(spider.given if spider else {}),
        "settings": settings_of(crawler.settings),
        "versions": versions(),
    }


def _mina(crawler: Crawler) -> MinaSpider | None:
    """Return the spider that finds articles; the one that only redelivers is none."""
    return crawler.spider if isinstance(crawler.spider, MinaSpider) else None


def _way(crawler: Crawler, asked: str) -> str:
    """Return the way of finding articles; where it was left open, the one chosen."""
    chosen = _group(crawler.stats.get_stats(), "source/")
    return next(iter(chosen), asked)


def _times(started: datetime, reason: str) -> dict[str, Any]:
    ended = datetime.now(UTC)
    return {
        "started_at": started.isoformat(timespec="seconds"),
        "ended_at": ended.isoformat(timespec="seconds"),
        "seconds": round((ended - started).total_seconds(), 1),
        "reason": reason,
    }


def _counted(stats: dict[str, Any], articles: ArticleCount) -> dict[str, Any]:
    counts = {key: stats.get(name, 0) for key, name in COUNTS.items()}
    accepted = counts["accepted"]
    return {
        **counts,
        "tombstones": articles.tombstones,
        "new": accepted - counts["revisions"] - articles.tombstones,
        "requests_per_article": round(counts["requests"] / accepted, 2) if accepted else None,
        "errors": {key: stats[name] for key, name in ERRORS.items() if stats.get(name)},
        "unstored": sum(_group(stats, "feedexport/failed_count/").values()),
        **{key: _group(stats, *names) for key, names in GROUPS.items()},
    }


def _missed(crawler: Crawler, articles: ArticleCount) -> dict[str, Any]:
    desk = desk_of(crawler)
    spider = _mina(crawler)
    owed = desk.owed_urls() if desk else ()
    walks = account_of(spider.site.trails, spider.tally, articles.urls, owed) if spider else []
    return {
        "walks": walks,
        "ledger": desk is not None,
        "owed": desk.count_owed() if desk else {},
        "failures": failures_of(desk, spider.tally.failures if spider else {}),
    }


def _group(stats: dict[str, Any], *prefixes: str) -> dict[str, Any]:
    return {
        name.removeprefix(prefix): count
        for prefix in prefixes
        for name, count in sorted(stats.items())
        if name.startswith(prefix)
    }
