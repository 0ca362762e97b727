"""``scrapy runs``: lists the receipts of past runs, or prints one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from mina_crawler.receipts.receipt import directory_of, read_latest, read_receipt
from mina_crawler.receipts.screen import screenful, summary

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Reads what the runs wrote; asks neither the site nor the ledger."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012 - Scrapy's attribute

    def syntax(self) -> str:
        """Return what may follow the command's name."""
        return "[run]"

    def short_desc(self) -> str:
        """Return the line that ``scrapy`` lists."""
        return "List the receipts of past runs, or print one"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:  # noqa: ARG002 - Scrapy's hook
        """Print a line for each run, or all about one."""
        if self.settings is None or len(args) > 1:
            raise UsageError("give the name of one run, or nothing for a list")
        directory = directory_of(self.settings["MINA_DATA_DIR"])
        if not args:
            for receipt in read_latest(directory):
                print(summary(receipt))
            return
        path = directory / f"{args[0]}.json"
        if not path.is_file():
            raise UsageError(f"no receipt of {args[0]} in {directory}: see scrapy runs")
        print(screenful(read_receipt(path)))
