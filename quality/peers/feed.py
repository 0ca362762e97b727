"""Runs in a peer's environment: page addresses on standard input, JSON lines on output."""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path

read = importlib.import_module(sys.argv[1]).read
lines = sys.stdin.readlines()
for number, line in enumerate([lines[0], *lines]):
    page = json.loads(line)
    start = time.perf_counter()
    found = read(Path(page["path"]).read_text(encoding="utf-8"), page["url"])
    milliseconds = (time.perf_counter() - start) * 1000
    if number:  # the first page is read once more, to warm up
        sys.stdout.write(json.dumps(found | {"ms": milliseconds}) + "\n")
