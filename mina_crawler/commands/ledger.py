"""``scrapy ledger``: tells what is known and owed, checks feeds, fills a new one."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrapy import Spider
from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from mina_crawler.arguments import ArgumentError, parse_arguments
from mina_crawler.delivery.addresses import feed_address
from mina_crawler.delivery.audit import Auditor
from mina_crawler.delivery.checks import ConfigurationError
from mina_crawler.delivery.opening import OPENING_ERRORS, ledger_address
from mina_crawler.delivery.redelivery import owe_again
from mina_crawler.delivery.stored import UnreadableError
from mina_crawler.ledger.ledger import Ledger
from mina_crawler.receipts.extension import ReceiptExtension

if TYPE_CHECKING:
    import argparse
    from collections.abc import AsyncIterator, Collection

    from mina_crawler.arguments import Period
    from mina_crawler.delivery.audit import Audit

SHOWN_RUNS = 5


class RedeliverySpider(Spider):
    """Asks for nothing: what is owed is delivered before a crawl begins."""

    name = "redelivery"
    custom_settings = {"ITEM_PIPELINES": {}, "DOWNLOADER_MIDDLEWARES": {}}  # noqa: RUF012 - Scrapy's

    def __init__(self, run: str) -> None:
        super().__init__()
        self.run = run

    async def start(self) -> AsyncIterator[None]:
        """Yield no request."""
        return
        yield  # makes it a generator


class Command(ScrapyCommand):
    """Reads the ledger that ``scrapy crawl`` writes."""

    requires_project = True
    default_settings = {"LOG_LEVEL": "WARNING"}  # noqa: RUF012 - Scrapy's attribute

    def syntax(self) -> str:
        """Return what may follow the command's name."""
        return (
            "[--verify | --redeliver FEED [--from FEED] [--since DAY] [--until DAY]"
            " | --forget FEED]"
        )

    def short_desc(self) -> str:
        """Return the line that ``scrapy`` lists."""
        return "Tell what is known and owed; compare feeds with it; fill a new feed"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add ours to Scrapy's."""
        super().add_options(parser)
        what = parser.add_mutually_exclusive_group()
        what.add_argument(
            "--verify", action="store_true", help="compare ledger and feeds line by line"
        )
        what.add_argument(
            "--redeliver", metavar="FEED", help="write what was delivered to a new feed"
        )
        what.add_argument(
            "--forget", metavar="FEED", help="give up what waits for a feed that is no more"
        )
        which = parser.add_argument_group("What --redeliver writes")
        which.add_argument("--from", dest="source", metavar="FEED", help="read from this feed")
        which.add_argument("--since", metavar="DAY", help="published on or after, YYYY-MM-DD")
        which.add_argument("--until", metavar="DAY", help="published on or before")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do what was asked for; exit code 1 where ledger and feeds differ."""
        if args:
            raise UsageError(f"{args[0]}: scrapy ledger takes options only")
        if opts.redeliver:
            self._redeliver(opts)
            return
        if opts.source or opts.since or opts.until:
            raise UsageError("--from, --since and --until say what --redeliver FEED writes")
        with closing(self._open()) as ledger:
            if opts.verify:
                self._verify(ledger)
            elif opts.forget:
                _forget(ledger, opts.forget)
            else:
                _tell(ledger)

    def _open(self) -> Ledger:
        if self.settings is None:
            raise UsageError("run this inside the project")
        try:
            address = ledger_address(self.settings)
            if not address:
                raise UsageError("the ledger is off: set MINA_LEDGER")
            return Ledger(address)
        except (ConfigurationError, *OPENING_ERRORS) as error:
            raise UsageError(f"the ledger cannot be opened: {error}") from error

    def _verify(self, ledger: Ledger) -> None:
        with closing(Auditor(ledger)) as auditor:
            found = [auditor.read(address) for address in ledger.deliveries.addresses()]
            for audit in found:
                _tell_audit(audit)
            self.exitcode = int(not all(audit.is_sound for audit in found))
            if not any(audit.unread for audit in found):
                for name in auditor.missing():
                    print(f"in no feed: {name}")
                    self.exitcode = 1

    def _redeliver(self, opts: argparse.Namespace) -> None:
        goal, period = feed_address(opts.redeliver, {}), _period(opts)
        with closing(self._open()) as ledger:
            known = ledger.deliveries.addresses()
            source = opts.source or next(iter(known), "")
            _check_known(source, known)
            if goal in known:
                raise UsageError(f"{goal} was delivered to before: name a new feed")
            run = ledger.begin_run(f"redelivery-{datetime.now(UTC):%Y%m%dT%H%M%S}")
            try:
                count = owe_again(ledger, source=source, goal=goal, period=period, run=run)
            except UnreadableError as error:
                raise UsageError(f"{source}: {error}") from error
            finally:
                ledger.runs.end(run, "owed again")
        print(f"{count} lines are owed to {goal}")
        self._deliver(opts.redeliver)

    def _deliver(self, address: str) -> None:
        if self.settings is None or self.crawler_process is None:
            raise UsageError("run this inside the project")
        self.settings.set("FEEDS", {address: {}}, priority="cmdline")
        crawler = self.crawler_process.create_crawler(RedeliverySpider)
        self.crawler_process.crawl(crawler, run=f"redelivered-{datetime.now(UTC):%Y%m%dT%H%M%S}")
        self.crawler_process.start()
        receipt = crawler.get_extension(ReceiptExtension)
        if receipt:
            receipt.close()
            self.exitcode = receipt.exit_code


def _tell(ledger: Ledger) -> None:
    counts = {**ledger.articles.count(), "runs": ledger.runs.count()}
    counts["addresses still to be fetched"] = ledger.failures.count()
    for name, count in counts.items():
        print(f"{count:>9} {name}")
    owed = ledger.deliveries.count_owed()
    for address in ledger.deliveries.addresses():
        print(f"{owed.get(address, 0):>9} lines owed to {address}")
    for run in ledger.runs.latest(SHOWN_RUNS):
        begun = datetime.fromtimestamp(run.started_at, UTC).isoformat()
        print(f"{run.name}  begun {begun}  {run.verdict or 'running, or killed'}")


def _tell_audit(found: Audit) -> None:
    if found.unread:
        print(f"{found.address}: not compared: {found.unread}")
        return
    print(f"{found.address}: {found.lines} lines, {'sound' if found.is_sound else 'NOT sound'}")
    for kind in ("broken", "repeated", "unknown"):
        for name in getattr(found, kind):
            print(f"  {kind}: {name}")


def _forget(ledger: Ledger, address: str) -> None:
    """Have nobody deliver what dead runs owe to a feed; the living deliver theirs."""
    _check_known(address, ledger.deliveries.addresses())
    feed = ledger.deliveries.feed(address)
    run = ledger.begin_run(f"forgetting-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    ledger.deliveries.adopt([feed], run)
    count = ledger.deliveries.forget(feed, run)
    ledger.outbox.sweep()
    ledger.runs.end(run, "forgotten")
    print(f"{count} lines are owed to {address} no more")


def _check_known(address: str, known: Collection[str]) -> None:
    if address not in known:
        raise UsageError(f"no such feed: {address}; known are {', '.join(known)}")


def _period(opts: argparse.Namespace) -> Period:
    given = {name: getattr(opts, name) for name in ("since", "until") if getattr(opts, name)}
    try:
        return parse_arguments(given).period
    except ArgumentError as error:
        raise UsageError(str(error)) from None
