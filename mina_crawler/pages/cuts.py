"""What was cut from the story's container before its blocks were read, and by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.pages.block_reader import visible_text
from mina_crawler.parsing.listed import RECOMMENDATIONS
from mina_crawler.parsing.text import fold

if TYPE_CHECKING:
    from mina_crawler.pages.layout import Layout


def cuts_of(layout: Layout) -> list[tuple[str, str]]:
    """Return rule and text of each piece that was cut from the story's container."""
    if layout.container is None:
        return []
    story = layout.container.value
    pieces = [
        (cut.rule, visible_text(cut.element))
        for cut in layout.outline.cuts
        if cut.holder.is_in(story)
    ]
    pieces += [("page links", layout.story[place].text) for place in sorted(layout.page_links)]
    pieces += [("terms", layout.story[place].text) for place in sorted(layout.terms)]
    pieces += [(RECOMMENDATIONS, visible_text(node.element)) for node in layout.teasers]
    pieces = [(rule, fold(text)) for rule, text in pieces]
    return [(rule, text) for rule, text in pieces if text]
