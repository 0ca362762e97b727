"""The tree of a response's page: made once, however many look at it."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from lxml import etree
from scrapy.http import TextResponse

from mina_crawler.pages.charsets import text_of
from mina_crawler.parsing.tags import trim_tags

if TYPE_CHECKING:
    from lxml.etree import _Element
    from scrapy.http import Response

MOST_ELEMENTS = 20_000
"""Of a page that is read: those of the bench have 120 on average."""

_PARSER = etree.HTMLParser(
    encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
)
"""Makes plain elements: those of ``lxml.html`` are looked up in Python, one by one.

It goes no deeper than 256 elements, so that nothing which looks upwards from each of many is slow.
"""

_SHORTEST_ELEMENT = len("<p>")
_COUNT = etree.XPath("count(//*)")
_EMPTY = "<html/>"
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
"""A page that opens with one of these is in its encoding, whatever it claims."""


class _Tree(NamedTuple):
    root: _Element
    is_oversized: bool


_trees: WeakKeyDictionary[Response, _Tree] = WeakKeyDictionary()


def tree_of(response: Response) -> _Element:
    """Return the root of the document in *response*; of an empty one where that is oversized."""
    return _parsed(response).root


def body_of(root: _Element) -> _Element | None:
    """Return the body of a document, ``None`` where it has none."""
    for child in root:
        if child.tag == "body":
            return child
    return next(root.iter("body"), None)


def is_oversized(response: Response) -> bool:
    """Tell whether the page in *response* has more elements than are read."""
    return _parsed(response).is_oversized


def parse_html(text: str) -> _Element:
    """Return the root of the document that *text* is: an empty one where there is no element."""
    return _parse(trim_tags(text).strip().encode("utf-8", "replace"))


def _parse(page: bytes) -> _Element:
    """Return the root of the document that *page* is, in UTF-8."""
    root: _Element | None = etree.fromstring(page.replace(b"\x00", b"") or _EMPTY, _PARSER)
    return etree.fromstring(_EMPTY, _PARSER) if root is None else root


def has_too_many_elements(root: _Element) -> bool:
    """Tell whether the document of *root* has more elements than are read."""
    return bool(_COUNT(root) > MOST_ELEMENTS)


def _parsed(response: Response) -> _Tree:
    tree = _trees.get(response)
    if tree is None:
        page = response.body.strip()
        root = _parse(page) if _is_plain(page, response) else parse_html(text_of(response))
        may_be_many = len(response.body) > MOST_ELEMENTS * _SHORTEST_ELEMENT
        too_many = may_be_many and has_too_many_elements(root)
        tree = _trees[response] = _Tree(parse_html("") if too_many else root, too_many)
    return tree


def _is_plain(page: bytes, response: Response) -> bool:
    """Tell whether *page*, the body of *response*, can be parsed as it is: in UTF-8 and trimmed.

    To encode its text again takes longer than to decode it.
    """
    if not isinstance(response, TextResponse) or response.body.startswith(_MARKS):
        return False
    try:
        text = page.decode() if response.encoding == "utf-8" else ""
    except (LookupError, UnicodeError):
        return False
    return bool(text) and trim_tags(text).strip() == text
