"""A stand-in that the tests only look at, and stand-ins that they may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.standin import StandIn, serve, stand_in

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["serve"]


@pytest.fixture(scope="session")
def site() -> Iterator[StandIn]:
    with stand_in(articles=120, today="2026-03-02") as running:
        yield running
