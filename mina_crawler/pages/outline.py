"""The outline of a page: its blocks in reading order, and the elements that hold them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

    from mina_crawler.pages.natures import Nature
    from mina_crawler.parsing.blocks import Block

MARGINAL_TAGS = frozenset({"aside", "footer"})
"""Prose in these is somebody else's."""

DOMINANT_SHARE = 0.72
"""An element that holds this much of its parent's prose is the place to look further."""

HEADLINE_SHARE = 0.4
"""An element around the headline with this much of the page's prose holds the story, too."""

COMPOSED = frozenset({"wp-block-group", "wp-block-columns", "wp-block-column", "wp-block-cover"})
"""Classes of the boxes into which an editor can put parts of a story."""

LONGEST_LINEAGE = 4
"""Elements by whose tags and classes a place is known again on another page."""


class Node:
    """An element that can hold a story: which of the page's blocks are its, and how much prose."""

    __slots__ = (
        "children", "element", "end", "is_marginal", "is_teaser", "kind", "last", "number", "prose",
        "start",
    )  # fmt: skip

    def __init__(self, element: _Element, number: int, start: int) -> None:
        self.element = element
        self.number = self.last = number
        """Its own, in the order of the page, and that of the last node inside."""
        self.start = self.end = start
        self.kind = "p"
        """Of the blocks in it, unless something inside says otherwise."""
        self.prose = 0
        """Characters outside links, in blocks that are prose."""
        self.is_marginal = False
        self.is_teaser = False
        """Whether it announces another article: a linked headline, and a few words about it."""
        self.children: list[Node] = []
        """Those that hold blocks; none knows its parent, so that a page read is a page freed."""

    @property
    def is_single(self) -> bool:
        """Tell whether it holds one block at most: a paragraph, and no story."""
        return self.end - self.start < 2

    def is_in(self, other: Node) -> bool:
        """Tell whether this node is *other* or inside it."""
        return other.number <= self.number <= other.last

    def child_at(self, place: int) -> Node | None:
        """Return the one of its children that holds the block at *place*, if any does."""
        return next((child for child in self.children if child.start <= place < child.end), None)

    def forget_prose(self) -> None:
        """Take the weight of what stands in it so far."""
        self.prose = 0
        for child in self.children:
            child.prose = 0


_PROSE = attrgetter("prose")


class Cut(NamedTuple):
    """A piece of furniture that was passed over."""

    holder: Node
    rule: str
    element: _Element


class Outline:
    """All blocks of a page, the elements around them, and the furniture that was passed over."""

    def __init__(self, body: _Element, blocks: list[Block]) -> None:
        self.root = Node(body, 0, 0)
        self.blocks = blocks
        self.cuts: list[Cut] = []
        self.containers: list[tuple[str, Node]] = []
        """What says that it holds the story, with the rule by which it does."""
        self._nodes = {body: self.root}

    def add(self, element: _Element, nature: Nature, around: Node) -> Node:
        """Return a new node for *element* of that *nature*, which stands in *around*."""
        node = self._nodes[element] = Node(element, len(self._nodes), len(self.blocks))
        node.is_marginal = around.is_marginal or nature.tag in MARGINAL_TAGS
        node.kind = nature.kind or around.kind
        return node

    def end(self, node: Node) -> None:
        """Give *node* its last block and the last node inside."""
        node.end = len(self.blocks)
        node.last = len(self._nodes) - 1

    def teasers_in(self, node: Node) -> list[Node]:
        """Return the outermost teasers in *node*."""
        found: list[Node] = []
        for other in self._nodes.values():
            if other.is_teaser and other.is_in(node) and not (found and other.is_in(found[-1])):
                found.append(other)
        return found

    def node_of(self, element: _Element) -> Node | None:
        """Return the node of *element*, or of the nearest element around it that breaks blocks."""
        around: _Element | None = element
        while around is not None:
            if around in self._nodes:
                return self._nodes[around]
            around = around.getparent()
        return None

    def right_above(self, element: _Element | None) -> list[Block]:
        """Return the block that stands right above *element* in the same parent, if one does."""
        parent = element.getparent() if element is not None else None
        node = self.node_of(element) if element is not None else None
        around = self.node_of(parent) if parent is not None else None
        if node is None or around is None or around.start == node.start:
            return []
        return self.blocks[node.start - 1 : node.start]

    def like(self, model: Node) -> Node | None:
        """Return the one node that stands here as *model* does on another page of the theme."""
        lineage = _lineage(model.element)
        alike = [node for element, node in self._nodes.items() if _lineage(element) == lineage]
        return alike[0] if len(alike) == 1 else None

    def densest_in(self, node: Node) -> Node:
        """Return *node*, or the innermost one in it whose children share its prose among them."""
        while True:
            heaviest = max(node.children, key=_PROSE, default=None)
            if (
                heaviest is None
                or heaviest.prose < DOMINANT_SHARE * node.prose
                or heaviest.is_single
                or (heaviest.prose < node.prose and _is_composed(heaviest.element))
            ):
                return node
            node = heaviest

    def beside(self, headline: _Element | None) -> Node:
        """Return the innermost node around *headline* that is not its header alone."""
        enough = HEADLINE_SHARE * self.root.prose
        lineage = headline.iterancestors() if headline is not None else ()
        nodes = filter(None, map(self._nodes.get, lineage))
        return next((node for node in nodes if node.prose >= enough), self.root)

    def around(self, start: int, end: int) -> Node:
        """Return the innermost node that holds the blocks from *start* to before *end*."""
        node = self.root
        while True:
            inner = next(
                (child for child in node.children if child.start <= start and end <= child.end),
                None,
            )
            if inner is None or inner.is_single:
                return node
            node = inner


def _is_composed(element: _Element) -> bool:
    """Tell whether WordPress's editor put *element* around blocks of a story, among others."""
    return not COMPOSED.isdisjoint((element.get("class") or "").split())


def _lineage(element: _Element) -> list[tuple[object, str | None]]:
    """Return tag and classes of *element* and of the elements around it, below the body."""
    lineage: list[tuple[object, str | None]] = []
    while element.tag != "body" and len(lineage) < LONGEST_LINEAGE:
        lineage.append((element.tag, element.get("class")))
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return lineage
