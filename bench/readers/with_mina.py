"""Our own reading: parsing, ladders, loader, pipelines, validation."""

from __future__ import annotations

from datetime import UTC, datetime

from mina_crawler.items import ARTICLE_SCHEMA
from mina_crawler.pipelines.validation import validator
from mina_crawler.reading import read_article

FETCHED = datetime(2026, 1, 1, tzinfo=UTC)


def read(html: str, url: str) -> object:
    """Return the validated line."""
    return validator(ARTICLE_SCHEMA)(read_article([(url, html.encode())], FETCHED))
