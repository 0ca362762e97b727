"""Credits below a story: a list of names, each above the label that says what its bearer did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.parsing.split_bylines import is_byline_label, join_byline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mina_crawler.parsing.bylines import Byline
    from mina_crawler.parsing.galley import Galley

FEWEST = 2
"""Who wrote, and who edited."""

LONGEST_FOOT = 8
"""Blocks at the end of a story that may be names and labels."""


def cut_credits(galley: Galley) -> list[Byline]:
    """Cut the names above their labels at the end of all that is left; return their bylines."""
    foot = galley.words[-LONGEST_FOOT:]
    found = credit_places([block.text for _, block in foot])
    for place in found:
        index, block = foot[place]
        galley.cut(index, "byline", block.text)
    return list(dict.fromkeys(found.values()))


def credit_places(lines: Sequence[str]) -> dict[int, Byline]:
    """Return where in a foot's *lines* several names stand each above its label, with the byline.

    Place and byline are told for the label and for the name. One pair alone may be the box about
    an author, who is an editor by trade.

    >>> sorted(credit_places(["Ali Hadi", "Penulis", "Nur Aini", "Editor"]))
    [0, 1, 2, 3]
    >>> credit_places(["Ali Hadi", "Redaktur"])
    {}
    """
    labels = [place for place, line in enumerate(lines) if is_byline_label(line)]
    if len(labels) < FEWEST or any(":" in lines[place] for place in labels):
        return {}
    named = [(place, join_byline(lines[place], lines[place - 1])) for place in labels if place]
    found = {place: byline for place, byline in named if byline}
    if len(found) < len(labels) or any(place - 1 in found for place in found):
        return {}
    return found | {place - 1: byline for place, byline in found.items()}
