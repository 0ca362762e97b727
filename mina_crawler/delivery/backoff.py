"""Tries a delivery again, a little later each time."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

logger = logging.getLogger(__name__)


async def insist(
    attempt: Callable[[], Awaitable[None]], goal: str, delays: Sequence[float]
) -> None:
    """Await *attempt*, once more after each of *delays* (seconds); raise its last error."""
    for delay in delays:
        try:
            return await attempt()
        except Exception as error:  # noqa: BLE001 - storages raise what they like; the last is raised
            logger.warning("Cannot deliver to %s (%s): again in %g s", goal, error, delay)
        await asyncio.sleep(delay)
    return await attempt()
