"""Results are kept as JSON, a file a revision, so that two can be compared."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench import machine

if TYPE_CHECKING:
    from bench.table import Figures

FOLDER = Path("build/bench")


def revision(name: str = "HEAD") -> str:
    """Return the short hash of the revision called *name*."""
    return _git("rev-parse", "--short=12", name)


def here() -> str:
    """Return the revision that is checked out, with ``-dirty`` where files were changed."""
    return _git("describe", "--always", "--dirty", "--exclude=*", "--abbrev=12")


def keep(measured: str, figures: Figures) -> Path:
    """Write the *figures* of the *measured* revision, on what and when; return where."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{measured}.json"
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    kept = {"revision": measured, "at": moment, "machine": machine.describe(), "figures": figures}
    path.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    return path


def load(base: str) -> Figures:
    """Return the figures of the revision called *base*; raises FileNotFoundError."""
    path = FOLDER / f"{revision(base)}.json"
    figures: Figures = json.loads(path.read_text("utf-8"))["figures"]
    return figures


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
