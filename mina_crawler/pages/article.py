"""An article's page: every value that stands on it, with the rules that find it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lxml import etree
from propcache.api import cached_property
from scrapy.http import TextResponse

from mina_crawler.pages.authors import author_rungs, editor_rungs
from mina_crawler.pages.block_reader import visible_text
from mina_crawler.pages.foot import lines_of
from mina_crawler.pages.head import Head
from mina_crawler.pages.kind import name_kind
from mina_crawler.pages.ladder import Rung, answers
from mina_crawler.pages.layout import Layout
from mina_crawler.pages.linked_terms import (
    LinkedTerms,
    category_rungs,
    linked_terms,
    tag_rungs,
)
from mina_crawler.pages.main_picture import picture_rungs
from mina_crawler.pages.page_links import NUMBERED
from mina_crawler.pages.structured import StructuredArticle, parse_scripts
from mina_crawler.pages.surroundings import around_story
from mina_crawler.pages.times import (
    Times,
    find_times,
    modified_rungs,
    published_rungs,
    read_times,
)
from mina_crawler.pages.tree import is_oversized, tree_of
from mina_crawler.parsing.dates import find_timestamp
from mina_crawler.parsing.titles import canonical_title
from mina_crawler.parsing.urls import absolute_url, canonical_url, partition_page_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from scrapy.http import Response

_POST_IDS = etree.XPath(
    "descendant::article/@id | descendant::*/@class[contains(., 'hentry')]/parent::*/@id",
    smart_strings=False,
)
_POST_ID = re.compile(r"post-(\d{1,18})")
_PAGE_LINKS = etree.XPath("descendant::a/@href", smart_strings=False)


class ArticlePage:
    """One page of an article, as received.

    Properties that several rules can answer are ladders: rungs of rule and value, surest first.
    """

    def __init__(self, response: Response, *, fetched_at: datetime | None = None) -> None:
        self.url = response.url
        self.fetched_at = fetched_at or datetime.now(UTC)
        self.response = response

    @cached_property
    def root(self) -> _Element:
        """The parsed document."""
        return tree_of(self.response)

    @cached_property
    def head(self) -> Head:
        """Meta tags, links and body classes."""
        return Head(self.root)

    @cached_property
    def structured(self) -> StructuredArticle:
        """The article in the page's JSON-LD."""
        nodes, self.has_broken_json_ld = parse_scripts(self.head.json_ld)
        return StructuredArticle(nodes, self.canonical_url)

    # What the page is

    @cached_property
    def why_not(self) -> str | None:
        """Why this is no article that can be read, or ``None`` where it is one."""
        if not isinstance(self.response, TextResponse) or not self.response.body.strip():
            return "empty page"
        if self.is_oversized:
            return "too many elements"
        kind = name_kind(self.root, self.head, self.structured)
        if kind:
            return kind
        if not self.layout.story:
            return "no story"
        if not any(True for _ in self.titles):
            return "no title"
        return None if self.has_date else "no date"

    @property
    def is_oversized(self) -> bool:
        """Tell whether the page has more elements than are read."""
        return is_oversized(self.response)

    @property
    def is_article(self) -> bool:
        """Tell whether the page can be read as an article."""
        return self.why_not is None

    @property
    def has_date(self) -> bool:
        """Tell whether anything on the page says when it was published."""
        told = any(True for _ in self.published_machine)
        lines = [] if told else [*self.layout.header_lines, *self.footer_lines]
        return told or any(find_timestamp(line, now=self.fetched_at) for line in lines)

    @property
    def footer_lines(self) -> list[str]:
        """The lines behind the story: they tell what neither machines nor the header do."""
        return lines_of(self.layout.footer)

    @cached_property
    def canonical_url(self) -> str:
        """The address the article is known by."""
        return canonical_url(self.url)

    @cached_property
    def next_page_urls(self) -> list[str]:
        """Addresses of the further pages of a story in several, in order."""
        slug = self.canonical_url.rstrip("/").rpartition("/")[2].lower()
        numbers = {
            number
            for href in _PAGE_LINKS(self.layout.scope)
            if NUMBERED.search(href) and slug in href.lower()
            for url, number in [partition_page_number(absolute_url(href, self.url))]
            if url == self.canonical_url
        }
        here = partition_page_number(self.url)[1]
        return [
            f"{self.canonical_url}{number}/"
            for number in range(here + 1, max(numbers, default=0) + 1)
        ]

    @cached_property
    def layout(self) -> Layout:
        """Where headline, header and story are."""
        return self._layout_like(None)

    def continue_story(self, first: ArticlePage) -> None:
        """Look for the story where it stands on *first*, the first page of the same article."""
        self.layout = self._layout_like(first.layout)

    def _layout_like(self, model: Layout | None) -> Layout:
        claims = [self.structured.text("headline"), self.head.meta("og:title"), self.head.title]
        titles = [
            canonical_title(claim, self.site_names) for claim in dict.fromkeys(claims) if claim
        ]
        return Layout(self.root, self.url, titles, model)

    # What it says

    @cached_property
    def site_names(self) -> list[str]:
        """The names the site gives itself."""
        return [
            name for name in (self.head.meta("og:site_name"), *self.structured.site_names) if name
        ]

    @property
    def post_ids(self) -> Iterator[Rung[int]]:
        """WordPress's id."""
        yield from self.head.post_ids
        for name in _POST_IDS(self.root):
            if match := _POST_ID.fullmatch(name):
                yield Rung("element-id", int(match[1]))

    @property
    def titles(self) -> Iterator[Rung[str]]:
        """The headline, perhaps with the site's name."""
        if self.layout.headline is not None:
            yield Rung("heading", visible_text(self.layout.headline))
        yield from answers(
            ("json-ld", self.structured.text("headline")),
            ("opengraph", self.head.meta("og:title")),
            ("title", self.head.title),
        )

    @property
    def published_machine(self) -> Iterator[Rung[str]]:
        """When it was published, as told to machines."""
        yield from published_rungs(self.head, self.structured, self.times)

    @property
    def modified_machine(self) -> Iterator[Rung[str]]:
        """When it was last changed, as told to machines."""
        yield from modified_rungs(self.head, self.structured, self.times)

    @cached_property
    def times(self) -> Times:
        """The moments that are marked up as such."""
        layout = self.layout
        return read_times(around_story(layout, lambda scope: find_times(scope, layout.marked)))

    @property
    def authors(self) -> Iterator[Rung[list[str]]]:
        """Who wrote it, by the page's markup and metadata."""
        for rung in author_rungs(self.head, self.structured, self.layout):
            if rung.value:
                yield rung

    @property
    def editors(self) -> Iterator[Rung[list[str]]]:
        """Who edited it, where no line of the header says it whole."""
        yield from editor_rungs(self.layout)

    @cached_property
    def _terms(self) -> LinkedTerms:
        """Names of the categories and of the tags that are linked to around the story."""
        return linked_terms(self.layout)

    @property
    def categories(self) -> Iterator[Rung[list[str]]]:
        """Names of the categories."""
        yield from category_rungs(self._terms, self.head, self.structured, self.root)

    @property
    def tags(self) -> Iterator[Rung[list[str]]]:
        """Names of the tags."""
        yield from tag_rungs(self._terms, self.head, self.structured)

    @property
    def summaries(self) -> Iterator[Rung[str]]:
        """The page's own description."""
        yield from answers(
            ("meta", self.head.meta("description")),
            ("opengraph", self.head.meta("og:description")),
            ("json-ld", self.structured.text("description")),
        )

    @property
    def images(self) -> Iterator[Rung[tuple[str, str]]]:
        """Address and caption (or ``""``) of the main picture."""
        yield from picture_rungs(self.head, self.structured, self.layout.untitled_head, self.url)
