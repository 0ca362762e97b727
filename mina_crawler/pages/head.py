"""What the page says of itself outside its text: meta tags, links, body classes."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_META = etree.XPath("descendant::meta[@content and (@property or @name or @itemprop)]")
_LINKS = etree.XPath("descendant::link[@rel and @href]")
_SCRIPTS = etree.XPath("descendant::script[contains(@type, 'ld+json')]/text()", smart_strings=False)
_TITLE = etree.XPath("string(descendant::title[1])", smart_strings=False)

_POST_CLASS = re.compile(r"\bpostid-(\d{1,18})\b")
_SHORT_LINK = re.compile(r"[?&]p=(\d{1,18})\b")
_REST_LINK = re.compile(r"/wp/v2/posts/(\d{1,18})\b")


class Head:
    """The metadata of one page."""

    def __init__(self, root: _Element) -> None:
        self._root = root

    @cached_property
    def _meta(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in _META(self._root):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content").strip()
            if content:
                found.setdefault(name.lower(), []).append(content)
        return found

    @cached_property
    def _links(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in _LINKS(self._root):
            for relation in element.get("rel").lower().split():
                found.setdefault(relation, []).append(element.get("href").strip())
        return found

    @cached_property
    def title(self) -> str:
        """The ``<title>``."""
        return str(_TITLE(self._root))

    @cached_property
    def json_ld(self) -> list[str]:
        """The texts of the JSON-LD scripts."""
        return list(_SCRIPTS(self._root))

    @cached_property
    def body_classes(self) -> frozenset[str]:
        """The class names of ``<body>``."""
        body = self._root.find(".//body")
        return frozenset((body.get("class") or "").split() if body is not None else ())

    def meta(self, name: str) -> str:
        """Return the first content of the meta tag *name*, or ``""``."""
        return next(iter(self._meta.get(name, ())), "")

    def metas(self, name: str) -> list[str]:
        """Return all contents of the meta tag *name*: its property, name or itemprop."""
        return self._meta.get(name, [])

    def link(self, relation: str) -> str:
        """Return the first address linked with *relation*, or ``""``."""
        return next(iter(self._links.get(relation, ())), "")

    def links(self, relation: str) -> list[str]:
        """Return all addresses linked with *relation*."""
        return self._links.get(relation, [])

    @property
    def canonical(self) -> str:
        """The address the page gives itself."""
        return self.link("canonical") or self.meta("og:url")

    @property
    def post_ids(self) -> list[tuple[str, int]]:
        """WordPress's id with the rule that found it, surest first."""
        sources = (
            ("body-class", _POST_CLASS, [" ".join(self.body_classes)]),
            ("shortlink", _SHORT_LINK, self.links("shortlink")),
            ("rest-link", _REST_LINK, self.links("alternate")),
        )
        return [
            (rule, int(match[1]))
            for rule, pattern, texts in sources
            for text in texts
            if (match := pattern.search(text))
        ]
