"""From markup to blocks: paragraphs, subheads, items, quotations, rows, captions and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree

from mina_crawler.parsing.blocks import Anchor, Block
from mina_crawler.parsing.text import fold
from mina_crawler.parsing.urls import canonical_image

if TYPE_CHECKING:
    from lxml.etree import _Element

KIND_OF_TAG = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "h"),
    "li": "li",
    "blockquote": "quote",
    "figcaption": "caption",
}
CAPTION_CLASSES = frozenset(
    {"wp-caption-text", "wp-element-caption", "gallery-caption", "caption", "image-caption"}
)
CELL_TAGS = frozenset({"td", "th"})
BREAKING_TAGS = CELL_TAGS | {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
}  # fmt: skip
"""Elements before and after which a block ends."""

IMAGE_TAGS = frozenset({"img", "amp-img"})
IMAGE_ATTRIBUTES = ("data-lazy-src", "data-src", "data-original", "src")
"""Where a picture's address may stand; lazy loaders put a placeholder into ``src``."""

LONGEST_LABEL = 240
"""Characters of a line that can be a theme's label."""

_ORNAMENTS = ("emoji", "wp-smiley", "avatar")
_WORDS = etree.XPath(
    ".//text()[not(parent::script or parent::style or parent::noscript or parent::template)]",
    smart_strings=False,
)
_BREAK = "\x1e"
"""Stands in a run for a ``<br>``; the newlines of the source are mere spaces."""

_SEAM = "\x1f"
"""Stands in a run where an inline element begins or ends."""


def visible_text(element: _Element) -> str:
    """Return the words below *element*, without those of scripts and styles."""
    return " ".join(text for text in _WORDS(element) if not text.isspace())


class BlockReader:
    """Collects inline text until a block ends; fed with the events of a walk over the page."""

    def __init__(self, base_url: str) -> None:
        self.blocks: list[Block] = []
        self._base_url = base_url
        self._run: list[str] = []
        self._anchors: list[Anchor] = []
        self._link: tuple[str, int] | None = None
        self._kinds: list[tuple[_Element, str]] = []
        self._row: list[Block] | None = None
        self._cells = 0

    def add(self, text: str | None) -> None:
        """Take the text that follows a tag."""
        if text and not ((not self._run or self._run[-1] == _BREAK) and text.isspace()):
            self._run.append(text)

    def open(self, element: _Element, tag: str) -> None:
        """Enter *element*, which breaks blocks: the one before it ends."""
        self.flush()
        if tag == "tr":
            self._end_row()
            self._row = []
        elif tag in CELL_TAGS:
            self._cells += 1
        elif kind := KIND_OF_TAG.get(tag) or _caption_kind(element):
            self._kinds.append((element, kind))
        self.add(element.text)

    def close(self, element: _Element, tag: str) -> None:
        """Leave *element*, which breaks blocks."""
        self.flush()
        if tag == "tr":
            self._end_row()
        elif self._kinds and self._kinds[-1][0] is element:
            self._kinds.pop()

    def start(self, element: _Element, tag: str) -> None:
        """Enter *element*, which stands inside a block."""
        if tag == "br":
            self._break()
        elif tag in IMAGE_TAGS:
            self._add_picture(element)
        else:
            if tag == "a":
                self._link = (element.get("href") or "", len(self._run))
            self._run.append(_SEAM)
        self.add(element.text)

    def end(self, tag: str) -> None:
        """Leave an element that stands inside a block."""
        if tag == "a":
            self._close_link()
            self._link = None
            self._run.append(_SEAM)
        elif tag != "br":
            self._run.append(_SEAM)

    def flush(self) -> None:
        """End the block that is being read."""
        if not self._run:
            return
        self._close_link()
        text = _joined(self._run, "")
        if text:
            self._emit(text)
        self._run.clear()
        self._anchors.clear()
        if self._link:
            self._link = (self._link[0], 0)

    def _break(self) -> None:
        """Take one ``<br>`` for a new line; two in a row end the paragraph."""
        last = next((part for part in reversed(self._run) if part != _SEAM), "")
        if last == _BREAK:
            self.flush()
        else:
            self._run.append(_BREAK)

    def _emit(self, text: str) -> None:
        label = (
            _joined(self._run, " ") if len(text) <= LONGEST_LABEL and _SEAM in self._run else text
        )
        kind = self._kinds[-1][1] if self._kinds else "p"
        blocks = self.blocks if self._row is None else self._row
        blocks.append(Block(kind, text, tuple(self._anchors), label))

    def _end_row(self) -> None:
        """End a table's row; one with more blocks than cells is layout, no table."""
        row, cells = self._row or [], self._cells
        self._row, self._cells = None, 0
        if 1 < len(row) <= cells:
            text = " | ".join([block.text for block in row])
            row = [Block("row", text, (), text)]
        self.blocks += row

    def _close_link(self) -> None:
        if self._link:
            href, start = self._link
            text = _joined(self._run[start:], "")
            if text:
                self._anchors.append(Anchor(text, self._absolute(href)))

    def _add_picture(self, element: _Element) -> None:
        url = next((url for name in IMAGE_ATTRIBUTES if (url := _address(element, name))), "")
        if url and not _is_ornament(element):
            address = canonical_image(self._absolute(url))
            self.blocks.append(Block("picture", address, (), address))

    def _absolute(self, url: str) -> str:
        if url.startswith(("http://", "https://")):
            return url.strip()
        try:
            return urljoin(self._base_url, url.strip())
        except ValueError:  # "http://[": not an address at all
            return ""


def _joined(run: list[str], seam: str) -> str:
    """Return the words of *run* with *seam* where inline elements meet."""
    text = "".join(run).replace(_SEAM, seam)
    if _BREAK in text:
        return fold(text.replace("\n", " ").replace(_BREAK, "\n"))
    return fold(" ".join(text.split()))


def _caption_kind(element: _Element) -> str | None:
    """Return the kind of what WordPress marks up as a caption by its class alone."""
    classes = element.get("class")
    is_caption = classes and not CAPTION_CLASSES.isdisjoint(classes.split())
    return "caption" if is_caption else None


def _address(image: _Element, attribute: str) -> str:
    url = (image.get(attribute) or "").strip()
    return "" if url.startswith("data:") else url


def _is_ornament(image: _Element) -> bool:
    """Tell whether *image* is an emoji, a smiley, somebody's face or a counting pixel."""
    classes = image.get("class") or ""
    sizes = {image.get("width"), image.get("height")}
    return any(name in classes for name in _ORNAMENTS) or not sizes.isdisjoint({"0", "1"})
