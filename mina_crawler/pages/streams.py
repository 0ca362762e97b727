"""Streams: pages on which another article follows the first, for readers who scroll on."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.containers import SHORTEST_STORY, kind_of
from mina_crawler.parsing.bylines import parse_byline, parse_header
from mina_crawler.parsing.datelines import partition_dateline
from mina_crawler.parsing.labels import is_dated_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from mina_crawler.pages.outline import Node, Outline
    from mina_crawler.parsing.blocks import Block

LONGEST_HEADER = 6
"""Blocks under a headline among which its article says when, by whom or where it was written."""

MOST_HEADLINES = 20
"""Further ones are not looked at."""

_HEADINGS = ("h1", "h2", "h3")
_NEXT_TITLES = etree.XPath("following::h1")


def find_other(outline: Outline, headline: _Element) -> _Element | None:
    """Return the element with which another article begins behind the one under *headline*.

    It has a headline of its own, and under that a moment, a byline or a dateline: a subhead that an
    editor made as large as the headline has none of them.
    """
    title = outline.node_of(headline)
    if title is None or title.element is not headline:
        return None
    return next(
        (
            top
            for top, heading in islice(_candidates(headline), MOST_HEADLINES)
            if _opens_other(outline, title, top, heading)
        ),
        None,
    )


def _opens_other(outline: Outline, title: Node, top: _Element, heading: _Element) -> bool:
    """Tell whether *heading*, first in *top*, is the headline of an article behind another."""
    node = outline.node_of(heading)
    if node is None or node.element is not heading:
        return False
    between = outline.blocks[title.end : node.start]
    if sum(len(block.text) for block in between if _is_told(block)) < SHORTEST_STORY:
        return False
    is_alike = top.tag == "article" or heading.tag == title.element.tag
    header = outline.blocks[node.end : node.end + LONGEST_HEADER]
    return sum(map(_opens_article, header)) >= (1 if is_alike else 2)


def _is_told(block: Block) -> bool:
    """Tell whether *block* can be a story's."""
    return block.kind != "picture" and not block.is_link


def _opens_article(block: Block) -> bool:
    """Tell whether *block* is what stands under a headline, or first in a story."""
    if block.kind == "picture":
        return False
    line = block.label
    return (
        is_dated_label(line)
        or parse_header(line) is not None
        or parse_byline(line) is not None
        or partition_dateline(block.text)[0] is not None
    )


def _candidates(headline: _Element) -> Iterator[tuple[_Element, _Element]]:
    """Yield what may be other articles, the nearest first, each with its headline."""
    around = [headline, *headline.iterancestors()]
    for element in around:
        yield from _alike(element)
    if headline.tag == "h1":
        lineage = frozenset(around)
        for heading in _NEXT_TITLES(headline):
            below = takewhile(lambda element: element not in lineage, heading.iterancestors())
            *_, top = heading, *below
            yield top, heading


def _alike(element: _Element) -> Iterator[tuple[_Element, _Element]]:
    """Yield the siblings behind *element* that are marked up as it is and open with a headline."""
    kind = kind_of(element)
    if not kind and element.tag != "article":
        return
    for sibling in element.itersiblings(str(element.tag)):
        heading = next(sibling.iter(*_HEADINGS), None)
        if heading is None or kind_of(sibling) != kind:
            continue
        if heading.tag == "h1" or sibling.tag == "article" or heading.find(".//a") is None:
            yield sibling, heading


def is_from(other: _Element, element: _Element) -> bool:
    """Tell whether *element* is, or is in, *other* or one of its later siblings."""
    holder = other.getparent()
    around = (element, *element.iterancestors())
    top = next((one for one in around if one.getparent() is holder), None)
    return holder is not None and top is not None and holder.index(top) >= holder.index(other)
