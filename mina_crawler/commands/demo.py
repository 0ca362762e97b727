"""``scrapy demo``: a crawl of a small MINA on this machine, held against the truth."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.request import urlopen

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from mina_crawler.demo.comparison import compare

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from scrapy.settings import Settings

    from mina_crawler.demo.comparison import Comparison

OPTIONS = {
    "port": "listen on this port (default: a free one)",
    "articles": "how many articles (default: 300)",
    "theme": "A, B or C: the era whose theme it wears (default: C)",
    "seed": "another number gives other articles (default: 1)",
    "edition": "id, en or ar (default: id)",
    "today": "the day after the last article, as YYYY-MM-DD (default: today)",
}
STOPPING = 10.0
NOT_EQUAL = 1


class Command(ScrapyCommand):
    """Serves the stand-in, crawls it with the real spider, compares, stops it."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}
    settings: Settings

    def syntax(self) -> str:
        """Return how the command is called."""
        return "[options]"

    def short_desc(self) -> str:
        """Return what the command does, in a line."""
        return "Crawl a small MINA that runs on this machine"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of the stand-in, and what to do with it."""
        super().add_options(parser)
        group = parser.add_argument_group("The stand-in site")
        for name, text in OPTIONS.items():
            group.add_argument(f"--{name}", help=text)
        what = group.add_mutually_exclusive_group()
        what.add_argument("--serve", action="store_true", help="leave it running, crawl nothing")
        what.add_argument("--truth", action="store_true", help="print its ground truth and stop")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do what was asked for."""
        if args:
            raise UsageError(f"{args[0]}: scrapy demo takes the options of scrapy demo --help only")
        chosen = {name: getattr(opts, name) for name in OPTIONS}
        command = [sys.executable, "-m", "mina_crawler.demo"]
        command += [f"--{name}={value}" for name, value in chosen.items() if value is not None]
        if opts.serve:
            os.execv(sys.executable, command)  # noqa: S606 - our own module
        with serving(command) as site:
            if opts.truth:
                sys.stdout.write(_fetch(f"{site}__demo/truth"))
                return
            self.exitcode = self._demonstrate(site, opts.edition or "id")

    def _demonstrate(self, site: str, edition: str) -> int:
        folder = Path(self.settings["MINA_DATA_DIR"]).absolute() / "demo"
        shutil.rmtree(folder, ignore_errors=True)
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise UsageError(f"{folder}: {error.strerror}: set MINA_DATA_DIR") from None
        print(f"crawling {site}, a MINA made up on this machine ...", flush=True)
        code = crawl(site, edition, folder)
        crawled = _lines(folder / "articles.jsonl")
        outcome = compare(map(json.loads, _fetch(f"{site}__demo/truth").splitlines()), crawled)
        _tell(outcome, crawled, folder)
        return code or (0 if outcome.is_equal else NOT_EQUAL)


@contextmanager
def serving(command: list[str]) -> Iterator[str]:
    """Run the stand-in in a process of its own; yield its address."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            address = process.stdout.readline().strip() if process.stdout else ""
            if not address:
                sys.exit(process.wait())
            yield address
        finally:
            process.terminate()
            process.wait(STOPPING)


def crawl(site: str, edition: str, folder: Path) -> int:
    """Run the real spider as a user would, its articles and its log in *folder*."""
    command = [sys.executable, "-m", "scrapy", "crawl", "mina"]
    command += ["-a", f"site={site}", "-a", f"edition={edition}", "-s", f"LOG_FILE={folder}/log"]
    return subprocess.run(  # noqa: S603
        command, env=os.environ | {"MINA_DATA_DIR": str(folder)}, check=False
    ).returncode


def _fetch(address: str) -> str:
    with urlopen(address, timeout=60) as response:  # noqa: S310 - loopback
        return bytes(response.read()).decode()


def _lines(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _tell(outcome: Comparison, crawled: list[dict[str, Any]], folder: Path) -> None:
    print(f"{outcome.found} articles found, {outcome.expected} on the site")
    for difference in outcome.report():
        print(f"  {difference}")
    if outcome.is_equal:
        print("each once, and equal to what the site holds")
    for key in ("url", "title", "published_at", "dateline", "reporters", "editors", "desk_code"):
        if crawled:
            print(f"  {key:13}{json.dumps(crawled[0][key], ensure_ascii=False)}")
    print(f"articles: {folder / 'articles.jsonl'}\nlog:      {folder / 'log'}")
