"""Read pages of one article to the end: through the loader and the pipelines that read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from scrapy.http import HtmlResponse

from mina_crawler.items import to_line
from mina_crawler.loaders import load_article
from mina_crawler.pages.article import ArticlePage
from mina_crawler.parsing.urls import edition_of
from mina_crawler.pipelines.newsroom import NewsroomPipeline
from mina_crawler.pipelines.read_also import ReadAlsoPipeline
from mina_crawler.pipelines.text import TextPipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mina_crawler.items import Article

READING_PIPELINES = (ReadAlsoPipeline(), NewsroomPipeline(), TextPipeline())
"""The pipelines that read; those behind them decide about whole articles."""


def read_pages(
    pages: Sequence[ArticlePage], *, edition: str, run: str = "read", source: str = "url"
) -> Article:
    """Return the article on *pages*; raises ``LayoutError`` where it has no title or date."""
    article = load_article(pages, run=run, source=source, edition=edition)
    for pipeline in READING_PIPELINES:
        article = pipeline.process_item(article)
    return article


def read_article(
    pages: Sequence[tuple[str, bytes]], fetched_at: datetime | None = None
) -> dict[str, Any]:
    """Return the JSON line of the article on *pages*, address and HTML of each, in order."""
    received = fetched_at or datetime.now(UTC)
    read = [
        ArticlePage(HtmlResponse(url, body=body, encoding="utf-8"), fetched_at=received)
        for url, body in pages
    ]
    return to_line(read_pages(read, edition=edition_of(pages[0][0])))
