"""What a theme prints right behind a story: who wrote and edited it, some themes when."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from mina_crawler.pages.block_reader import LONGEST_LABEL, SENTENCE_ENDS
from mina_crawler.pages.terms import without_terms
from mina_crawler.parsing.boilerplate import name_boilerplate
from mina_crawler.parsing.bylines import parse_byline
from mina_crawler.parsing.credits import credit_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mina_crawler.parsing.blocks import Block


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


def lines_of(foot: Sequence[Block]) -> list[str]:
    """Return the short lines of a *foot*, without the terms that they link to."""
    short = [block for block in foot if len(block.label) <= LONGEST_LABEL]
    return [without_terms(block) for block in short if not block.text.endswith(SENTENCE_ENDS)]
