"""The pieces a story is made of, between the page that holds them and the text they become."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, frozen=True)
class Anchor:
    """A link inside a block: the words it covers, and its absolute address."""

    text: str
    url: str


@dataclass(slots=True, frozen=True)
class Block:
    """One paragraph, subhead, list item, quotation or table row, in reading order."""

    kind: str
    """``p``, ``h`` (subhead), ``li``, ``quote``, ``row`` (cells joined by `` | ``), ``pre`` or ``caption`` (``figcaption`` and the like)."""
    text: str
    """Spaces folded; a ``<br>`` is a newline; never empty."""
    anchors: tuple[Anchor, ...] = ()
    """The links inside, in order."""
    hints: str = ""
    """Class names, ids and roles of the elements between the story's container and the text, lower case, space-separated."""
