"""The elements whose names say that they hold a story, and which of them hold this page's."""

from __future__ import annotations

import re
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from mina_crawler.pages.headline import holds_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from mina_crawler.pages.outline import Node, Outline
    from mina_crawler.parsing.blocks import Block

RULES = ("microdata", "wordpress")
"""By which an element says that it holds the story, the surest first."""

MOST_CONTAINERS = 100
"""Another headline is looked for above each."""

LONGEST_LINEAGE = 12
"""Elements around a container in which another headline is looked for."""

SHORTEST_STORY = 60
"""Characters; a conventional container with less is a teaser or empty."""

_ENTRIES = frozenset({"article", "li"})
_NUMBER = re.compile(r"[0-9]+")
_HEADINGS = ("h1", "h2", "h3", "h4")


def named_containers(
    outline: Outline, headline: _Element | None
) -> Iterator[tuple[str, list[_Element]]]:
    """Yield the story's container as each rule names it: several elements where it is split."""
    for rule in RULES:
        nodes = [node for name, node in outline.containers if name == rule]
        ours = _under(headline, nodes[:MOST_CONTAINERS]) if nodes else nodes
        if container := _longest(ours, outline.blocks):
            yield rule, parts_of(container.element, headline)


def _under(headline: _Element | None, nodes: list[Node]) -> list[Node]:
    """Return those of *nodes* that stand under no other headline, and best around none."""
    if headline is None:
        return nodes
    around = set(headline.iterancestors())
    ours = [node for node in nodes if not _is_anothers(node.element, headline, around)]
    return [node for node in ours if node.element not in around] or ours


def _is_anothers(element: _Element, headline: _Element, around: set[_Element]) -> bool:
    """Tell whether another headline opens a part of the page that *element* is in."""
    for ancestor in islice(element.iterancestors(), LONGEST_LINEAGE):
        if ancestor in around:
            return False
        for heading in ancestor.iter(*_HEADINGS, str(element.tag)):
            if heading is element:
                break
            if heading.tag == headline.tag or (
                ancestor.tag in _ENTRIES and heading.tag in _HEADINGS and holds_link(heading)
            ):
                return True
    return False


def _longest(nodes: Sequence[Node], blocks: Sequence[Block]) -> Node | None:
    """Return the innermost of *nodes* that holds most of the longest one's words."""
    if not nodes:
        return None
    lengths = [0 if block.kind == "picture" else len(block.text) for block in blocks]
    before = list(accumulate(lengths, initial=0))
    measured = [
        (before[node.end] - before[node.start], node) for node in nodes if not node.is_marginal
    ]
    longest = max((length for length, _ in measured), default=0)
    if longest < SHORTEST_STORY:
        return None
    return [node for length, node in measured if length >= 0.8 * longest][-1]


def parts_of(container: _Element, headline: _Element | None) -> list[_Element]:
    """Return the parts of a story that is split, by an advert, in several containers of a kind."""
    before = _like(container, container.itersiblings(preceding=True), headline)
    return [*reversed(before), container, *_like(container, container.itersiblings(), headline)]


def _like(
    container: _Element, siblings: Iterable[_Element], headline: _Element | None
) -> list[_Element]:
    """Return those of *siblings* that are marked up as *container*, up to the next headline."""
    alike: list[_Element] = []
    kind = kind_of(container)
    if not kind:
        return alike
    for sibling in siblings:
        if headline is not None and next(sibling.iter(str(headline.tag)), None) is not None:
            break
        if sibling.tag == container.tag and kind_of(sibling) == kind:
            alike.append(sibling)
    return alike


def kind_of(element: _Element) -> str:
    """Return the classes of *element* without numbers: ``part-1`` and ``part-2`` are alike."""
    return _NUMBER.sub("", element.get("class") or "")
