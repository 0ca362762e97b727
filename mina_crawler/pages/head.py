"""What the page says of itself outside its text: meta tags, links, body classes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mina_crawler.pages.ladder import Rung
from mina_crawler.pages.tree import body_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_POST_CLASS = re.compile(r"\bpostid-(\d{1,18})\b")
_SHORT_LINK = re.compile(r"[?&]p=(\d{1,18})\b")
_REST_LINK = re.compile(r"/wp/v2/posts/(\d{1,18})\b")


class Head:
    """The metadata of one page, wherever on it they stand: read in one go."""

    def __init__(self, root: _Element) -> None:
        self._metas: dict[str, list[str]] = {}
        self._links: dict[str, list[str]] = {}
        self.title = ""
        """The ``<title>``."""
        self.json_ld: list[str] = []
        """The texts of the JSON-LD scripts."""
        body = body_of(root)
        self.body_classes = frozenset((body.get("class") or "").split() if body is not None else ())
        """The class names of ``<body>``."""
        for element in root.iter("meta", "link", "script", "title"):
            tag = element.tag
            if tag == "meta":
                self._read_meta(element)
            elif tag == "link":
                self._read_link(element)
            elif tag == "script":
                if "ld+json" in element.get("type", "") and (text := element.text):
                    self.json_ld.append(text)
            else:  # which holds no elements
                self.title = self.title or element.text or ""

    def _read_meta(self, element: _Element) -> None:
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content", "").strip()
        if name and content:
            self._metas.setdefault(name.lower(), []).append(content)

    def _read_link(self, element: _Element) -> None:
        href = element.get("href")
        if href is not None:
            for relation in element.get("rel", "").lower().split():
                self._links.setdefault(relation, []).append(href.strip())

    def meta(self, name: str) -> str:
        """Return the first content of the meta tag *name*, or ``""``."""
        contents = self._metas.get(name)
        return contents[0] if contents else ""

    def metas(self, name: str) -> list[str]:
        """Return all contents of the meta tag *name*: its property, name or itemprop."""
        return self._metas.get(name, [])

    def link(self, relation: str) -> str:
        """Return the first address linked with *relation*, or ``""``."""
        addresses = self._links.get(relation)
        return addresses[0] if addresses else ""

    def links(self, relation: str) -> list[str]:
        """Return all addresses linked with *relation*."""
        return self._links.get(relation, [])

    @property
    def canonical(self) -> str:
        """The address the page gives itself."""
        return self.link("canonical") or self.meta("og:url")

    @property
    def post_ids(self) -> Iterator[Rung[int]]:
        """WordPress's id, as each rule finds it."""
        for rule, pattern, texts in (
            ("body-class", _POST_CLASS, self.body_classes),
            ("shortlink", _SHORT_LINK, self.links("shortlink")),
            ("rest-link", _REST_LINK, self.links("alternate")),
        ):
            for text in texts:
                if match := pattern.search(text):
                    yield Rung(rule, int(match[1]))
