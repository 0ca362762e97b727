"""Runs a program to its end and tells what it took."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Cost(NamedTuple):
    """What one run took."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of the processor, the system's part included."""
    memory: float
    """The most that was resident at once, in MB."""
    log: str


def run(
    command: Sequence[str], folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> Cost:
    """Run *command* in *folder*, its *environment* added to ours; raises where it fails."""
    with tempfile.TemporaryFile("w+") as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | dict(environment or {}), stdout=log, stderr=log
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        text = log.read()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, text)
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, text)
