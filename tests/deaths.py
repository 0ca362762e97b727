"""Crawls that die, as if killed, or are asked to stop, at a chosen moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.crawls import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

DEATHS = {
    "when announced": "mina_crawler.delivery.desk.Account.announce",
    "when delivered": "mina_crawler.delivery.desk.Account.confirm",
}
DIE_IN = """
import os
from importlib import import_module

module, cls, method = "{path}".rsplit(".", 2)
owner = getattr(import_module(module), cls)
before = getattr(owner, method)

def die(*arguments):
    if method == "announce":
        before(*arguments)
    os._exit(9)

setattr(owner, method, die)
"""
STOP_IN = """
import asyncio
import os
import signal

from mina_crawler.delivery.exporter import LedgerFeedExporter

before = LedgerFeedExporter.item_scraped
scraped = []

def item_scraped(self, item, spider):
    before(self, item, spider)
    scraped.append(item)
    if len(scraped) == 10:
        wait({rounds})

def wait(rounds):
    if rounds:
        asyncio.get_running_loop().call_soon(wait, rounds - 1)
    else:
        os.kill(os.getpid(), signal.SIGTERM)

LedgerFeedExporter.item_scraped = item_scraped
"""


def deadly(death: str, folder: Path) -> dict[str, str]:
    """Return the environment in which a crawl ends with code 9 at the first such moment."""
    return _patched(DIE_IN.format(path=DEATHS[death]), folder)


def stopping(rounds: int, folder: Path) -> dict[str, str]:
    """Return the environment in which a crawl is asked to stop after its tenth article.

    The event loop goes round so many times in between.
    """
    return _patched(STOP_IN.format(rounds=rounds), folder)


def _patched(code: str, folder: Path) -> dict[str, str]:
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": f"{folder}:{PROJECT}"}
