"""``python -m quality``: measures how exactly articles are read, and compares with others."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from quality.compare import compare
from quality.failures import report
from quality.floors import breaches
from quality.measure import measure
from quality.table import tables
from quality.themes import THEMES
from quality.wordpress import measure as wordpress

RESULTS = Path("build/quality")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality", description=__doc__)
    parser.add_argument("--count", type=int, default=2000, help="articles to write (default 2000)")
    parser.add_argument(
        "--themes", nargs="+", default=list(THEMES), choices=list(THEMES), metavar="THEME"
    )
    parser.add_argument(
        "--peers",
        type=int,
        default=0,
        metavar="N",
        help="also read N articles a theme with other extractors",
    )
    parser.add_argument(
        "--wordpress",
        type=int,
        default=0,
        metavar="N",
        help="also read N articles from a real WordPress, in its stock themes and in ours",
    )
    parser.add_argument(
        "--floors", action="store_true", help="fail where a figure is below floors.toml"
    )
    parser.add_argument(
        "--failures",
        type=Path,
        metavar="FILE",
        help="describe what went wrong, with samples, in FILE",
    )
    return parser.parse_args()


def _publish(name: str, means: dict[str, dict[str, float]]) -> None:
    """Print a table; keep it as text and as JSON."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    text = tables(means)
    (RESULTS / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    (RESULTS / f"{name}.json").write_text(json.dumps(means, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(text + "\n\n")


def main() -> int:
    """Measure, print, and return 1 where a floor was asked for and not reached."""
    arguments = _arguments()
    if arguments.failures:
        arguments.failures.write_text(report(arguments.count, arguments.themes), encoding="utf-8")
    means = measure(arguments.count, arguments.themes).means()
    _publish("ours", means)
    if arguments.peers:
        _publish("peers", compare(arguments.peers, arguments.themes).means())
    if arguments.wordpress:
        served = wordpress.measure(arguments.wordpress).means()
        _publish("wordpress", served)
        means |= served
    found = breaches(means) if arguments.floors else []
    sys.stderr.writelines(f"{breach}\n" for breach in found)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
