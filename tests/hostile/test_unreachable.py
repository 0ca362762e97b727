"""A site that cannot be reached at all."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from tests.crawls import Crawls

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("source", ["pages", "auto"])
def test_a_site_that_refuses_connections_is_left_at_once(tmp_path: Path, source: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and never listens
        site = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        done = Crawls(site, tmp_path, source=source).run()
    assert done.code == 3
    assert done.receipt["verdict"] == "partial"
    assert done.receipt["reasons"] == [
        f"{site} cannot be reached: check the address, and this machine's network"
    ]
    assert done.receipt["requests"] < 10
    assert "Traceback" not in done.log
