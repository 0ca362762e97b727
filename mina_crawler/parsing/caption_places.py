"""Which picture of a story each caption belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mina_crawler.items import Picture
from mina_crawler.parsing.captions import parse_caption

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mina_crawler.parsing.blocks import Block


class Placed(NamedTuple):
    """The pictures of a story with their captions, and the captions above it that have none."""

    pictures: list[Picture]
    lead_pictures: int
    """How many of them stand before the first paragraph."""
    lead_captions: list[tuple[str | None, str | None]]


def place_captions(blocks: Mapping[int, Block], captions: Mapping[int, str]) -> Placed:
    """Give each picture among *blocks* the one of *captions* that follows it before any prose.

    Both are known by their places in the story.
    """
    pictures: list[Picture] = []
    lead_pictures = 0
    lead_captions: list[tuple[str | None, str | None]] = []
    under_picture = started = False
    for place in sorted({*blocks, *captions}):
        is_picture = place not in captions and blocks[place].kind == "picture"
        if is_picture:
            pictures.append(Picture(url=blocks[place].text, caption=None, credit=None))
            lead_pictures += not started
        elif place not in captions:
            started = True
        else:
            caption, credit = parse_caption(captions[place])
            if under_picture:
                told = pictures[-1]
                told["caption"] = told["caption"] or caption
                told["credit"] = told["credit"] or credit
            elif not started:
                lead_captions.append((caption, credit))
        under_picture = is_picture or (under_picture and place in captions)
    return Placed(pictures, lead_pictures, lead_captions)
