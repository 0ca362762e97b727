"""Set the text of an article, and the fingerprint by which an edit of it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mina_crawler.items import Article
from mina_crawler.parsing.fingerprints import content_hash

if TYPE_CHECKING:
    from typing import Any


class TextPipeline:
    """Joins the blocks that remain, one blank line between them."""

    def process_item(self, item: Any) -> Any:  # noqa: ANN401  (tombstones pass through)
        """Set text and fingerprint of an article."""
        if isinstance(item, Article) and not item.is_read:
            item.text = "\n\n".join([block.text for block in item.blocks])
            item.content_hash = content_hash(item.title, item.text)
            item.blocks = []
        return item
