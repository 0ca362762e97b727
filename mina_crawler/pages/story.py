"""Where the story is: the part of a page that holds its paragraphs, on any theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.pages.ladder import Rung
from mina_crawler.parsing.datelines import partition_dateline
from mina_crawler.parsing.desk_codes import partition_desk_code
from mina_crawler.parsing.signatures import is_signature

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from mina_crawler.pages.outline import Node, Outline

CONVENTIONAL_CLASSES = frozenset(
    (
        "entry-content",
        "wp-block-post-content",
        "post-content",
        "post-entry",
        "article-content",
        "article-body",
        "single-content",
        "td-post-content",
        "elementor-widget-theme-post-content",
    )
)
"""Names that WordPress itself and most themes give the container."""

MOST_CONTAINERS = 100
"""Each is read through to be measured, and they may stand in one another."""

SHORTEST_STORY = 60
"""Characters; a conventional container with less is a teaser or empty."""

_MICRODATA = etree.XPath("//*[@itemprop='articleBody']")
_CLASSED = etree.XPath(
    "//*[contains(@class, '-content') or contains(@class, '-entry') or contains(@class, '-body')]"
)
"""All that can have a conventional name, and little else."""

_MARGINS = frozenset({"aside", "footer", "nav"})


def story_rungs(root: _Element, outline: Outline) -> Iterator[Rung[Node]]:
    """Yield the containers that the rules find, the surest first."""
    for rule, elements in (("microdata", _MICRODATA(root)), ("wordpress", _conventional(root))):
        container = _longest(elements)
        node = outline.node_of(container) if container is not None else None
        if node:
            yield Rung(rule, node)
    if outline.root.prose:
        dense = outline.densest()
        anchored = _between_anchors(outline, dense)
        if anchored:
            yield Rung("anchors", anchored)
        yield Rung("density", dense)


def _conventional(root: _Element) -> list[_Element]:
    """Return the elements that have one of the conventional names."""
    return [
        element
        for element in _CLASSED(root)
        if not CONVENTIONAL_CLASSES.isdisjoint(element.get("class", "").split())
    ]


def _longest(elements: Sequence[_Element]) -> _Element | None:
    """Return the innermost element that holds most of the longest one's text."""
    measured = [
        (len(visible_text(element)), element)
        for element in elements[:MOST_CONTAINERS]
        if not _is_marginal(element)
    ]
    longest = max((length for length, _ in measured), default=0)
    if longest < SHORTEST_STORY:
        return None
    return [element for length, element in measured if length >= 0.8 * longest][-1]


def _is_marginal(element: _Element) -> bool:
    return any(ancestor.tag in _MARGINS for ancestor in element.iterancestors())


def _between_anchors(outline: Outline, dense: Node) -> Node | None:
    """Return the innermost node around the dateline and the last mark before another story's."""
    first = last = None
    for place in range(dense.start, dense.end):
        text = outline.blocks[place].text
        if partition_dateline(text)[0] is not None:
            if first is not None:
                break
            first = place
        elif is_signature(text) or partition_desk_code(text)[1] is not None:
            last = place
    if first is None or last is None:
        return None
    return outline.around(min(first, last), max(first, last) + 1)
