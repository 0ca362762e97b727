"""The lines right behind a story: some themes print there what others do under the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.pages.block_reader import LONGEST_LABEL
from mina_crawler.pages.layout import SENTENCE_ENDS
from mina_crawler.pages.terms import without_terms

if TYPE_CHECKING:
    from mina_crawler.pages.layout import Layout


def footer_lines(layout: Layout) -> list[str]:
    """Return the short lines right behind the story, without the terms that they link to."""
    short = [block for block in layout.footer if len(block.label) <= LONGEST_LABEL]
    return [without_terms(block) for block in short if not block.text.endswith(SENTENCE_ENDS)]
