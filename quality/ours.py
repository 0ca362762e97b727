"""Our own reader, timed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from mina_crawler.reading import read_article

if TYPE_CHECKING:
    from quality.rendering.page import Rendered


def read(rendered: Rendered) -> dict[str, Any]:
    """Return the article's line, with the milliseconds it took for each page under ``ms``."""
    pages = [(url, html.encode()) for url, html in rendered.pages]
    start = time.perf_counter()
    line = read_article(pages, rendered.fetched_at)
    return {**line, "ms": (time.perf_counter() - start) * 1000 / len(pages)}
