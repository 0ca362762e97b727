"""A listing of articles as any WordPress theme prints it: front page, category or archive."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from lxml import etree
from parsel import Selector

from mina_crawler.pages.tree import tree_of
from mina_crawler.parsing.dates import WIB, parse_iso
from mina_crawler.parsing.links import parse_link
from mina_crawler.parsing.listing_urls import (
    is_article_address,
    is_category_address,
    is_front_page,
    is_short_path,
    listing_page,
    partition_listing_page,
)
from mina_crawler.parsing.urls import canonical_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from scrapy.http import TextResponse

# Furniture: what stands around a listing on every page of a site.
_FURNITURE = etree.XPath(
    "//nav | //aside | //footer[not(ancestor::article)]"
    " | //*[self::section or self::div or self::ul]"
    "[contains(concat(' ', normalize-space(@class), ' '), ' widget ')"
    " or contains(@class, 'widget-area') or contains(@class, 'sidebar')"
    " or contains(@class, 'wp-block-latest-posts') or contains(@id, 'sidebar')"
    " or contains(@class, 'site-footer') or contains(@id, 'colophon')]"
)
# How themes mark the link of an entry, by meaning: a headline, or WordPress's own `rel`.
_HEADLINES = etree.XPath(
    "//h1 | //h2 | //h3 | //h4 | //h5 | //h6"
    " | //*[contains(@class, 'entry-title') or contains(@class, 'post-title')"
    " or contains(@class, 'wp-block-post-title')]"
    " | //a[.//h1 or .//h2 or .//h3 or .//h4 or .//h5 or .//h6"
    " or contains(concat(' ', @rel, ' '), ' bookmark ')]"
)
_HEADERS = etree.XPath("//header")
_CATEGORIES = (
    "//a[@href][contains(concat(' ', @rel, ' '), ' category ')"
    " or ancestor::li[1][contains(@class, 'menu-item-object-category')"
    " or contains(@class, 'cat-item')]]"
)
_NEXT = (
    "//link[@rel='next']/@href | //a[contains(concat(' ', @rel, ' '), ' next ')]/@href"
    " | //a[contains(concat(' ', normalize-space(@class), ' '), ' next ')]/@href"
    " | //*[contains(@class, 'nav-previous')]//a/@href"
    " | //a[contains(@class, 'wp-block-query-pagination-next')]/@href"
)


FEWEST_TITLE_SPACES = 3
"""Fewer are in the items of a menu."""


_WORDS = etree.XPath(
    "normalize-space(concat(., ' ', (@title | @aria-label | .//img/@alt)[1]))", smart_strings=False
)
"""What a link says, be it by a picture."""

_HREFS = etree.XPath("//a/@href", smart_strings=False)

MOST_LINKS = 5_000
"""Of a page that are looked at; a listing has some hundred."""


class Entry(NamedTuple):
    """One article of a listing."""

    url: str
    day: date | None = None
    """The day printed beside it, in the site's zone: of publication, or of the last edit."""
    sure: bool = True
    """False for a link that stands in the page without being marked as an entry."""


class ListingPage:
    """One page of a listing."""

    def __init__(self, response: TextResponse) -> None:
        """Take the answer to a request for a listing."""
        self.page = Selector(root=tree_of(response), type="html")
        self.url = response.url
        self.listing, self.number = partition_listing_page(response.url)
        self._days: dict[etree._Element, date | None] = {}

    @cached_property
    def entries(self) -> list[Entry]:
        """The articles listed, in the page's order, each once; the sure ones first."""
        aside, titles, headers = map(self._inside, (_FURNITURE, _HEADLINES, _HEADERS))
        links = [link for link in self.page.xpath("//a[@href]") if link.root not in aside]
        headlines = [link for link in links if link.root in titles]
        others = [link for link in links if link.root not in headers]
        marked = list(self._articles(headlines, sure=True))
        worded = () if marked else self._articles(self._worded(others), sure=True)
        plain = (*worded, *self._articles(others, sure=False))
        found: dict[str, Entry] = {}
        for entry in (*marked, *(entry for entry in plain if is_short_path(entry.url))):
            found.setdefault(canonical_url(entry.url), entry)
        return list(found.values())

    def _inside(self, boxes: etree.XPath) -> set[etree._Element]:
        """Return the elements of *boxes* and all that stands in them, each looked at once."""
        found: set[etree._Element] = set()
        for box in boxes(self.page.root):
            if box not in found:
                found.update(box.iter())
        return found

    @staticmethod
    def _worded(links: list[Selector]) -> list[Selector]:
        """Return those of *links* that read like headlines, where a theme marks none up."""
        texts = ((link, _WORDS(link.root)) for link in links)
        return [link for link, text in texts if text.count(" ") >= FEWEST_TITLE_SPACES]

    @cached_property
    def category_urls(self) -> list[str]:
        """The listings of categories that this page links to, as their first pages."""
        marked = self._links(self.page.xpath(_CATEGORIES))
        named = filter(is_category_address, self._addresses.values())
        return list(dict.fromkeys((*marked, *named)))

    @cached_property
    def last_number(self) -> int | None:
        """The highest page number that the page links to; ``None`` without numbers."""
        return max(self._numbers, default=None)

    @cached_property
    def next_url(self) -> str | None:
        """The address of the next page where the page links to it."""
        following = self.number + 1
        for href in self.page.xpath(_NEXT).getall():
            url = parse_link(href, self._base)
            if url and partition_listing_page(url)[1] == following and self._is_here(url):
                return url
        if self.last_number and self.last_number > self.number:
            return listing_page(self.listing, following)
        return None

    @property
    def is_paginated(self) -> bool:
        """Tell whether the page links to further pages of its listing."""
        return self.next_url is not None or bool(self._numbers)

    @property
    def is_front_page(self) -> bool:
        """Tell whether this is the front page, which sites answer with past a listing's end."""
        return is_front_page(self.url)

    @cached_property
    def body_classes(self) -> frozenset[str]:
        """What WordPress says of the page: ``archive``, ``date``, ``paged-2``, ``error404``."""
        return frozenset((self.page.xpath("//body/@class").get() or "").split())

    @property
    def is_empty(self) -> bool:
        """Tell whether the page lists nothing: by its own word, or for want of entries."""
        if not self.body_classes.isdisjoint({"error404", "search-no-results"}):
            return True
        if any(entry.sure for entry in self.entries):
            return False
        return self.number > 1 or not self.entries

    @cached_property
    def _base(self) -> str:
        """What the links of the page are relative to."""
        given = self.page.xpath("//base/@href").get() or ""
        return parse_link(given, self.url) or self.url

    @cached_property
    def _numbers(self) -> list[int]:
        pages = map(partition_listing_page, self._addresses.values())
        here = self.listing.rstrip("/")
        return [number for listing, number in pages if number > 1 and listing.rstrip("/") == here]

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """What the page's links lead to on its own host, each once: as printed -> absolute."""
        printed = islice(dict.fromkeys(_HREFS(self.page.root)), MOST_LINKS)
        read = ((href, parse_link(href, self._base)) for href in printed)
        return {href: url for href, url in read if url and self._is_here(url)}

    def _articles(self, links: list[Selector], *, sure: bool) -> Iterator[Entry]:
        for link in links:
            for url in self._links([link]):
                if is_article_address(url):
                    yield Entry(url, self._day_beside(link.root) if sure else None, sure)

    def _links(self, links: list[Selector]) -> Iterator[str]:
        for link in links:
            url = self._addresses.get(link.root.get("href", ""))
            if url:
                yield url

    def _is_here(self, url: str) -> bool:
        return urlsplit(url).netloc == urlsplit(self.url).netloc

    def _day_beside(self, element: etree._Element) -> date | None:
        """Return the day printed in the entry around *element*; looks at no element twice."""
        passed = []
        here: etree._Element | None = element
        while here is not None and here not in self._days:
            passed.append(here)
            if _is_entry(here):
                self._days[here] = _first_day(here)
            else:
                here = here.getparent()
        day = self._days[here] if here is not None else None
        self._days.update(dict.fromkeys(passed, day))
        return day


def _is_entry(element: etree._Element) -> bool:
    return element.tag in {"article", "li"} or "hentry" in element.get("class", "")


def _first_day(entry: etree._Element) -> date | None:
    printed = next(filter(None, (time.get("datetime") for time in entry.iter("time"))), "")
    moment = parse_iso(printed)
    try:
        return (moment.astimezone(WIB) if moment.tzinfo else moment).date() if moment else None
    except OverflowError:  # the first or the last hours of the calendar
        return None
