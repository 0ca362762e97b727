"""Real servers, started once for all tests that need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.wordpress.server import WordPress, missing_packages, run_wordpress

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def wordpress() -> Iterator[WordPress]:
    if missing := missing_packages():
        pytest.skip(f"needs Debian packages: {missing}")
    with run_wordpress() as server:
        yield server
