"""Whether an answer stands between us and the site: a challenge, a block page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.http import HtmlResponse

from mina_crawler.pages.head import Head
from mina_crawler.pages.kind import is_challenge
from mina_crawler.pages.tree import tree_of

if TYPE_CHECKING:
    from scrapy.http import Response


def is_challenged(response: Response) -> bool:
    """Tell whether *response* is another's page instead of the one asked for."""
    if not isinstance(response, HtmlResponse) or not response.body.strip():
        return False
    root = tree_of(response)
    return is_challenge(root, Head(root))
