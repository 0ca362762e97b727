"""The one walk over a page that makes its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.pages.block_reader import LIGHTEST_PARAGRAPH, BlockReader
from mina_crawler.pages.natures import KIND_OF_TAG, nature_of
from mina_crawler.pages.outline import Cut, Outline
from mina_crawler.parsing.listed import RECOMMENDATIONS
from mina_crawler.parsing.read_also import is_read_also_heading

if TYPE_CHECKING:
    from lxml.etree import _Element

    from mina_crawler.pages.natures import Nature
    from mina_crawler.pages.outline import Node
    from mina_crawler.parsing.blocks import Block

LONGEST_TEASER = 6
"""Blocks that announce another article: picture, label, linked headline, date, excerpt, *more*."""

FEWEST_TITLE_SPACES = 2
"""Fewer are in the name of a category or an author."""


def read_outline(
    body: _Element,
    base_url: str,
    headline: _Element | None = None,
    other: _Element | None = None,
) -> Outline:
    """Walk *body* once; addresses of pictures are made absolute with *base_url*.

    Furniture is passed over, but for what is around *headline*; prose above that has no weight.
    *other* opens another article: it and its later siblings are passed over, too.
    """
    walk = _Walk(body, base_url, headline, other)
    walk.read()
    return walk.outline


class _Walk:
    """Tells the reader of blocks of each element, and makes nodes of those that break blocks.

    It goes down by recursion: the parser makes no tree deeper than Python's stack.
    """

    def __init__(
        self,
        body: _Element,
        base_url: str,
        headline: _Element | None,
        other: _Element | None,
    ) -> None:
        blocks: list[Block] = []
        self.outline = Outline(body, blocks)
        self._reader = BlockReader(base_url, blocks, self.outline.root)
        self._headline = headline
        self._other = other
        self._keep = frozenset(headline.iterancestors() if headline is not None else ())

    def read(self) -> None:
        """Read the whole page."""
        root = self.outline.root
        self._inside(root.element, root)
        if self._reader.run:
            self._reader.end_block()
        self.outline.end(root)

    def _inside(self, element: _Element, around: Node) -> None:
        """Read what stands in *element*, whose innermost node is *around*: elements, and texts."""
        reader = self._reader
        if (text := element.text) and (reader.run or not text.isspace()):
            reader.add(text)
        for child in element:
            if child is self._other:
                break
            nature = nature_of(child)
            if nature.is_plain and not len(child) and child is not self._headline:
                put = reader.put_leaf if nature.breaks else reader.put_inlaid_leaf
                put(child, nature)
            else:
                self._child(child, nature, around)
            if (text := child.tail) and (reader.run or not text.isspace()):
                reader.add(text)

    def _child(self, element: _Element, nature: Nature, around: Node) -> None:
        """Read *element*, or pass it over."""
        rule = nature.rule
        if nature.kind == "h" and element is not self._headline and _heads_cut_list(element):
            rule = RECOMMENDATIONS
        if rule == "button" and KIND_OF_TAG.get(str(around.element.tag)) == "h":
            rule = None  # it opens and shuts what the heading stands above
        if rule is not None and element not in self._keep:
            if rule:
                self.outline.cuts.append(Cut(around, rule, element))
        elif nature.breaks:
            self._block(element, nature, around)
        else:
            self._inline(element, nature, around)

    def _inline(self, element: _Element, nature: Nature, around: Node) -> None:
        """Read an element that stands inside a block."""
        if nature.container:
            self.outline.containers.append((nature.container, around))
        self._reader.start(element, nature.tag)
        self._inside(element, around)
        self._reader.end(nature.tag)

    def _block(self, element: _Element, nature: Nature, around: Node) -> None:
        """Read an element before and after which a block ends."""
        reader, outline = self._reader, self.outline
        if reader.run:
            reader.end_block()
        if nature.is_row:
            reader.open_row(nature.tag)
        node = reader.holder = outline.add(element, nature, around)
        if nature.container:
            outline.containers.append((nature.container, node))
        self._inside(element, node)
        if reader.run:
            reader.end_block()
        if nature.tag == "tr":
            reader.end_row()
        reader.holder = around
        outline.end(node)
        if node.start < node.end:
            self._weigh(node, around)
        if element is self._headline and nature.tag == "h1":
            self._forget_prose_above()

    def _weigh(self, node: Node, around: Node) -> None:
        """Add *node* with its prose to the one around it."""
        around.children.append(node)
        if 1 < node.end - node.start <= LONGEST_TEASER and node.element not in self._keep:
            node.is_teaser = self._is_teaser(node, around)
        if node.is_marginal or node.is_teaser:
            node.prose = 0
        around.prose += node.prose

    def _is_teaser(self, node: Node, around: Node) -> bool:
        """Tell whether *node* is a linked headline with one paragraph about it and labels.

        An article of its own may do without the paragraph, but under a read-also heading.
        """
        blocks = self.outline.blocks[node.start : node.end]
        if not _opens_linked(blocks):
            return False
        paragraphs = _count_paragraphs(blocks)
        is_bare = not paragraphs and node.element.tag == "article"
        return paragraphs == 1 or (is_bare and not self._is_read_also(node, around))

    def _is_read_also(self, card: Node, around: Node) -> bool:
        """Tell whether *card*, the last node in *around* so far, is listed under such a heading."""
        before = around.children[-2] if len(around.children) > 1 else None
        if before and before.end == card.start and before.element.tag == "article":
            return not before.is_teaser
        above = self.outline.blocks[card.start - 1 : card.start]
        return any(is_read_also_heading(block.text) for block in above)

    def _forget_prose_above(self) -> None:
        for node in filter(None, map(self.outline.node_of, self._keep)):
            node.forget_prose()


def _heads_cut_list(heading: _Element) -> bool:
    """Tell whether *heading* announces nothing but recommendations that are cut by their class.

    Prose behind them may be what it announces.
    """
    following = heading.getnext()
    if following is None or nature_of(following).rule != RECOMMENDATIONS:
        return False
    behind = following.getnext()
    return behind is None or nature_of(behind).kind == "h"


def _opens_linked(blocks: list[Block]) -> bool:
    """Tell whether the first of *blocks* with more than a label's words is a link."""
    for block in blocks:
        if block.kind != "picture" and block.text.count(" ") >= FEWEST_TITLE_SPACES:
            return bool(block.anchors) and block.is_link
    return False


def _count_paragraphs(blocks: list[Block]) -> int:
    """Return how many of *blocks* are as long as a paragraph, links and pictures aside."""
    long = [block for block in blocks if len(block.text) >= LIGHTEST_PARAGRAPH]
    return sum(block.kind != "picture" and not block.is_link for block in long)
