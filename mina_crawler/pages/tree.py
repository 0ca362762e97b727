"""The tree of a response's page: made once, however many look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from lxml import etree

from mina_crawler.parsing.tags import trim_tags

if TYPE_CHECKING:
    from lxml.etree import _Element
    from scrapy.http import Response

_PARSER = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
"""Makes plain elements: those of ``lxml.html`` are looked up in Python, one by one."""

_EMPTY = "<html/>"

_trees: WeakKeyDictionary[Response, _Element] = WeakKeyDictionary()


def tree_of(response: Response) -> _Element:
    """Return the root of the document in *response*."""
    tree = _trees.get(response)
    if tree is None:
        tree = _trees[response] = parse_html(response.text)
    return tree


def parse_html(text: str) -> _Element:
    """Return the root of the document that *text* is: an empty one where there is no element."""
    clean = trim_tags(text).strip().replace("\x00", "").encode("utf-8", "replace")
    root: _Element | None = etree.fromstring(clean or _EMPTY, _PARSER)
    return etree.fromstring(_EMPTY, _PARSER) if root is None else root
