"""Runs in any reader's environment: ``read.py FOLDER MODULE < pages``; CPU milliseconds a page."""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, sys.argv[1])
read = importlib.import_module(sys.argv[2]).read
pages = [json.loads(line) for line in sys.stdin]
texts = [(Path(page["path"]).read_text(encoding="utf-8"), page["url"]) for page in pages]
for html, url in texts:  # what loads on first use has been loaded by then: 2 s of one extractor's
    read(html, url)
start = time.process_time()
for html, url in texts:
    read(html, url)
sys.stderr.write(f"\n{(time.process_time() - start) * 1000 / len(texts)}")
