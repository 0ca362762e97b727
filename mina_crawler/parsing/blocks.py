"""The pieces a story is made of, between the page that holds them and the text they become."""

from __future__ import annotations

from typing import NamedTuple

from mina_crawler.parsing.text import fold


class Anchor(NamedTuple):
    """A link inside a block: the words it covers, and its address as the page gives it."""

    text: str
    url: str


class Block(NamedTuple):
    """One paragraph, subhead, list item, quotation or table row, in reading order."""

    kind: str
    """p, h (subhead), li, quote, row (cells joined by ``|``), caption or picture (its address)."""
    text: str
    """Spaces folded; a ``<br>`` is a newline; never empty."""
    anchors: tuple[Anchor, ...] = ()
    """The links inside, in order."""
    seams: str = ""
    """The words with white space wherever an inline element begins or ends; empty where none does.

    A newline is one; other spaces are not folded yet.
    """

    @property
    def label(self) -> str:
        """The text with its seams as spaces: a theme sets its labels apart by style alone."""
        return fold(self.seams) if self.seams else self.text

    @property
    def is_link(self) -> bool:
        """Tell whether links cover every word of the block."""
        words = "".join(anchor.text for anchor in self.anchors)
        return bool(words) and words.replace(" ", "") == "".join(self.text.split())
