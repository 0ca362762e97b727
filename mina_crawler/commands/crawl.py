"""``scrapy crawl``: Scrapy's own, with the arguments of our spider checked before it starts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from scrapy.commands import crawl

from mina_crawler.arguments import ArgumentError, parse_arguments

if TYPE_CHECKING:
    import argparse

SPIDER = "mina"
BAD_ARGUMENTS = 2


class Command(crawl.Command):
    """Runs a spider; ends with exit code 2 and one line where it was asked for nonsense."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the options, and for our spider its arguments."""
        super().process_options(args, opts)
        if args != [SPIDER]:
            return
        try:
            parse_arguments(opts.spargs)
        except ArgumentError as error:
            print(error, file=sys.stderr)
            sys.exit(BAD_ARGUMENTS)
