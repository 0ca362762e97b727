"""The one walk over a page that makes its outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.block_reader import LIGHTEST_PARAGRAPH, BlockReader
from mina_crawler.pages.natures import Nature, nature_of
from mina_crawler.pages.outline import Cut, Outline

if TYPE_CHECKING:
    from lxml.etree import _Element

    from mina_crawler.parsing.blocks import Block

LONGEST_TEASER = 6
"""Blocks that announce another article: picture, label, linked headline, date, excerpt, *more*."""

FEWEST_TITLE_SPACES = 2
"""Fewer are in the name of a category or an author."""


def read_outline(body: _Element, base_url: str, headline: _Element | None = None) -> Outline:
    """Walk *body* once; addresses of pictures are made absolute with *base_url*.

    Furniture is passed over, but for what is around *headline*; prose above that has no weight.
    """
    reader = _OutlineReader(body, base_url, headline)
    walk = etree.iterwalk(body, events=("start", "end"))
    next(walk)
    for event, element in walk:
        if event == "start":
            if not reader.enter(element):
                walk.skip_subtree()
        elif element is not body:
            reader.leave(element)
    return reader.finish()


class _OutlineReader:
    """Tells the reader of blocks of each element, and keeps the nodes of those that hold some."""

    def __init__(self, body: _Element, base_url: str, headline: _Element | None) -> None:
        self._reader = BlockReader(base_url)
        self._outline = Outline(body, self._reader.blocks)
        self._headline = headline
        self._keep = frozenset(headline.iterancestors() if headline is not None else ())
        self._holders = [self._outline.root]
        """The nodes that the walk is in, the innermost last."""
        self._opened: list[Nature | None] = []
        """The elements that it is in, ``None`` for one that is passed over."""
        if body.text:
            self._reader.add(body.text)

    def enter(self, element: _Element) -> bool:
        """Take the start of *element*; tell whether to look inside."""
        nature = nature_of(element)
        if nature.rule is not None and element not in self._keep:
            self._opened.append(None)
            if nature.rule:
                self._outline.cuts.append(Cut(self._holders[-1], nature.rule, element))
            return False
        self._opened.append(nature)
        if nature.breaks:
            self._reader.open(nature)
            self._weigh()
            self._holders.append(self._outline.add(element, nature.tag, self._holders[-1]))
        else:
            self._reader.start(element, nature.tag)
        if nature.container:
            self._outline.containers.append((nature.container, self._holders[-1]))
        if text := element.text:
            self._reader.add(text)
        return True

    def leave(self, element: _Element) -> None:
        """Take the end of *element*, and the text behind it."""
        nature = self._opened.pop()
        if nature and nature.breaks:
            self._reader.close(nature)
            self._close()
            if element is self._headline and nature.tag == "h1":
                self._forget_prose_above()
        elif nature:
            self._reader.end(nature.tag)
        if text := element.tail:
            self._reader.add(text)

    def finish(self) -> Outline:
        """End the last block; return the outline."""
        self._reader.finish()
        self._weigh()
        self._outline.end(self._outline.root)
        return self._outline

    def _close(self) -> None:
        """End the innermost node, and add it with its prose to the one around it."""
        self._weigh()
        node = self._holders.pop()
        self._outline.end(node)
        if node.start == node.end:
            return
        around = self._holders[-1]
        around.children.append(node)
        if 1 < node.end - node.start <= LONGEST_TEASER and node.element not in self._keep:
            node.is_teaser = _is_teaser(self._outline.blocks[node.start : node.end])
        if node.is_marginal or node.is_teaser:
            node.prose = 0
        around.prose += node.prose

    def _weigh(self) -> None:
        """Give the innermost node the prose that has been read in it."""
        self._holders[-1].prose += self._reader.prose
        self._reader.prose = 0

    def _forget_prose_above(self) -> None:
        for holder in self._holders:
            holder.forget_prose()


def _is_teaser(blocks: list[Block]) -> bool:
    """Tell whether *blocks* are a linked headline with one paragraph about it and labels."""
    words = [block for block in blocks if block.kind != "picture"]
    first = next((block for block in words if block.text.count(" ") >= FEWEST_TITLE_SPACES), None)
    if first is None or not first.is_link:
        return False
    return sum(len(block.text) >= LIGHTEST_PARAGRAPH for block in words if not block.is_link) == 1
