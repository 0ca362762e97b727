"""Environments that tests need beside their own: made once, whoever asks first."""

from __future__ import annotations

import fcntl
import subprocess
from pathlib import Path

PROJECT = Path(__file__).parents[1]


def built(name: str) -> Path:
    """Have ``build/<name>`` made, unless it is there; return where its programs lie."""
    folder = PROJECT / "build"
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # other processes of these tests wait until it is whole
        subprocess.run(["make", "--silent", f"build/{name}/installed"], cwd=PROJECT, check=True)
    return folder / name / "bin"
