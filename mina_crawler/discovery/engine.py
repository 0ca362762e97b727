"""What a walk must know of Scrapy's engine, and what the engine must be told: all in one place."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from scrapy.core.engine import ExecutionEngine


class ClosingError(Exception):
    """The crawl is ending: nothing may be asked of the site any more."""


def is_closing(engine: ExecutionEngine) -> bool:
    """Tell whether *engine* has begun to close: a request made then would never return."""
    slot = engine._slot  # noqa: SLF001 -- Scrapy tells it nowhere else
    return slot is None or slot.closing is not None


async def put_away(engine: ExecutionEngine, item: Any) -> None:  # noqa: ANN401 -- as Scrapy
    """Return when *item*, which came without an answer of its own, is through all pipelines.

    Raises ClosingError while the crawl ends. An item that is on its way then gets there.
    """
    if not await asyncio.shield(_process(engine, item)):
        raise ClosingError


async def _process(engine: ExecutionEngine, item: Any) -> bool:  # noqa: ANN401 -- as Scrapy
    """Process *item* unless the crawl ends, and tell whether it was processed.

    Scrapy counts it in at once: nothing can come between that and asking whether the crawl ends.
    Then do what Scrapy does after an answer only: see whether all is done. Without it a crawl
    that began to close while such an item was under way never ends.
    """
    if is_closing(engine):
        return False
    scraper = engine.scraper
    await scraper.start_itemproc_async(item, response=None)
    slot = scraper.slot
    if slot is not None and slot.closing and not slot.closing.called:
        scraper._check_if_closing()  # noqa: SLF001 -- Scrapy does it nowhere else
    return True
