"""The captions in a story: those that markup tells, and those that only read like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.parsing.captions import caption_of, is_caption, is_credit, is_told, may_be_caption
from mina_crawler.parsing.labels import is_label
from mina_crawler.parsing.sayings import Sayings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mina_crawler.parsing.blocks import Block
    from mina_crawler.parsing.galley import Galley

FEWEST_CAPTION_SPACES = 2
"""One or two words above a dateline are a name or a button."""


class CaptionCutter:
    """Cuts captions out of a galley, and keeps them by their places.

    *said* is the caption of the main picture, or the headline: themes print either again.
    """

    def __init__(self, galley: Galley, said: str) -> None:
        self.found: dict[int, str] = {}
        self._galley = galley
        self._said = Sayings([said])

    def cut_above(self, places: Sequence[int]) -> None:
        """Cut captions and the theme's words at *places* above the dateline, up to a subhead."""
        for place in reversed(places):
            block = self._galley.blocks[place]
            is_word = block.text.count(" ") < FEWEST_CAPTION_SPACES
            if block.kind == "h" and not is_caption(block.text):
                return
            if block.kind in {"p", "li"} and is_word and not is_credit(block.text):
                self._galley.cut(place, "header", block.text)
            elif may_be_caption(block):
                self._cut(place)

    def cut_all(self) -> None:
        """Cut what is marked up as a caption, or reads like one right under a picture or on top."""
        on_top, under_picture = True, False
        blocks = list(self._galley.blocks.items())
        following: list[Block | None] = [*self._galley.blocks.values(), None][1:]
        for (place, block), below in zip(blocks, following, strict=True):
            if block.kind == "picture":
                under_picture = True
            elif (
                block.kind == "caption"
                or self._is_caption(block, on_top, under_picture)
                or (under_picture and below and is_label(block.text) and is_credit(below.text))
            ):
                self._cut(place)
            else:
                on_top = under_picture = False

    def _is_caption(self, block: Block, on_top: bool, under_picture: bool) -> bool:  # noqa: FBT001
        """Tell whether *block* reads like a caption in its place: with a credit, or without one."""
        if block.kind == "p" and block.text in self._said:
            return True
        if not (on_top or under_picture):
            return False
        if is_caption(block.text):
            return True
        may_be = on_top and under_picture and block.kind == "p" and is_label(block.text)
        return may_be and not is_told(block.text)

    def _cut(self, place: int) -> None:
        text = self._galley.blocks[place].text
        self.found[place] = caption_of(self._galley.blocks[place])
        self._said.add(text)
        self._galley.cut(place, "caption", text)
