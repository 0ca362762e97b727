"""The outline of a page, from one walk over it: its blocks in reading order, and who holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from mina_crawler.pages.block_reader import BREAKING_TAGS, BlockReader
from mina_crawler.pages.furniture import SILENT_TAGS, name_furniture

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

    from mina_crawler.parsing.blocks import Block

MARGINAL_TAGS = frozenset({"aside", "footer"})
"""Prose in these is somebody else's."""

LIGHTEST_PARAGRAPH = 40
"""Characters outside links that make a block prose and not a label."""

DOMINANT_SHARE = 0.72
"""An element that holds this much of its parent's prose is the place to look further."""

LONGEST_TEASER = 6
"""Blocks that announce another article: picture, label, linked headline, date, excerpt, *more*."""

FEWEST_TITLE_SPACES = 2
"""Fewer are in the name of a category or an author."""

LONGEST_LINEAGE = 4
"""Elements by whose tags and classes a place is known again on another page."""


class Node:
    """An element that can hold a story: which of the page's blocks are its, and how much prose."""

    __slots__ = ("children", "element", "end", "marginal", "parent", "prose", "start", "teaser")

    def __init__(self, element: _Element, parent: Node | None, start: int) -> None:
        self.element = element
        self.parent = parent
        self.start = start
        self.end = start
        self.prose = 0
        """Characters outside links, in blocks that are prose."""
        self.marginal: bool = element.tag in MARGINAL_TAGS or (
            parent is not None and parent.marginal
        )
        self.teaser = False
        """Whether it announces another article: a linked headline, and a few words about it."""
        self.children: list[Node] = []

    @property
    def is_single(self) -> bool:
        """Tell whether it holds one block at most: a paragraph, and no story."""
        return self.end - self.start < 2

    def is_in(self, other: Node) -> bool:
        """Tell whether this node is *other* or inside it."""
        node: Node | None = self
        while node is not None and node is not other:
            node = node.parent
        return node is other


class Cut(NamedTuple):
    """A piece of furniture that was passed over."""

    holder: Node
    rule: str
    element: _Element


class Outline:
    """All blocks of a page, the elements around them, and the furniture that was passed over."""

    def __init__(
        self, root: Node, blocks: list[Block], cuts: list[Cut], nodes: dict[_Element, Node]
    ) -> None:
        self.root = root
        self.blocks = blocks
        self.cuts = cuts
        self._nodes = nodes

    def teasers_in(self, node: Node) -> list[Node]:
        """Return the outermost teasers in *node*."""
        found = [other for other in self._nodes.values() if other.teaser and other.is_in(node)]
        return [other for other in found if other.parent is None or not other.parent.teaser]

    def node_of(self, element: _Element) -> Node | None:
        """Return the node of *element*, or of the nearest element around it that breaks blocks."""
        around: _Element | None = element
        while around is not None:
            if around in self._nodes:
                return self._nodes[around]
            around = around.getparent()
        return None

    def like(self, model: Node) -> Node | None:
        """Return the one node that stands here as *model* does on another page of the theme."""
        lineage = _lineage(model.element)
        alike = [node for element, node in self._nodes.items() if _lineage(element) == lineage]
        return alike[0] if len(alike) == 1 else None

    def densest(self) -> Node:
        """Return the innermost node whose children share the page's prose among them."""
        node = self.root
        while True:
            heaviest = max(node.children, key=lambda child: child.prose, default=None)
            if (
                heaviest is None
                or heaviest.prose < DOMINANT_SHARE * node.prose
                or heaviest.is_single
            ):
                return node
            node = heaviest

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


def read_outline(body: _Element, base_url: str, headline: _Element | None = None) -> Outline:
    """Walk *body* once; addresses are made absolute with *base_url*.

    Furniture is passed over, but for what is around *headline*; prose above that has no weight.
    """
    reader = BlockReader(base_url)
    keep = {body, *(headline.iterancestors() if headline is not None else ())}
    node = root = Node(body, None, 0)
    nodes = {body: root}
    cuts: list[Cut] = []
    skipped = None
    walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start":
            rule = _passing_rule(element, tag, keep)
            if rule is not None:
                skipped = element
                walk.skip_subtree()
                if rule:
                    cuts.append(Cut(node, rule, element))
                continue
            if tag in BREAKING_TAGS:
                reader.open(element, tag)
                node = nodes.get(element) or Node(element, node, len(reader.blocks))
                nodes[element] = node
            else:
                reader.start(element, tag)
            continue
        if event == "end" and element is not skipped:
            if tag in BREAKING_TAGS:
                reader.close(element, tag)
                node = _close(node, reader.blocks, may_tease=element not in keep)
                _forget_prose_above(headline, element, node)
            else:
                reader.end(tag)
        reader.add(element.tail)
    reader.flush()
    return Outline(root, reader.blocks, cuts, nodes)


def _passing_rule(element: _Element, tag: str, keep: Collection[_Element]) -> str | None:
    """Return the rule by which *element* is passed over; empty where it holds no words."""
    if element in keep:
        return None
    return "" if tag in SILENT_TAGS else name_furniture(element)


def _close(node: Node, blocks: list[Block], *, may_tease: bool) -> Node:
    """Give *node* its last block and the prose of all its blocks; return the node around it."""
    node.end = len(blocks)
    if node.start < node.end:
        node.teaser = (
            may_tease
            and 1 < node.end - node.start <= LONGEST_TEASER
            and _is_teaser(blocks[node.start : node.end])
        )
        if not (node.marginal or node.teaser):
            node.prose = _prose_of(node, blocks)
        if node.parent:
            node.parent.children.append(node)
    return node.parent or node


def _forget_prose_above(headline: _Element | None, element: _Element, node: Node) -> None:
    """Take the weight of all that stands before *element* if that is *headline*, in *node*."""
    around = node if element is headline and element.tag == "h1" else None
    while around is not None:
        for child in around.children:
            child.prose = 0
        around = around.parent


def _prose_of(node: Node, blocks: list[Block]) -> int:
    """Return the prose of the children of *node*, and of the blocks between them."""
    total, place = 0, node.start
    for child in node.children:
        total += child.prose + _prose(blocks[place : child.start])
        place = child.end
    return total + _prose(blocks[place : node.end])


def _is_teaser(blocks: list[Block]) -> bool:
    """Tell whether *blocks* are a linked headline with one paragraph about it and labels."""
    words = [block for block in blocks if block.kind != "picture"]
    first = next((block for block in words if block.text.count(" ") >= FEWEST_TITLE_SPACES), None)
    if first is None or not first.is_link:
        return False
    return sum(len(block.text) >= LIGHTEST_PARAGRAPH for block in words if not block.is_link) == 1


def _prose(blocks: list[Block]) -> int:
    """Return how many characters of *blocks* stand outside links, in those that are no labels."""
    total = 0
    for block in blocks:
        linked = sum([len(anchor.text) for anchor in block.anchors])
        length = len(block.text) - linked
        if length >= LIGHTEST_PARAGRAPH and length >= linked and block.kind != "picture":
            total += length
    return total


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
