"""``scrapy explain``: how a page is read, field by field, for the day the site changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from mina_crawler.items import to_line
from mina_crawler.loaders import LayoutError
from mina_crawler.parsing.text import fold
from mina_crawler.parsing.urls import edition_of
from mina_crawler.reading import read_pages
from mina_crawler.saved_pages import receive_pages

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from mina_crawler.items import Article
    from mina_crawler.pages.article import ArticlePage

LADDERS = {
    "title": "titles",
    "post_id": "post_ids",
    "published_at": "published_machine",
    "modified_at": "modified_machine",
    "reporters": "authors",
    "categories": "categories",
    "tags": "tags",
    "summary": "summaries",
    "image": "images",
}
"""Fields that several rules of the page can answer -> property of the page that asks them."""

SHORTENED = 300
"""Characters of a value that are shown."""


class Command(ScrapyCommand):
    """Prints each field's value, its rule and the answers that lost, and what was cut out."""

    requires_project = True
    default_settings = {"LOG_LEVEL": "WARNING"}  # noqa: RUF012 (Scrapy's own declaration)

    def syntax(self) -> str:
        """Return the arguments."""
        return "<url|file>"

    def short_desc(self) -> str:
        """Return one line of help."""
        return "Explain how a page is read: each field's value, its rule, and what lost"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002
        """Explain the page at the address or in the file."""
        if len(args) != 1:
            raise UsageError
        pages = receive_pages(self.crawler_process, args[0])
        self.exitcode = 0 if pages and pages[0].is_article else 1
        for line in explain(pages):
            print(line)


def explain(pages: list[ArticlePage]) -> Iterator[str]:
    """Yield the lines that tell how *pages*, those of one article, are read."""
    if not pages:
        yield "nothing was received: see the log above"
        return
    first = pages[0]
    yield first.url
    if not first.is_article:
        yield f"is no article: {first.why_not}"
        return
    try:
        article = read_pages(pages, edition=edition_of(first.url))
    except LayoutError as error:
        yield str(error)
        return
    yield from _fields(article, first)
    yield from _cuts(article)
    yield from (f"warning: {warning}" for warning in article.warnings)


def _fields(article: Article, page: ArticlePage) -> Iterator[str]:
    for key, value in to_line(article).items():
        if key in {
            "schema",
            "removed",
            "provenance",
            "warnings",
            "run",
            "source",
            "revision",
            "changed",
        }:
            continue
        yield f"{key:<15}{_short(value)}   [{article.provenance.get(key, '-')}]"
        for rung in getattr(page, LADDERS[key]) if key in LADDERS else ():
            yield f"{'':<15}  {rung.rule}: {_short(rung.value)}"


def _cuts(article: Article) -> Iterator[str]:
    yield f"{len(article.removed)} pieces cut out"
    for cut in article.removed:
        yield f"  {cut['rule']:<15}{_short(cut['text'])}"


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    line = " ".join(fold(text).split())  # nothing that a terminal would obey
    return line if len(line) <= SHORTENED else f"{line[:SHORTENED]}… ({len(text)} characters)"
