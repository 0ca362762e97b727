"""The elements whose names say that they hold a story, and which of them hold this page's."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.block_reader import visible_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

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

LONGEST_LINEAGE = 12
"""Elements around a container in which another headline is looked for."""

SHORTEST_STORY = 60
"""Characters; a conventional container with less is a teaser or empty."""

_MICRODATA = etree.XPath("//*[@itemprop='articleBody']")
_CLASSED = etree.XPath(
    "//*[contains(@class, '-content') or contains(@class, '-entry') or contains(@class, '-body')]"
)
"""All that can have a conventional name, and little else."""

_MARGINS = frozenset({"aside", "footer", "nav"})
_ENTRIES = frozenset({"article", "li"})
_NO_DIGITS = str.maketrans("", "", "0123456789")
_HEADINGS = ("h1", "h2", "h3", "h4")


def named_containers(
    root: _Element, headline: _Element | None
) -> Iterator[tuple[str, list[_Element]]]:
    """Yield the story's container as each rule names it: several elements where it is split."""
    for rule, elements in (("microdata", _MICRODATA(root)), ("wordpress", _conventional(root))):
        container = _longest(_under(headline, elements[:MOST_CONTAINERS]))
        if container is not None:
            yield rule, parts_of(container, headline)


def _conventional(root: _Element) -> list[_Element]:
    """Return the elements that have one of the conventional names."""
    return [
        element
        for element in _CLASSED(root)
        if not CONVENTIONAL_CLASSES.isdisjoint(element.get("class", "").split())
    ]


def _under(headline: _Element | None, elements: list[_Element]) -> list[_Element]:
    """Return those of *elements* that stand under no other headline, and best around none."""
    if headline is None:
        return elements
    around = set(headline.iterancestors())
    ours = [element for element in elements if not _is_anothers(element, headline, around)]
    return [element for element in ours if element not in around] or ours


def _is_anothers(element: _Element, headline: _Element, around: set[_Element]) -> bool:
    """Tell whether another headline opens a part of the page that *element* is in."""
    for ancestor in islice(element.iterancestors(), LONGEST_LINEAGE):
        if ancestor in around:
            return False
        for heading in ancestor.iter(*_HEADINGS, str(element.tag)):
            if heading is element:
                break
            if heading.tag == headline.tag or (
                ancestor.tag in _ENTRIES
                and heading.tag in _HEADINGS
                and heading.find(".//a") is not None
            ):
                return True
    return False


def _longest(elements: Sequence[_Element]) -> _Element | None:
    """Return the innermost element that holds most of the longest one's text."""
    measured = [
        (len(visible_text(element)), element)
        for element in elements
        if not any(ancestor.tag in _MARGINS for ancestor in element.iterancestors())
    ]
    longest = max((length for length, _ in measured), default=0)
    if longest < SHORTEST_STORY:
        return None
    return [element for length, element in measured if length >= 0.8 * longest][-1]


def parts_of(container: _Element, headline: _Element | None) -> list[_Element]:
    """Return the parts of a story that is split, by an advert, in several containers of a kind."""
    before = _like(container, container.itersiblings(preceding=True), headline)
    return [*reversed(before), container, *_like(container, container.itersiblings(), headline)]


def _like(
    container: _Element, siblings: Iterable[_Element], headline: _Element | None
) -> list[_Element]:
    """Return those of *siblings* that are marked up as *container*, up to the next headline."""
    alike: list[_Element] = []
    kind = _kind(container)
    if not kind:
        return alike
    for sibling in siblings:
        if headline is not None and next(sibling.iter(str(headline.tag)), None) is not None:
            break
        if sibling.tag == container.tag and _kind(sibling) == kind:
            alike.append(sibling)
    return alike


def _kind(element: _Element) -> str:
    """Return the classes of *element* without numbers: ``part-1`` and ``part-2`` are alike."""
    return (element.get("class") or "").translate(_NO_DIGITS)
