"""``scrapy fixture``: keeps a page as a test case, beside what is read from it today."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.conf import closest_scrapy_cfg

from mina_crawler.fixtures import Fixture
from mina_crawler.saved_pages import receive_pages

if TYPE_CHECKING:
    import argparse

FIXTURES = Path("tests/fixtures/articles")
"""Where they are kept, below the folder of ``scrapy.cfg``."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_NEXT = """\
{folder}
1. meta.json: say under "why" in one line what this case shows that no other does.
2. article.json holds what is read today, not what is right: correct each value by eye.
3. pytest -k {name} tells, field by field, what is still read otherwise."""


class Command(ScrapyCommand):
    """Saves the pages of one article, or reads those saved before again."""

    requires_project = True
    default_settings = {"LOG_LEVEL": "WARNING"}  # noqa: RUF012 (Scrapy's own declaration)

    def syntax(self) -> str:
        """Return the arguments."""
        return "[url|file] <name>"

    def short_desc(self) -> str:
        """Return one line of help."""
        return "Keep a page as a test case; without a page, read a kept one again"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the one option."""
        super().add_options(parser)
        parser.add_argument(
            "--force", action="store_true", help="overwrite the case that has this name"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Save the page, read it, and say what a person has to do next."""
        if len(args) not in {1, 2}:
            raise UsageError
        *sources, name = args
        if not _NAME.fullmatch(name):
            raise UsageError(f"{name!r}: give a name of small letters, digits and hyphens")
        fixture = Fixture(Path(closest_scrapy_cfg()).parent / FIXTURES / name)
        if fixture.exists and not opts.force:
            raise UsageError(f"{fixture.folder} exists: give --force to overwrite it")
        if not sources and not fixture.exists:
            raise UsageError(f"no case {name!r} is kept: give its address or file first")
        for source in sources:
            pages = receive_pages(self.crawler_process, source)
            if not pages:
                self.exitcode = 1
                print(f"nothing was received from {source}: see the log above")
                return
            fixture.save_pages(pages)
        fixture.accept()
        print(_NEXT.format(folder=fixture.folder, name=name))
