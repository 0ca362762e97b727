"""Run in a peer's own environment: reads the pages listed on standard input, prints a JSON line for each."""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path

read = importlib.import_module(sys.argv[1]).read
for line in sys.stdin:
    page = json.loads(line)
    start = time.perf_counter()
    found = read(Path(page["path"]).read_text(encoding="utf-8"), page["url"])
    sys.stdout.write(json.dumps(found | {"ms": (time.perf_counter() - start) * 1000}) + "\n")
