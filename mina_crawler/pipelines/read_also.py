"""Cut the read-also links out of a story; keep them as data."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING

from mina_crawler.items import Article, Cut, Link
from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.days import is_day
from mina_crawler.parsing.read_also import (
    LONGEST_HEADING,
    MOST_LINKS,
    find_span,
    is_read_also_heading,
    partition_read_also,
    read_also_titles,
)
from mina_crawler.parsing.titles import squash
from mina_crawler.parsing.urls import absolute_url, canonical_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Self

    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

    from mina_crawler.parsing.blocks import Block

RULE = "read-also"
PASSED_OVER = frozenset({"advert", "scroll-prompt"})
"""Furniture that may stand between a heading and the links it announces."""


class ReadAlsoPipeline:
    """Moves read-also links from the blocks to ``related``, and their words to ``removed``."""

    def __init__(self, stats: StatsCollector | None = None) -> None:
        self._stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build the pipeline with the stats of *crawler*."""
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:  # noqa: ANN401  (tombstones pass through)
        """Cut the links out of an article's blocks."""
        if isinstance(item, Article):
            if not item.is_read:
                item.blocks = list(self._without_links(item))
                if item.related:
                    item.blocks = [
                        block
                        for block in item.blocks
                        if block.kind != "picture" or not _shows_related(block, item)
                    ]
            if self._stats:
                cuts = sum(cut["rule"] == RULE for cut in item.removed)
                self._stats.inc_value("read_also/removed", cuts)
        return item

    def _without_links(self, article: Article) -> Iterator[Block]:
        """Yield the blocks that remain; links that follow a bare heading go with it."""
        under_heading = False
        told = {(link["title"], link["url"]) for link in article.related}
        for block, following in zip_longest(article.blocks, article.blocks[1:]):
            prose, cut = _partition(block)
            if cut:
                _keep(article, cut, read_also_titles(cut), block, told)
                under_heading = not prose
            elif under_heading:
                if _is_listed(block) or is_day(block.text):
                    titles = [a.text for a in block.anchors if not is_day(a.text)]
                    _keep(article, block.text, titles, block, told)
                    continue
                if block.kind == "picture" and following and _is_listed(following):
                    continue  # the other article's
                under_heading = name_boilerplate(block.text) in PASSED_OVER
            if prose:
                yield replace(block, text=prose) if cut else block


def _partition(block: Block) -> tuple[str, str | None]:
    """Return prose and read-also lines of *block*; style alone may set their labels apart."""
    if block.kind == "picture":
        return block.text, None
    span = find_span(block.text)
    if span is None and not block.seams:
        return block.text, None
    links = [anchor.text for anchor in block.anchors[:MOST_LINKS]]
    prose, cut = partition_read_also(block.text, links, span)
    if cut is None and block.seams:
        rest, told = partition_read_also(block.label, links)
        if not rest:
            return rest, told
    if cut is None and len(block.text) <= LONGEST_HEADING and is_read_also_heading(block.label):
        return "", block.text
    return prose, cut


def _shows_related(block: Block, article: Article) -> bool:
    """Tell whether *block*, a picture, leads to one of the related articles."""
    if not block.anchors:
        return False
    url = canonical_url(absolute_url(block.anchors[0].url, article.url))
    return any(link["url"] == url for link in article.related)


def _is_listed(block: Block) -> bool:
    """Tell whether *block* is a link in a list of them: alone, or with the day of the article."""
    besides = block.label
    for anchor in block.anchors:
        besides = besides.replace(anchor.text, "", 1)
    return block.is_link or (bool(block.anchors) and is_day(besides))


def _keep(
    article: Article, cut: str, titles: list[str], block: Block, told: set[tuple[str, str | None]]
) -> None:
    """Keep what was *cut*, and the links of these *titles* that were not *told* of before."""
    article.removed.append(Cut(rule=RULE, text=cut))
    for title in titles:
        link = _link_of(title, block, article.url)
        key = link["title"], link["url"]
        if key not in told:
            told.add(key)
            article.related.append(link)


def _link_of(title: str, block: Block, base: str) -> Link:
    """Return the link of *title* on the page at *base*, without the signs around its words.

    The anchor may cover the prefix, or half of the title.
    """
    wanted = squash(title)
    said = [(squash(anchor.text), anchor) for anchor in block.anchors[:MOST_LINKS]]
    same = [anchor.text for words, anchor in said if words == wanted and anchor.text in title]
    alike = [
        (abs(len(words) - len(wanted)), anchor.url)
        for words, anchor in said
        if wanted in words or (words in wanted and 2 * len(words) >= len(wanted))
    ]
    _, url = min(alike, key=itemgetter(0), default=(0, None))
    address = None if url is None else canonical_url(absolute_url(url, base))
    return Link(title=same[0] if same else title, url=address)
