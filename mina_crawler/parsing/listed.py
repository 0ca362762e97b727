"""What a list inside a story holds: links to other articles, and to networks to share on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.parsing.boilerplate import name_boilerplate, name_label
from mina_crawler.parsing.days import is_day
from mina_crawler.parsing.read_also import is_read_also_heading

if TYPE_CHECKING:
    from collections.abc import Collection

    from mina_crawler.parsing.blocks import Block
    from mina_crawler.parsing.galley import Galley

RECOMMENDATIONS = "recommendations"
LISTS = frozenset({RECOMMENDATIONS, "contents"})
"""Furniture that opens a list of links."""

NETWORKS = frozenset(
    {
        *("facebook", "twitter", "x", "whatsapp", "telegram", "line", "email", "linkedin"),
        *("pinterest", "instagram", "threads", "messenger", "tumblr", "reddit", "copy link"),
        *("فيسبوك", "تويتر", "واتساب", "تيليجرام"),
    }
)


def opens_others(text: str) -> bool:
    """Tell whether *text* announces other articles, whose days are not this one's.

    >>> opens_others("Related Articles"), opens_others("Baca Juga:"), opens_others("Pasar Ikan")
    (True, True, False)
    """
    return name_boilerplate(text) == RECOMMENDATIONS or is_read_also_heading(text)


def name_listed(block: Block, above: str | None) -> str | None:
    """Return the rule by which *block* is part of a list, under furniture that *above* names.

    A card under *recommendations* may tell the day of its article.
    """
    if above in LISTS and block.is_link:
        return above
    if above == RECOMMENDATIONS and block.kind != "h" and is_day(block.text):
        return above
    if block.anchors and block.is_link and block.text.lower() in NETWORKS:
        return "share-bar"
    return RECOMMENDATIONS if block.anchors and name_label(block) in LISTS else None


def cut_pictures_of(galley: Galley, urls: Collection[str]) -> None:
    """Cut the pictures that lead to *urls*, those of other articles."""
    for place, block in list(galley.blocks.items()):
        if block.kind == "picture" and any(link.url in urls for link in block.anchors):
            del galley.blocks[place]
