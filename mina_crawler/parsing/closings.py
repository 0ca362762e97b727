"""Where a story is over: what stands behind its signature, or under a heading of comments."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
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
    last = max(galley.blocks, default=-1)
    for rule in ("signature", "author-box", "comments"):
        closes = sorted(place for place in galley.places_of({rule}) if ending <= place < last)
        if rule == "comments":
            close = next((place for place in closes if place < reply), None)
        else:
            close = _first_that_outweighs_rest(galley, closes)
        if close is not None:
            _cut_behind(galley, close, rule)


def _first_that_outweighs_rest(galley: Galley, closes: list[int]) -> int | None:
    """Return the first of *closes* with twice as many words before it as behind it."""
    words = galley.words if closes else []
    places = [place for place, _ in words]
    lengths = list(accumulate((len(block.text) for _, block in words), initial=0))
    for close in closes:
        behind = lengths[-1] - lengths[bisect_right(places, close)]
        if lengths[bisect_left(places, close)] > 2 * behind:
            return close
    return None


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
