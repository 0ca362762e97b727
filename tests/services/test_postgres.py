"""The tests of the ledger and of whole crawls, once more with the ledger in PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.crawls import PROJECT
from tests.services.postgres import programs, run_postgres

SUITES = ("tests/ledger", "tests/delivery", "tests/services/test_hardship.py")


@pytest.mark.skipif(programs() is None, reason="needs the Debian package postgresql")
@pytest.mark.parametrize("suite", SUITES)
def test_the_same_suite_passes(suite: str) -> None:
    with run_postgres() as address:
        environment = {**os.environ, "MINA_TEST_POSTGRES": address}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", suite]
        done = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
        )
    assert done.returncode == 0, done.stdout[-5000:]
    assert " passed" in done.stdout
