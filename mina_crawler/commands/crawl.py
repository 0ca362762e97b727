"""``scrapy crawl``: Scrapy's own, with the arguments of our spider checked before it starts."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from scrapy.commands import crawl
from scrapy.exceptions import UsageError

from mina_crawler.arguments import ArgumentError, parse_arguments
from mina_crawler.configuration import misspelt
from mina_crawler.logs.handler import install
from mina_crawler.monitors.channels import why_not
from mina_crawler.receipts.extension import ReceiptExtension

if TYPE_CHECKING:
    import argparse

    from scrapy import Spider
    from scrapy.crawler import Crawler

SPIDER = "mina"
BAD_ARGUMENTS = 2


class Command(crawl.Command):
    """Runs a spider; ends with exit code 2 and one line where it was asked for nonsense.

    Otherwise the exit code is that of the receipt.
    """

    default_settings = {"LOG_LEVEL": "INFO"}  # noqa: RUF012 - Scrapy's; DEBUG prints every article
    _started: Crawler | None = None

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider to its end."""
        known = self.crawler_process.spider_loader.list() if self.crawler_process else []
        if unknown := [name for name in args if name not in known]:
            raise UsageError(
                f"{unknown[0]!r}: no spider; known are {', '.join(known)}; arguments go behind -a"
            )
        # Scrapy has it make a record of each page, whether anybody reads it or not.
        logging.getLogger("scrapy").setLevel(logging.NOTSET)
        super().run(args, opts)
        if self._started is None or self.exitcode:
            return
        receipt = self._started.get_extension(ReceiptExtension)
        if receipt is not None:
            receipt.close()
            self.exitcode = receipt.exit_code

    def _create_crawler(self, spidercls: type[Spider] | str) -> Crawler:
        self._started = super()._create_crawler(spidercls)
        return self._started

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check the options; for our spider its arguments, our settings and who is to be told."""
        super().process_options(args, opts)
        if args != [SPIDER] or self.settings is None:
            return
        try:
            parse_arguments(opts.spargs)
        except ArgumentError as error:
            refuse(str(error))
        if wrong := misspelt(self.settings) or why_not(os.environ):
            refuse(wrong)
        self._take_over_the_log()

    def _take_over_the_log(self) -> None:
        """Install our handler; Scrapy would install its own, and again for each crawler."""
        if self.settings is not None:
            self.settings.set("LOG_INSTALL_ROOT_HANDLER", False, "cmdline")
            install(self.settings, self._run_name)

    def _run_name(self) -> str | None:
        return getattr(self._started and self._started.spider, "run", None)


def refuse(why: str) -> NoReturn:
    """End the command with one line that says what to write instead."""
    print(why, file=sys.stderr)
    sys.exit(BAD_ARGUMENTS)
