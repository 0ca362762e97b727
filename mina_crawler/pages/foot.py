"""What a theme prints right behind a story: the names of those who wrote and edited it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.bylines import parse_byline
from mina_crawler.parsing.credits import credit_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mina_crawler.parsing.blocks import Block

LONGEST = 8
"""Blocks behind the story that are read for names."""


def foot_of(blocks: Iterable[Block]) -> list[Block]:
    """Return the first of *blocks*, up to where other articles are recommended."""
    foot = takewhile(lambda block: block.kind != "h", blocks)
    return list(takewhile(lambda block: not name_boilerplate(block.text), foot))


def bylines_in(foot: Sequence[Block]) -> list[Block]:
    """Return those blocks of a *foot* that name people, with the labels that stand apart."""
    credited = credit_places([block.text for block in foot])
    return [
        block
        for place, block in enumerate(foot)
        if place in credited or parse_byline(block.text, is_at_foot=True)
    ]
