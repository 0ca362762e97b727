"""Boilerplate: whole blocks that the theme prints around a story, named by what they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mina_crawler.parsing.boilerplate_rules import RULES
from mina_crawler.parsing.labels import is_label
from mina_crawler.parsing.openings import may_be_boilerplate

if TYPE_CHECKING:
    from mina_crawler.parsing.blocks import Block

LONGEST = 500
"""Characters; a longer block is prose."""

_RULE = re.compile(
    "|".join(
        f"(?P<{name.replace('-', '_')}>{'|'.join(patterns)})" for name, patterns in RULES.items()
    )
)
"""For small letters, which take half as long as ``re.IGNORECASE`` to refuse a paragraph."""


def name_boilerplate(text: str) -> str | None:
    """Return the name of the rule by which the whole of *text*, folded, is no prose, or ``None``.

    >>> name_boilerplate("SCROLL TO CONTINUE WITH CONTENT")
    'scroll-prompt'
    >>> name_boilerplate("1.234 Views")
    'views'
    >>> name_boilerplate("Ia membagikan 1.234 paket makanan.")
    """
    line = text.replace("\n", " ")
    return _rule_of(line) if len(line) <= LONGEST and may_be_boilerplate(line) else None


@lru_cache(maxsize=64)  # a theme prints the same on all its pages
def _rule_of(line: str) -> str | None:
    """Return the name of the rule that the whole of *line* matches."""
    match = _RULE.fullmatch(line.lower())
    return match.lastgroup.replace("_", "-") if match and match.lastgroup else None


def name_label(block: Block) -> str | None:
    """Return the name of the rule for the words in front of a block's only link.

    >>> from mina_crawler.parsing.blocks import Anchor, Block
    >>> name_label(Block("p", "Berita selanjutnyaSumur Baru", (Anchor("Sumur Baru", "/"),)))
    'recommendations'
    """
    link = block.anchors[-1].text if block.anchors else ""
    if len(block.anchors) != 1 or not block.text.endswith(link):
        return None
    label = block.text[: -len(link)].rstrip()
    return name_boilerplate(label) if label and is_label(label) else None
