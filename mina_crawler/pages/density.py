"""Where a page's prose is: the weight of its text, element by element."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from mina_crawler.pages.blocks import BREAKING_TAGS, SILENT_TAGS
from mina_crawler.pages.furniture import name_furniture

if TYPE_CHECKING:
    from lxml.etree import _Element

MARGINAL_TAGS = frozenset({"aside", "footer"})
"""Prose in these is somebody else's."""

LIGHTEST_PARAGRAPH = 40
"""Characters outside links that make a paragraph prose and not a label."""

DOMINANT_SHARE = 0.72
"""An element that holds this much of its parent's prose is the place to look further."""


class Weight:
    """An element with the prose below it, in characters outside links."""

    __slots__ = ("children", "element", "links", "own", "total", "words")

    def __init__(self, element: _Element) -> None:
        self.element = element
        self.own = 0
        self.links = 0
        self.total = 0
        self.words: list[str] = []
        self.children: list[Weight] = []


class Paragraph(NamedTuple):
    """An element with the words that are its own and no inner block's."""

    element: _Element
    text: str


def weigh(body: _Element) -> tuple[Weight, list[Paragraph]]:
    """Weigh the prose below *body* in one walk; also return its paragraphs, in reading order."""
    root = Weight(body)
    stack = [root]
    paragraphs: list[Paragraph] = []
    in_link = 0
    skipped = None
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element is body:
                continue
            if element.tag in SILENT_TAGS or element.tag in MARGINAL_TAGS or name_furniture(element):
                skipped = element
                walk.skip_subtree()
                continue
            if element.tag in BREAKING_TAGS:
                stack.append(Weight(element))
            elif element.tag == "a":
                in_link += 1
            _add(stack[-1], element.text, in_link)
            continue
        if element is body:
            break
        if element is not skipped:
            if element.tag in BREAKING_TAGS:
                _close(stack, paragraphs)
            elif element.tag == "a":
                in_link -= 1
        _add(stack[-1], element.tail, in_link)
    root.total += root.own
    return root, paragraphs


def _add(weight: Weight, text: str | None, in_link: int) -> None:
    if text and not text.isspace():
        weight.words.append(text)
        if in_link:
            weight.links += len(text)
        else:
            weight.own += len(text)


def _close(stack: list[Weight], paragraphs: list[Paragraph]) -> None:
    weight = stack.pop()
    if weight.words:
        paragraphs.append(Paragraph(weight.element, "".join(weight.words)))
    if weight.own >= LIGHTEST_PARAGRAPH and weight.own >= weight.links:
        weight.total += weight.own
    if weight.total:
        stack[-1].total += weight.total
        stack[-1].children.append(weight)


def densest(root: Weight) -> Weight:
    """Return the element whose children share the page's prose among them."""
    weight = root
    while True:
        heaviest = max(weight.children, key=lambda child: child.total, default=None)
        if heaviest is None or heaviest.total < DOMINANT_SHARE * weight.total or not heaviest.children:
            return weight
        weight = heaviest
