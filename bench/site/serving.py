"""Has the site served by a process of its own."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def serve(articles: int) -> Iterator[str]:
    """Serve a site of so many articles; give its address, with the last slash."""
    command = [sys.executable, "-m", "bench.site", str(articles)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield next(iter(process.stdout or ())).strip()
        finally:
            process.terminate()
