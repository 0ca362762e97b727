"""Serves the stand-in until it is stopped: ``python -m mina_crawler.demo --port 0``."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from datetime import date

from mina_crawler.demo.edition import EDITIONS
from mina_crawler.demo.server import start
from mina_crawler.demo.site import Plan, Site
from mina_crawler.demo.themes import THEMES


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m mina_crawler.demo", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--articles", type=_count, default=Plan.articles)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--edition", choices=sorted(EDITIONS), default=Plan.edition)
    parser.add_argument("--theme", choices=sorted(THEMES), default=Plan.theme)
    parser.add_argument("--today", type=date.fromisoformat, help="the day after the last article")
    return parser


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r}: give a whole number")
    return int(text)


async def serve(plan: Plan, port: int) -> None:
    """Serve, print the address, and stop at the first signal."""
    site = Site(plan)
    runner = await start(site, port)
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopped.set)
    sys.stdout.write(f"{site.root}/\n")
    sys.stdout.flush()
    await stopped.wait()
    await runner.cleanup()


def main() -> None:
    """Read the arguments and serve."""
    parser = _parser()
    options = vars(parser.parse_args())
    port = options.pop("port")
    with contextlib.suppress(KeyboardInterrupt):
        try:
            asyncio.run(serve(Plan(**options), port))
        except (OSError, OverflowError) as error:
            parser.error(f"argument --port: {error}")


if __name__ == "__main__":
    main()
