"""Runs in any reader's environment: ``read.py FOLDER MODULE``.

Takes pages, a line of JSON each, and an empty line; after that the number of a page and how many to
read from it on, and answers with the CPU milliseconds that these took, as often as it is asked.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from pathlib import Path

answers = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)  # what an extractor prints is no answer
sys.path.insert(0, sys.argv[1])
read = importlib.import_module(sys.argv[2]).read
texts = []
while line := sys.stdin.readline().strip():
    page = json.loads(line)
    texts.append((Path(page["path"]).read_text(encoding="utf-8"), page["url"]))
for html, url in texts:  # what loads on first use has been loaded by then: 2 s of one extractor's
    read(html, url)
for line in sys.stdin:
    first, count = map(int, line.split())
    start = time.process_time()
    for html, url in texts[first : first + count]:
        read(html, url)
    answers.write(f"{(time.process_time() - start) * 1000}\n")
