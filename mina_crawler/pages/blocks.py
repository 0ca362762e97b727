"""From markup to blocks: the paragraphs, subheads, items, rows and pictures of a story, in reading order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin

from lxml import etree

from mina_crawler.pages.furniture import SILENT_TAGS, name_furniture
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
CAPTION_CLASSES = frozenset({"wp-caption-text", "wp-element-caption", "gallery-caption", "caption", "image-caption"})
BREAKING_TAGS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4"
    " h5 h6 header hr li main ol p pre section summary table tbody tfoot thead tr ul".split()
)
"""Elements before and after which a block ends."""

_ONE_LINE = re.compile(r"\s+").sub
CELL_TAGS = frozenset({"td", "th"})
IMAGE_ATTRIBUTES = ("data-lazy-src", "data-src", "data-original", "src")
"""Where a picture's address may stand; lazy loaders put a placeholder into ``src``."""


class Region(NamedTuple):
    """The blocks before, in and after the story's container, and what was cut from the container."""

    head: list[Block]
    story: list[Block]
    tail: list[Block]
    cuts: list[tuple[str, str]]
    """Rule and text."""


def read_region(scope: _Element, container: _Element, base_url: str) -> Region:
    """Read *scope*, which holds *container*, into blocks; addresses are made absolute with *base_url*."""
    reader = _BlockReader(base_url)
    reader.loose = True
    region = Region([], [], [], [])
    inside = False
    skipped = None
    walk = etree.iterwalk(scope, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if element is container:
                region.head.extend(reader.take())
                inside, reader.loose = True, False
            rule = None if element is container or element is scope else _skipping_rule(element)
            if rule is None:
                reader.start(element)
                continue
            if rule and inside and (text := fold(visible_text(element))):
                region.cuts.append((rule, text))
            skipped = element
            walk.skip_subtree()
        elif event == "end" and element is not skipped:
            reader.end(element)
            if element is container:
                region.story.extend(reader.take())
                inside, reader.loose = False, True
        if element is not scope and event != "start":
            reader.add(element.tail)
    region.tail.extend(reader.take())
    return region


def _skipping_rule(element: _Element) -> str | None:
    """Return the rule that cuts *element*, an empty one where it holds no words, else ``None``."""
    return "" if element.tag in SILENT_TAGS else name_furniture(element)


def visible_text(element: _Element) -> str:
    """Return the words below *element*, without those of scripts and styles."""
    return " ".join(text for text in _WORDS(element) if not text.isspace())


_WORDS = etree.XPath(
    ".//text()[not(parent::script or parent::style or parent::noscript or parent::template)]",
    smart_strings=False,
)


class _BlockReader:
    """Collects inline text until a block ends."""

    loose: bool
    """Whether inline elements are apart: a theme's labels are, the words of a story are not."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url
        self._blocks: list[Block] = []
        self._run: list[str] = []
        self._anchors: list[Anchor] = []
        self._link: tuple[str, int] | None = None
        self._kinds: list[tuple[_Element, str]] = []
        self._row: list[str] | None = None

    def take(self) -> list[Block]:
        """Return the blocks read so far, and begin anew."""
        self._flush()
        blocks, self._blocks = self._blocks, []
        return blocks

    def add(self, text: str | None) -> None:
        if text and not (text.isspace() and self._run and self._run[-1] == "\n"):
            self._run.append(text)

    def start(self, element: _Element) -> None:
        tag = element.tag
        if tag in BREAKING_TAGS:
            self._flush()
            self._enter(element)
        elif tag == "br":
            self._break()
        elif tag == "a":
            self._link = (element.get("href") or "", len(self._run))
        elif tag == "img":
            self._add_picture(element)
        elif tag in CELL_TAGS:
            self._flush()
        elif self.loose:
            self._run.append(" ")
        self.add(element.text)

    def end(self, element: _Element) -> None:
        tag = element.tag
        if tag == "a":
            self._close_link()
            self._link = None
        elif tag in CELL_TAGS:
            self._flush()
        elif tag in BREAKING_TAGS:
            self._flush()
            if tag == "tr":
                self._end_row()
            elif self._kinds and self._kinds[-1][0] is element:
                self._kinds.pop()

    def _enter(self, element: _Element) -> None:
        if element.tag == "tr":
            self._row = []
            return
        kind = KIND_OF_TAG.get(element.tag)
        if kind is None and not CAPTION_CLASSES.isdisjoint((element.get("class") or "").split()):
            kind = "caption"
        if kind:
            self._kinds.append((element, kind))

    def _break(self) -> None:
        """Fold one ``<br>`` into a newline; two in a row end the paragraph."""
        if self._run and self._run[-1] == "\n":
            self._flush()
        else:
            self._run.append("\n")

    def _flush(self) -> None:
        self._close_link()
        if self._run:
            text = fold("".join(part if part == "\n" else _ONE_LINE(" ", part) for part in self._run))
            if text:
                self._emit(text)
            self._run.clear()
        self._anchors.clear()
        if self._link:
            self._link = (self._link[0], 0)

    def _emit(self, text: str) -> None:
        if self._row is not None:
            self._row.append(text)
            return
        kind = self._kinds[-1][1] if self._kinds else "p"
        self._blocks.append(Block(kind, text, tuple(self._anchors)))

    def _end_row(self) -> None:
        """A row of one cell is layout, not a table."""
        row, self._row = self._row or [], None
        if row:
            self._blocks.append(Block("row" if len(row) > 1 else "p", " | ".join(row)))

    def _close_link(self) -> None:
        if self._link:
            href, start = self._link
            text = fold("".join(self._run[start:]))
            if text:
                self._anchors.append(Anchor(text, self._absolute(href)))

    def _add_picture(self, element: _Element) -> None:
        for name in IMAGE_ATTRIBUTES:
            url = (element.get(name) or "").strip()
            if url and not url.startswith("data:"):
                break
        else:
            return
        if not _is_ornament(element):
            self._blocks.append(Block("picture", canonical_image(self._absolute(url))))

    def _absolute(self, url: str) -> str:
        try:
            return urljoin(self._base_url, url.strip())
        except ValueError:  # "http://[": not an address at all
            return ""


def _is_ornament(image: _Element) -> bool:
    """Tell whether *image* is an emoji, a smiley or a counting pixel."""
    classes = image.get("class") or ""
    return "emoji" in classes or "wp-smiley" in classes or image.get("width") in {"0", "1"} or image.get("height") in {"0", "1"}
