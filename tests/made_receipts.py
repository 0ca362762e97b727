"""Receipts made by hand, and the schema that real ones keep too."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import fastjsonschema

validate_receipt = fastjsonschema.compile(
    json.loads(files("mina_crawler.schemas").joinpath("receipt.json").read_text("utf-8"))
)


def receipt(*, articles: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """Return the receipt of a whole run that found forty articles, with *changes*."""
    made = {
        "schema": "mina-receipt/2",
        "run": "20261124T040000-cafe",
        "verdict": "complete",
        "exit_code": 0,
        "reasons": [],
        "site": "https://minanews.net/",
        "way": "pages",
        "arguments": {},
        "settings": {"FEEDS": ["data/articles.jsonl"]},
        "versions": {"mina-crawler": "1", "Scrapy": "2.19.0", "Python": "3.11.2"},
        "started_at": "2026-11-23T21:00:00+00:00",
        "ended_at": "2026-11-23T21:10:00+00:00",
        "seconds": 600.0,
        "reason": "finished",
        "requests": 80,
        "responses": 80,
        "bytes": 1_000_000,
        "accepted": 40,
        "revisions": 0,
        "tombstones": 0,
        "new": 40,
        "recovered": 0,
        "refused_by_robots": 0,
        "requests_per_article": 2.0,
        "errors": {},
        "unstored": 0,
        "failed": {},
        "skipped": {},
        "manners": {},
        "opt_outs": {},
        "walks": [],
        "ledger": True,
        "owed": {},
        "failures": [],
        "articles": _articles() | (articles or {}),
    }
    validate_receipt(made | changes)
    return made | changes


def walk(**changes: Any) -> dict[str, Any]:
    """Return the account of a walk that reached its end, with *changes*."""
    return {
        "source": "category",
        "listing": "https://minanews.net/category/palestina/",
        "pages": 5,
        "claimed_pages": 5,
        "listed": 40,
        "claimed_articles": None,
        "delivered": 40,
        "failed": 0,
        "failed_pages": 0,
        "stopped": "end",
        "at": "https://minanews.net/category/palestina/page/5/",
        "complete": True,
    } | changes


def _articles() -> dict[str, Any]:
    return {
        "count": 40,
        "sources": {"category": 40},
        "text_length": 1200,
        "first_day": "2026-11-20",
        "middle_day": "2026-11-21",
        "last_day": "2026-11-23",
        "coverage": {"editors": 0.9, "desk_code": 0.1},
        "rules": {"editors": {"header": 36}, "published_at": {"json-ld": 38, "header": 2}},
        "warnings": {},
    }
