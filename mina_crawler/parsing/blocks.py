"""The pieces a story is made of, between the page that holds them and the text they become."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Anchor:
    """A link inside a block: the words it covers, and its address as the page gives it."""

    text: str
    url: str


@dataclass(slots=True)
class Block:
    """One paragraph, subhead, list item, quotation or table row, in reading order."""

    kind: str
    """p, h (subhead), li, quote, row (cells joined by ``|``), caption or picture (its address)."""
    text: str
    """Spaces folded; a ``<br>`` is a newline; never empty."""
    anchors: tuple[Anchor, ...] = ()
    """The links inside, in order."""
    seams: str = ""
    """The text with a space wherever an inline element begins or ends; empty where it has them."""

    @property
    def label(self) -> str:
        """The text with its seams as spaces: a theme sets its labels apart by style alone."""
        return self.seams or self.text

    @property
    def is_link(self) -> bool:
        """Tell whether links cover every word of the block."""
        words = "".join([anchor.text for anchor in self.anchors])
        if not words or words == self.text:
            return bool(words)
        return words.replace(" ", "") == "".join(self.text.split())
