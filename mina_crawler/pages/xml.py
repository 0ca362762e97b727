"""XML from a stranger: read without entities, without the network, and as far as it is legible."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from mina_crawler.parsing.xml_repair import repair_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_SIZE = 16 * 1024 * 1024
"""Bytes, as of every answer; WordPress's sitemaps have at most 2,000 entries."""

MOST_TAGS = 400_000
"""Of a document that is read; the 50,000 entries that a sitemap may have take 300,000."""

_NAME = etree.XPath("local-name(/*)", smart_strings=False)

GZIP = b"\x1f\x8b"


class Xml(NamedTuple):
    """A document."""

    root: _Element | None
    """``None`` where nothing could be read."""
    is_broken: bool
    """True where the document is not well-formed, was cut short or has too many tags."""

    @property
    def name(self) -> str:
        """The name of the root without its namespace; ``""`` where there is none."""
        return "" if self.root is None else _NAME(self.root)


def parse_xml(body: bytes) -> Xml:
    """Return the document in *body*, compressed or not, repaired where that makes it whole.

    >>> parse_xml(b"<urlset><url><loc>http://a/").is_broken
    True
    """
    try:
        text = _plain(body)
    except zlib.error:
        return Xml(None, is_broken=True)
    if text.count(b"<") > MOST_TAGS:
        return Xml(None, is_broken=True)
    found = _parse(text)
    if not found.is_broken:
        return found
    repaired = _parse(repair_xml(text))
    return found if repaired.is_broken else repaired


def _parse(text: bytes) -> Xml:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):
        return Xml(None, is_broken=True)
    return Xml(root, is_broken=len(parser.error_log) > 0)


def _plain(body: bytes) -> bytes:
    """Return *body* uncompressed, of a bomb only the beginning."""
    if not body.startswith(GZIP):
        return body.strip()
    return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(body, MAX_SIZE)
