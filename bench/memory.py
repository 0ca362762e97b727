"""The most memory that a crawl has at once, for sites of growing size.

It is that of the crawl itself: a process that reads for it has 65 MB, however much it reads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import crawls
from bench.site.serving import serve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bench.table import Figures


def measure(sizes: Iterable[int]) -> Figures:
    """Return the peak of the resident memory, in MB; one crawl of each size."""
    return {"MB at most, crawling": {f"{size} articles": _peak(size) for size in sizes}}


def _peak(articles: int) -> float:
    with serve(articles) as site:
        return crawls.ours(site).cost.memory
