"""A newsroom at work on a WordPress, while somebody else reads it."""

from __future__ import annotations

import os
import subprocess
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.wordpress.server import WordPress

Acts = dict[str, set[int]]
"""``publish``, ``edit`` or ``withdraw`` -> ids of the posts."""


@contextmanager
def newsroom_at_work(
    wordpress: WordPress, *, pause: float = 0.1, before: int = 1
) -> Iterator[Acts]:
    """Have posts published, edited and withdrawn; what was done is known at the end.

    It rests for *pause* seconds after each act, and has done so many *before* it is returned.
    """
    acts: Acts = defaultdict(set)
    with subprocess.Popen(
        ["php", str(Path(__file__).with_suffix(".php")), str(int(pause * 1_000_000))],
        env=os.environ | wordpress.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(before)]
        yield acts
        lines += process.communicate("")[0].splitlines()
    for line in lines:
        act, post_id = line.split()
        acts[act].add(int(post_id))
