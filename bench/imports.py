"""What is imported before the first request, beyond what Scrapy alone imports, by package.

``python -m bench.imports`` prints the modules that take longest; patterns are compiled there.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from bench import startup, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.table import Figures

PYTHON = (sys.executable, "-X", "importtime")
LINE = re.compile(r"import time: +(?P<own>\d+) \| +\d+ \| +(?P<module>\S+)")
LONGEST = 30


def measure() -> Figures:
    """Return milliseconds by package; those under one are left out."""
    packages = _sum(lambda module: module.partition(".")[0])
    found = {name: time for name, time in packages.items() if time >= 1}
    return {"ms to import before the first request": found}


def _sum(group: Callable[[str], str]) -> dict[str, float]:
    """Return milliseconds by the group of the module, the longest first."""
    own, ours = (_profile(begun.log) for begun in startup.begin_both(PYTHON).values())
    total: defaultdict[str, float] = defaultdict(float)
    for module in ours.keys() - own.keys():
        total[group(module)] += ours[module]
    return dict(sorted(total.items(), key=itemgetter(1), reverse=True))


def _profile(log: str) -> dict[str, float]:
    """Return module -> milliseconds of its own."""
    return {found["module"]: int(found["own"]) / 1000 for found in LINE.finditer(log)}


def main() -> None:
    """Print the modules that take longest by themselves."""
    modules = _sum(lambda module: module)
    table.write({"ms to import": dict(islice(modules.items(), LONGEST))})


if __name__ == "__main__":
    main()
