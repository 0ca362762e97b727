"""Where a story is over: what stands behind its signature, or under a heading of comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from mina_crawler.parsing.galley import Galley

ENDINGS = frozenset({"signature", "desk-code", "end-mark"})
"""What the desk closes a story with."""

HEADINGS = frozenset({"comments", "author-box"})
"""What the theme opens another part of the page with."""

_CORRECTION = re.compile(r"(?:ralat|koreksi|correction|تصحيح)\b", re.IGNORECASE)
"""What the newsroom puts behind a story that was printed wrongly."""

_SOURCES = re.compile(
    r"(?:daftar )?(?:referensi|rujukan|pustaka|sumber(?: bacaan| rujukan)?|references?|sources?"
    r"|bibliography|(?:ال)?(?:مراجع|مصادر)) ?:?",
    re.IGNORECASE,
)


def are_sources(galley: Galley, links: Collection[int]) -> bool:
    """Tell whether *links*, the last of a story, are those that it was taken from."""
    above = [place for place in galley.places if place not in links][-1:]
    return any(_SOURCES.fullmatch(galley.blocks[place].text) for place in above)


def cut_behind_close(galley: Galley) -> None:
    """Cut what stands behind the signature, and what other people say with their faces beside it.

    Nothing closes a story above one of its endings. A signature, or a heading about the author,
    does where less than half as much follows; a heading of comments where one may be replied to,
    for themes count comments anywhere.
    """
    ending = max(galley.places_of(ENDINGS), default=-1)
    reply = max(galley.places_of({"reply"}), default=-1)
    for rule in ("signature", "author-box", "comments"):
        for close in galley.places_of({rule}):
            is_over = close < reply if rule == "comments" else _outweighs_rest(galley, close)
            if close >= ending and is_over:
                _cut_behind(galley, close, rule)


def _outweighs_rest(galley: Galley, close: int) -> bool:
    """Tell whether twice as many words stand before *close* as behind."""
    before = sum([len(block.text) for place, block in galley.words if place < close])
    behind = sum([len(block.text) for place, block in galley.words if place > close])
    return before > 2 * behind


def _cut_behind(galley: Galley, close: int, rule: str) -> None:
    """Cut all words behind *close*.

    Behind a heading all is of other people, pictures too; behind the signature the newsroom may
    still correct itself.
    """
    for place in [place for place in galley.blocks if place > close]:
        block = galley.blocks[place]
        if rule in HEADINGS and block.kind == "picture":
            del galley.blocks[place]
        elif rule in HEADINGS:
            galley.cut(place, rule, block.text)
        elif block.kind != "picture" and not _CORRECTION.match(block.text):
            galley.cut(place, "behind-end", block.text)
