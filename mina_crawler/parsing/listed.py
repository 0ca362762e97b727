"""What a list inside a story holds: links to other articles, and to networks to share on."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from mina_crawler.parsing.boilerplate import name_boilerplate, name_label
from mina_crawler.parsing.calendars import WIB
from mina_crawler.parsing.dates import find_timestamp
from mina_crawler.parsing.labels import is_label
from mina_crawler.parsing.read_also import is_read_also_heading

if TYPE_CHECKING:
    from mina_crawler.parsing.blocks import Block
    from mina_crawler.parsing.galley import Galley

RECOMMENDATIONS = "recommendations"
CONTENTS = "contents"
LISTS = frozenset({RECOMMENDATIONS, CONTENTS})
"""Furniture that opens a list of links."""

NETWORKS = frozenset(
    {
        *("facebook", "twitter", "x", "whatsapp", "telegram", "line", "email", "linkedin"),
        *("pinterest", "instagram", "threads", "messenger", "tumblr", "reddit", "copy link"),
        *("فيسبوك", "تويتر", "واتساب", "تيليجرام"),
    }
)
"""Names of those to share on, in small letters."""

NOWHERE = -1
LONGEST_HEADING = 5
"""Words of the heading of contents: *In this story*."""

_ANY_TIME = datetime(2020, 1, 1, tzinfo=WIB)


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
    if above == RECOMMENDATIONS and tells_moment(block):
        return above
    if not block.anchors:
        return None
    if block.is_link and block.text.lower() in NETWORKS:
        return "share-bar"
    if _is_content(block):
        return CONTENTS
    return RECOMMENDATIONS if name_label(block) in LISTS else None


def _is_content(block: Block) -> bool:
    """Tell whether *block* is an item that leads to a place on the page; a footnote has no words.

    >>> from mina_crawler.parsing.blocks import Anchor, Block
    >>> _is_content(Block("li", "Dua Cara", (Anchor("Dua Cara", "#dua"),)))
    True
    """
    places = (len(link.url) > 1 and link.url.startswith("#") for link in block.anchors)
    return block.kind == "li" and all(places) and block.is_link and " " in block.text


def tells_moment(block: Block) -> bool:
    """Tell whether *block* is a line that ends with a moment, as under the headline of a card.

    >>> from mina_crawler.parsing.blocks import Block
    >>> [tells_moment(Block("p", text)) for text in ("Rana - 9 Mei 2019", "5 hari lalu", "9 Mei")]
    [True, True, False]
    """
    if block.kind == "h" or not is_label(block.text):
        return False
    found = find_timestamp(block.text, now=_ANY_TIME)
    return found is not None and block.text.endswith(found[0])


class ListCutter:
    """Cuts lists out of a galley, and in the end the pictures that lead where their links do."""

    def __init__(self, galley: Galley) -> None:
        self._galley = galley
        self._urls: set[str] = set()
        self._last = NOWHERE
        """Where the block right above is, if it is no part of a list."""

    def cut(self, place: int, block: Block, above: str | None) -> bool:
        """Cut *block*, if it is part of a list under furniture that *above* names; tell whether."""
        last, self._last = self._last, NOWHERE
        heading = self._galley.blocks.get(last)
        if heading and heading.kind == "h" and heading.is_link and tells_moment(block):
            self._cut(last, RECOMMENDATIONS)
            above = RECOMMENDATIONS
        rule = name_listed(block, above) if block.anchors or above else None
        if heading and rule == CONTENTS and _heads_contents(heading):
            self._cut(last, CONTENTS)
        if rule:
            self._cut(place, rule)
        else:
            self._last = place
        return rule is not None

    def cut_pictures(self) -> None:
        """Cut the pictures of other articles."""
        for place, block in list(self._galley.blocks.items()) if self._urls else ():
            if block.kind == "picture" and any(link.url in self._urls for link in block.anchors):
                del self._galley.blocks[place]

    def _cut(self, place: int, rule: str) -> None:
        block = self._galley.blocks[place]
        self._urls.update(link.url for link in block.anchors)
        self._galley.cut(place, rule, block.text)


def _heads_contents(heading: Block) -> bool:
    """Tell whether *heading* may stand above contents: it has a label's few words."""
    return heading.text.count(" ") < LONGEST_HEADING and is_label(heading.text)
