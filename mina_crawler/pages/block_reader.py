"""From markup to blocks: paragraphs, subheads, items, quotations, rows, captions and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from mina_crawler.pages.pictures import (
    IMAGE_TAGS,
    is_advert,
    is_ornament,
    others_of,
    source_of,
)
from mina_crawler.parsing.blocks import Anchor, Block
from mina_crawler.parsing.text import fold, fold_line
from mina_crawler.parsing.urls import absolute_url, canonical_image, original_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from mina_crawler.pages.natures import Nature
    from mina_crawler.pages.outline import Node

LIGHTEST_PARAGRAPH = 40
"""Characters outside links that make a block prose and not a label."""

LONGEST_LABEL = 240
"""Characters of a line that can be a theme's label."""

SENTENCE_ENDS = (".", "!", "?", "”", "؟")

_UNSPOKEN_TAGS = frozenset({"script", "style", "noscript", "template"})
_WORDS = etree.XPath(
    "descendant::text()"
    "[not(parent::script or parent::style or parent::noscript or parent::template)]",
    smart_strings=False,
)
_BREAK = "\x1e"
"""Stands in a run for a ``<br>``; the newlines of the source are mere spaces."""

_SEAM = "\x1f"
"""Stands in a run where an inline element begins or ends; white space to Python."""


def visible_text(element: _Element) -> str:
    """Return the words below *element*, without those of scripts and styles."""
    if not len(element) and element.tag not in _UNSPOKEN_TAGS:
        text = element.text or ""
        return "" if text.isspace() else text
    has_unspoken = next(element.iter(*_UNSPOKEN_TAGS), None) is not None
    texts = _WORDS(element) if has_unspoken else element.itertext()
    return " ".join([text for text in texts if not text.isspace()])


class BlockReader:
    """Collects inline text until a block ends; fed with the events of a walk over the page."""

    def __init__(self, base_url: str, blocks: list[Block], holder: Node) -> None:
        self.holder = holder
        """The innermost node around what is read: it says a block's kind, and gets its weight."""
        self._blocks = blocks
        self._base_url = base_url
        self.run: list[str] = []
        self._anchors: list[Anchor] = []
        self._link: tuple[str, int] | None = None
        self._row: list[Block] | None = None
        self._cells = 0

    def add(self, text: str) -> None:
        """Take the text that follows a tag."""
        run = self.run
        if not text.isspace() or (run and run[-1] != _BREAK):
            run.append(text)

    def put_leaf(self, element: _Element, nature: Nature) -> None:
        """Take a whole element that breaks blocks and holds nothing but words."""
        text = element.text or ""
        if self.run:
            self.end_block()
        if nature.is_row:
            self.open_row(nature.tag)
        kind = nature.kind or self.holder.kind
        if self._link or _SEAM in text or _BREAK in text:
            self.add(text)
            self.end_block(kind)
        elif words := fold_line(text):
            self._put(Block(kind, words))
        if nature.tag == "tr":
            self.end_row()

    def put_inlaid_leaf(self, element: _Element, nature: Nature) -> None:
        """Take a whole element that stands inside a block and holds nothing but words."""
        text = element.text or ""
        if nature.tag == "a":
            self._link = None
            if words := _folded(text):
                self._anchors.append(Anchor(words, element.get("href", "")))
        self.run.append(f"{_SEAM}{text}{_SEAM}" if text else _SEAM)

    def start(self, element: _Element, tag: str) -> None:
        """Enter *element*, which stands inside a block."""
        if tag == "br":
            self._break()
        elif tag in IMAGE_TAGS:
            self._add_picture(element)
        else:
            if tag == "a":
                self._link = (element.get("href", ""), len(self.run))
            self.run.append(_SEAM)

    def end(self, tag: str) -> None:
        """Leave an element that stands inside a block."""
        if tag == "a":
            self._close_link()
            self._link = None
        if tag != "br":
            self.run.append(_SEAM)

    def end_block(self, kind: str = "") -> None:
        """End the block that is being read, of *kind* or of what stands in its holder."""
        if self._link:
            self._close_link()
            self._link = (self._link[0], 0)
        words = "".join(self.run).strip()  # seams and breaks around all of it are white space, too
        if self._anchors or _SEAM in words or _BREAK in words:
            self._put_inlaid(words, kind or self.holder.kind)
        elif text := fold_line(words):
            self._put(Block(kind or self.holder.kind, text))
        self.run.clear()

    def _put_inlaid(self, words: str, kind: str) -> None:
        """Put down the block of *kind* and *words* with inline elements among them."""
        is_link = len(self.run) == 1 and len(self._anchors) == 1
        text = self._anchors[0].text if is_link else _folded(words)
        if text:
            has_label = len(text) <= LONGEST_LABEL and _SEAM in words
            label = _folded(words, seam=" ") if has_label else text
            seams = "" if label == text else label
            self._put(Block(kind, text, tuple(self._anchors), seams))
        self._anchors.clear()

    def _break(self) -> None:
        """Take one ``<br>`` for a new line; two in a row end the paragraph."""
        last = next((part for part in reversed(self.run) if part != _SEAM), "")
        if last == _BREAK:
            self.end_block()
        else:
            self.run.append(_BREAK)

    def _put(self, block: Block) -> None:
        if self._row is None:
            self._blocks.append(block)
            if len(block.text) >= LIGHTEST_PARAGRAPH:
                self.holder.prose += _prose(block)
        else:
            self._row.append(block)

    def open_row(self, tag: str) -> None:
        """Enter a table's row, or a cell of one."""
        if tag == "tr":
            self.end_row()
            self._row = []
        else:
            self._cells += 1

    def end_row(self) -> None:
        """End a table's row; one with more blocks than cells is layout, no table."""
        row, cells = self._row or [], self._cells
        self._row, self._cells = None, 0
        words = [block for block in row if block.kind != "picture"]
        if 1 < len(words) <= cells:
            pictures = [block for block in row if block.kind == "picture"]
            row = [*pictures, Block("row", " | ".join([block.text for block in words]))]
        for block in row:
            self._put(block)

    def _close_link(self) -> None:
        if self._link:
            href, start = self._link
            text = _folded("".join(self.run[start:]))
            if text:
                self._anchors.append(Anchor(text, href))

    def _add_picture(self, element: _Element) -> None:
        url = source_of(element)
        if url and not is_ornament(element):
            href = self._link[0] if self._link else ""
            others = (absolute_url(one, self._base_url) for one in others_of(element, href))
            address = original_of(canonical_image(absolute_url(url, self._base_url)), others)
            if not is_advert(href, self._base_url):
                blocks = self._blocks if self._row is None else self._row
                blocks.append(Block("picture", address, (Anchor("", href),) if href else ()))


def _folded(words: str, seam: str = "") -> str:
    """Return the *words* of a run, folded, with *seam* for each of its seams."""
    text = words.replace(_SEAM, seam)
    return fold(_with_newlines(text)) if _BREAK in text else fold_line(text)


def _with_newlines(words: str) -> str:
    """Return the *words* of a run with a newline for each ``<br>``, and for nothing else."""
    return words.replace("\n", " ").replace(_BREAK, "\n")


def is_prose(block: Block) -> bool:
    """Tell whether *block* is prose and no picture, link or label."""
    return block.kind != "picture" and _prose(block) > 0


def _prose(block: Block) -> int:
    """Return how many characters of *block* stand outside links; none in a label."""
    linked = 0
    for anchor in block.anchors:
        linked += len(anchor.text)
    told = len(block.text) - linked
    return told if told >= LIGHTEST_PARAGRAPH and told >= linked else 0
