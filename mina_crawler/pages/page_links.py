"""Links to the other pages of a story in several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mina_crawler.parsing.urls import absolute_url, canonical_url, partition_page_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mina_crawler.parsing.blocks import Block

NUMBERED = re.compile(r"[/=](?:(?<=/)|(?<=page=))[1-9]\d{0,2}/?$")
"""How the address of a further page ends, ``/2/`` or ``page=2``: one of two signs is found soon."""

LONGEST_BESIDES = 30
"""Characters beside the links: ``Halaman:``, the number of this page, bars."""


def find_page_links(blocks: Sequence[Block], url: str) -> set[int]:
    """Return which of *blocks* lead to pages of the article at *url*, with bare numbers beside."""
    places = {
        place for place, block in enumerate(blocks) if block.anchors and _leads_on(block, url)
    }
    beside = {place + step for place in places for step in (-1, 1)} - places
    return places | {
        place for place in beside if 0 <= place < len(blocks) and blocks[place].text.isdecimal()
    }


def _leads_on(block: Block, url: str) -> bool:
    """Tell whether *block* is nothing but links to the article at *url*, one to a further page."""
    links = block.anchors
    if not any(NUMBERED.search(link.url) for link in links):
        return False  # as on nearly every page
    besides = len(block.text) - sum([len(link.text) for link in links])
    article = canonical_url(url)
    return besides <= LONGEST_BESIDES and all(
        partition_page_number(absolute_url(link.url, article))[0] == article for link in links
    )
