"""A second handle of an open file, for those who close what they are given."""

from __future__ import annotations

import os
from typing import IO


def second_handle(file: IO[bytes]) -> IO[bytes]:
    """Return another handle of *file*, at its beginning."""
    file.flush()
    file.seek(0)
    return os.fdopen(os.dup(file.fileno()), "rb")
