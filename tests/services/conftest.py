"""Real servers, started once for all tests that need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.wordpress import archive as archive_posts
from tests.services.wordpress.posts import write_hidden, write_posts
from tests.services.wordpress.server import WordPress, missing_packages, run_wordpress

if TYPE_CHECKING:
    from collections.abc import Iterator

collect_ignore = ["readers/read.py"]  # runs in an environment of its own, with what it imports


@pytest.fixture(scope="session")
def wordpress() -> Iterator[WordPress]:
    if missing := missing_packages():
        pytest.skip(f"needs Debian packages: {missing}")
    with run_wordpress(write_posts() + write_hidden()) as server:
        yield server


@pytest.fixture(scope="session")
def archive() -> Iterator[WordPress]:
    """Serve three thousand posts; sources that ask for the same pages share their rendering."""
    if missing := missing_packages():
        pytest.skip(f"needs Debian packages: {missing}")
    with run_wordpress(
        archive_posts.write_public() + archive_posts.write_hidden(), cache=True
    ) as server:
        server.use_theme("bare")
        yield server
