"""The S3 server, started once for all tests of a session that need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.s3.server import S3, run_s3

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3]:
    with run_s3(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def s3(s3_server: S3) -> S3:
    """Return the server, running, however the last test left it."""
    if s3_server.process is None:
        s3_server.start()
    return s3_server
