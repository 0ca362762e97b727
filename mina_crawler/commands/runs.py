"""``scrapy runs``: lists the receipts of past runs, prints one, or checks that there are any."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from mina_crawler.arguments import ArgumentError, parse_arguments
from mina_crawler.monitors.channels import channels_in, why_not
from mina_crawler.monitors.overdue import check_runs
from mina_crawler.monitors.telling import tell_news
from mina_crawler.receipts.receipt import directory_of, read_latest, read_receipt
from mina_crawler.receipts.screen import screenful, summary

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from scrapy.settings import BaseSettings

    from mina_crawler.receipts.receipt import Receipt


class Command(ScrapyCommand):
    """Reads what the runs wrote; asks neither the site nor the ledger."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}  # noqa: RUF012 - Scrapy's attribute

    def syntax(self) -> str:
        """Return what may follow the command's name."""
        return "[run | --check [site]]"

    def short_desc(self) -> str:
        """Return the line that ``scrapy`` lists."""
        return "List the receipts of past runs, print one, or check that they go on"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the option to those of every command."""
        super().add_options(parser)
        parser.add_argument(
            "--check",
            action="store_true",
            help="end with exit code 6 where no run was complete or at work for"
            " MINA_MONITOR_RUN_HOURS, and tell over the channels of the monitors",
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print a line for each run, or all about one; or check."""
        if self.settings is None or len(args) > 1:
            raise UsageError("give the name of one run, or nothing for a list")
        directory = directory_of(self.settings["MINA_DATA_DIR"])
        if opts.check:
            self._check(directory, _root(args), self.settings)
        elif args:
            print(screenful(_read(args[0], directory)))
        else:
            for receipt in read_latest(directory):
                print(summary(receipt))

    def _check(self, directory: Path, site: str, settings: BaseSettings) -> None:
        if lacking := why_not(os.environ):
            raise UsageError(lacking)
        patience = timedelta(hours=settings.getfloat("MINA_MONITOR_RUN_HOURS"))
        found = check_runs(directory, site, datetime.now(UTC), patience)
        print(*found["reasons"] or [f"{found['site']}: all is well, says run {found['run']}"])
        if channels_in(os.environ):
            remind = timedelta(hours=settings.getfloat("MINA_MONITOR_REMIND_HOURS"))
            sentences = [("runs", reason) for reason in found["reasons"]]
            tell_news(found, sentences, directory.parent, remind)
        self.exitcode = found["exit_code"]


def _root(sites: list[str]) -> str:
    """Return the address of the front page that was named, else the Indonesian one."""
    try:
        return parse_arguments(dict(zip(["site"], sites, strict=False))).root
    except ArgumentError as error:
        raise UsageError(str(error)) from None


def _read(run: str, directory: Path) -> Receipt:
    path = directory / f"{run}.json"
    if not path.is_file():
        raise UsageError(f"no receipt of {run} in {directory}: see scrapy runs")
    return read_receipt(path)
