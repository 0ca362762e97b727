"""A feed: the site's newest articles, or those of a category, as RSS or Atom."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from lxml import etree

from mina_crawler.pages.listing import Entry
from mina_crawler.pages.xml import parse_xml
from mina_crawler.parsing.dates import WIB, parse_iso
from mina_crawler.parsing.links import parse_link
from mina_crawler.parsing.listing_urls import (
    is_article_address,
    is_front_page,
    partition_listing_page,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from lxml.etree import _Element
    from scrapy.http import Response

_ITEMS = etree.XPath("//*[local-name() = 'item' or local-name() = 'entry']")
_LINKS = etree.XPath(
    "*[local-name() = 'link'][not(@rel) or @rel = 'alternate']/@href"
    " | *[local-name() = 'link']/text()",
    smart_strings=False,
)
_IDENTIFIERS = etree.XPath("*[local-name() = 'guid']/text()", smart_strings=False)
"""What an item without a link is known by: WordPress puts ``/?p=77`` there."""
_MOMENT = etree.XPath(
    "normalize-space((*[local-name() = 'pubDate' or local-name() = 'published'"
    " or local-name() = 'date'])[1])",
    smart_strings=False,
)

_ROOTS = frozenset({"rss", "feed", "RDF"})


class FeedPage:
    """One page of a feed; WordPress numbers them, without telling how many there are."""

    last_number = None
    next_url = None
    is_paginated = False

    def __init__(self, response: Response, *, asked: str = "") -> None:
        """Take the answer to a request for a feed; *asked* is the address that was asked for.

        A feed without further pages answers to their numbers with its first, or leads back to it.
        """
        self.url = response.url
        self.number = partition_listing_page(asked or response.url)[1]
        self._xml = parse_xml(response.body)

    @property
    def is_front_page(self) -> bool:
        """Tell whether the site answered with its front page instead of a feed."""
        return is_front_page(self.url) and self._xml.name not in _ROOTS

    @property
    def is_broken(self) -> bool:
        """Tell whether it is not well-formed, or no feed at all."""
        return self._xml.is_broken or self._xml.name not in _ROOTS

    @cached_property
    def entries(self) -> list[Entry]:
        """The articles, newest first."""
        found = _ITEMS(self._xml.root) if self._xml.root is not None else []
        links = ((_address(item, self.url), item) for item in found)
        return [Entry(_plain(u), _day(i)) for u, i in links if u and is_article_address(u)]

    @property
    def is_empty(self) -> bool:
        """Tell whether the page lists nothing."""
        return not self.entries


def _address(item: _Element, base: str) -> str | None:
    """Return where the article of *item* is: by its first link, else by its identifier."""
    told = (text.strip() for text in (*_LINKS(item), *_IDENTIFIERS(item)))
    return next((parse_link(text, base) for text in told if text), None)


def _plain(url: str) -> str:
    """Return *url* as the site spells it, without what tells it who came from a feed."""
    parts = urlsplit(url)
    return url if parts.path in {"", "/"} else urlunsplit(parts._replace(query=""))


def _day(item: _Element) -> date | None:
    """Return the day of publication in the site's zone."""
    moment = _moment(_MOMENT(item))
    try:
        return moment.astimezone(WIB).date() if moment and moment.tzinfo else None
    except OverflowError:  # the first or the last hours of the calendar
        return None


def _moment(text: str) -> datetime | None:
    try:
        return parse_iso(text) or parsedate_to_datetime(text)
    except ValueError:
        return None
