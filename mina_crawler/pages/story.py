"""Where the story is: the element that holds its paragraphs, on any theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.blocks import visible_text
from mina_crawler.pages.density import Paragraph, densest, weigh
from mina_crawler.pages.ladder import Rung
from mina_crawler.parsing.datelines import partition_dateline
from mina_crawler.parsing.desk_codes import partition_desk_code
from mina_crawler.parsing.signatures import is_signature
from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

CONVENTIONAL_CLASSES = (
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
"""Names that WordPress itself and most themes give the container."""

SHORTEST_STORY = 60
"""Characters; a conventional container with less is a teaser or empty."""

_MICRODATA = etree.XPath("//*[@itemprop='articleBody']")
_CONVENTIONAL = etree.XPath(
    "//*[@class and ("
    + " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in CONVENTIONAL_CLASSES)
    + ")]"
)
_MARGINS = frozenset({"aside", "footer", "nav"})


def find_story(root: _Element) -> Rung[_Element] | None:
    """Return the element that holds the story, and the rule that found it."""
    return next(iter(story_rungs(root)), None)


def story_rungs(root: _Element) -> Iterator[Rung[_Element]]:
    """Yield the containers that the rules find, the surest first."""
    for rule, elements in (("microdata", _MICRODATA(root)), ("wordpress", _CONVENTIONAL(root))):
        container = _longest(elements)
        if container is not None:
            yield Rung(rule, container)
    body = root if root.tag == "body" else root.find(".//body")
    if body is None:
        return
    weight, paragraphs = weigh(body)
    if weight.total:
        dense = densest(weight).element
        anchored = _between_anchors(paragraphs, dense)
        if anchored is not None:
            yield Rung("anchors", anchored)
        yield Rung("density", dense)


def _longest(elements: Sequence[_Element]) -> _Element | None:
    """Return the innermost element that holds most of the longest one's text."""
    measured = [(len(visible_text(element)), element) for element in elements if not _is_marginal(element)]
    longest = max((length for length, _ in measured), default=0)
    if longest < SHORTEST_STORY:
        return None
    return [element for length, element in measured if length >= 0.8 * longest][-1]


def _is_marginal(element: _Element) -> bool:
    return any(ancestor.tag in _MARGINS for ancestor in element.iterancestors())


def _between_anchors(paragraphs: list[Paragraph], dense: _Element) -> _Element | None:
    """Return the smallest element that holds the dateline and the last mark before another story's."""
    inside = [paragraph for paragraph in paragraphs if dense in paragraph.element.iterancestors()]
    first = last = None
    for element, words in inside:
        text = fold(words)
        if partition_dateline(text)[0] is not None:
            if first is not None:
                break
            first = element
        elif is_signature(text) or partition_desk_code(text)[1] is not None:
            last = element
    if first is None or last is None:
        return None
    return _common_ancestor(first, last)


def _common_ancestor(first: _Element, last: _Element) -> _Element:
    holders = set(last.iterancestors())
    return next(ancestor for ancestor in first.iterancestors() if ancestor in holders)
