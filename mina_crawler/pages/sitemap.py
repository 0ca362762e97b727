"""A sitemap: a list of addresses, or of more sitemaps."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from mina_crawler.pages.xml import parse_xml
from mina_crawler.parsing.dates import WIB, parse_iso
from mina_crawler.parsing.links import parse_link

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy.http import Response

_ENTRIES = etree.XPath("/*/*[local-name() = 'url' or local-name() = 'sitemap']")
_LOC = etree.XPath("normalize-space(*[local-name() = 'loc'])", smart_strings=False)
_LASTMOD = etree.XPath("normalize-space(*[local-name() = 'lastmod'])", smart_strings=False)


class SitemapEntry(NamedTuple):
    """One address of a sitemap."""

    url: str
    changed_at: datetime | None
    """When it was last changed at the latest, where the sitemap says so."""


class Sitemap:
    """One file of a sitemap."""

    def __init__(self, response: Response) -> None:
        """Take the answer to a request for a sitemap."""
        self.url = response.url
        self._xml = parse_xml(response.body)

    @property
    def is_broken(self) -> bool:
        """Tell whether it is not well-formed, or no sitemap at all."""
        return self._xml.is_broken or self._xml.name not in {"urlset", "sitemapindex"}

    @property
    def is_index(self) -> bool:
        """Tell whether it lists sitemaps."""
        return self._xml.name == "sitemapindex"

    @cached_property
    def entries(self) -> list[SitemapEntry]:
        """The addresses listed, in order, as far as they are legible."""
        found = _ENTRIES(self._xml.root) if self._xml.root is not None else []
        return [
            SitemapEntry(address, _latest(_LASTMOD(element)))
            for element in found
            if (address := parse_link(_LOC(element), self.url))
        ]


def _latest(text: str) -> datetime | None:
    """Return the last moment that *text* can mean: of a bare day its end."""
    value = parse_iso(text)
    if value is None or value.tzinfo:
        return value
    whole_day = timedelta(days="T" not in text)
    try:
        return value.replace(tzinfo=WIB) + whole_day
    except OverflowError:  # the last day of the calendar
        return None
